"""Meetings: planned, moved, called, prepared, held or cancelled."""

from datetime import date

from pytest_bdd import given, step, when

from governance.ledger import Ledger
from governance.model.meeting_events import Attendance
from tests.steps.ledger import Attempt
from tests.steps.role import People
from tests.steps.words import member_key, said


@step(said('"{host:Member}" is to host a network meeting on {day:Day}'))
@given(said('att "{host:Member}" ska vara värd för träffen {day:Day}'))
def _planned_with_host(ledger: Ledger, attempt: Attempt, host: str, day: date) -> None:
    with attempt:
        ledger.schedule_meeting("vux", kind="network", planned_on=str(day), host=host)


@step(said("a network meeting is planned for {when:When}"))
def _planned(ledger: Ledger, attempt: Attempt, when: str) -> None:
    with attempt:
        ledger.schedule_meeting("vux", kind="network", planned_on=when)


@step(said("a principals' meeting is planned for {day:Day}"))
def _principals_planned(ledger: Ledger, attempt: Attempt, day: date) -> None:
    with attempt:
        ledger.schedule_meeting("vux", kind="principals", planned_on=str(day))


@step(said('a meeting of the kind "{kind:Text}" is planned for {day:Day}'))
def _kind_planned(ledger: Ledger, attempt: Attempt, kind: str, day: date) -> None:
    with attempt:
        ledger.schedule_meeting("vux", kind=kind, planned_on=str(day))


@step(said("the meeting of {planned:When} is moved to {to:Day}"))
def _moved(ledger: Ledger, attempt: Attempt, planned: str, to: date) -> None:
    with attempt:
        ledger.reschedule_meeting(f"vux/{planned}", planned_on=str(to))


@step(said("the notice of the meeting of {day:Day} goes out on {on:Day}"))
def _called(ledger: Ledger, attempt: Attempt, day: date, on: date) -> None:
    with attempt:
        ledger.call_meeting(f"vux/{day}", on=on)


@step(said("the meeting of {day:Day} is prepared on {on:When}"))
def _prepared(ledger: Ledger, attempt: Attempt, day: date, on: str) -> None:
    with attempt:
        ledger.prepare_meeting(f"vux/{day}", on=on)


@step(said('"{host:Member}" takes over as host of the meeting of {day:Day}'))
def _host_changed(ledger: Ledger, attempt: Attempt, host: str, day: date) -> None:
    with attempt:
        ledger.change_host(f"vux/{day}", host=host)


@step(said("the meeting of {day:Day} is held"))
@when(said("träffen {day:Day} hålls"))
def _held(ledger: Ledger, attempt: Attempt, day: date) -> None:
    with attempt:
        ledger.hold_meeting(f"vux/{day}", on=day)


@step(said("the meeting of {day:Day} is held on {on:When}"))
def _held_on(ledger: Ledger, attempt: Attempt, day: date, on: str) -> None:
    with attempt:
        ledger.hold_meeting(f"vux/{day}", on=on)


@step(said('the meeting of {day:Day} is held, led by "{name:Text}"'))
def _held_and_led(ledger: Ledger, attempt: Attempt, people: People, day: date, name: str) -> None:
    leader = people.known(name)
    with attempt:
        ledger.hold_meeting(f"vux/{day}", led_by=leader, on=day)


@step(said("the meeting of {day:Day} is held, attended by"))
def _held_and_attended(ledger: Ledger, attempt: Attempt, day: date, datatable: list[list[str]]) -> None:
    lines = [
        Attendance(member=member_key(member), expected=int(expected), present=int(present))
        for member, expected, present in datatable[1:]
    ]
    with attempt:
        ledger.hold_meeting(f"vux/{day}", attendance=lines, on=day)


@step(said("the meeting of {day:Day} is cancelled on {on:When}"))
@when(said("träffen {day:Day} ställs in {on:When}"))
def _cancelled(ledger: Ledger, attempt: Attempt, day: date, on: str) -> None:
    with attempt:
        ledger.cancel_meeting(f"vux/{day}", reason="Förhinder.", on=on)


@step(said("the network met on {days:Day+}"))
def _met(ledger: Ledger, days: list[date]) -> None:
    _meetings(ledger, "network", days)


@given(said("the principals met on {days:Day+}"))
def _principals_met(ledger: Ledger, days: list[date]) -> None:
    _meetings(ledger, "principals", days)


def _meetings(ledger: Ledger, kind: str, days: list[date]) -> None:
    with ledger.unit() as unit:
        for day in days:
            unit.schedule_meeting("vux", kind=kind, planned_on=str(day), on=day)
            unit.hold_meeting(f"vux/{day}", on=day)


@step(said('the meeting of {day:Day} decides "{text:Text}"'))
def _decided(ledger: Ledger, attempt: Attempt, day: date, text: str) -> None:
    with attempt:
        ledger.take_decision(f"vux/{day}", key="d1", text=text, on=day)


@step(said('the meeting of {day:Day} gives "{name:Text}" the task "{task:Text}"'))
def _task_given(ledger: Ledger, attempt: Attempt, people: People, day: date, name: str, task: str) -> None:
    responsible = people.known(name)
    with attempt:
        ledger.agree_action(f"vux/{day}", key="a1", text=task, responsible=responsible, on=day)


@step(said("the task of the meeting of {day:Day} is done on {on:When}"))
def _task_done(ledger: Ledger, attempt: Attempt, day: date, on: str) -> None:
    with attempt:
        ledger.close_action(f"vux/{day}", key="a1", on=on)


@given(said("the task of the meeting of {day:Day} is taken to that of {later:Day} on {on:When}"))
def _task_taken(ledger: Ledger, day: date, later: date, on: str) -> None:
    ledger.carry_over_action(f"vux/{day}", key="a1", to=f"vux/{later}", on=on)


@when(said("the meeting of {day:Day} is held, attended by somebody who is not named"))
def _held_by_nobody(ledger: Ledger, attempt: Attempt, day: date) -> None:
    with attempt:
        ledger.hold_meeting(f"vux/{day}", attendance=[Attendance()], on=day)


@when(said('"{name:Text}" passes on from the meeting of {day:Day}, to {to:Body}, on {on:When}'))
def _passed_on(ledger: Ledger, attempt: Attempt, people: People, name: str, day: date, to: str, on: str) -> None:
    by = people.known(name)
    with attempt:
        ledger.give_meeting_feedback(f"vux/{day}", recipient=to, by=by, given_as="chair", on=on)
