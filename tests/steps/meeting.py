"""Meetings: planned, moved, called, prepared, held or cancelled."""

from datetime import date, time

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


@step(said("a meeting is planned for {day:Day}"))
@given(said("att ett möte är planerat till {day:Day}"))
def _ordinary_planned(ledger: Ledger, attempt: Attempt, day: date) -> None:
    with attempt:
        ledger.schedule_meeting("vux", kind="network", planned_on=str(day))


@step(said("a meeting is planned for {day:Day} at {at:Time}"))
def _planned_at(ledger: Ledger, attempt: Attempt, day: date, at: time) -> None:
    with attempt:
        ledger.schedule_meeting("vux", kind="network", planned_on=str(day), planned_at=f"{at:%H:%M}")


@step(said("on {on:Day} a meeting is planned for {day:Day}"))
def _planned_then(ledger: Ledger, attempt: Attempt, on: date, day: date) -> None:
    with attempt:
        ledger.schedule_meeting("vux", kind="network", planned_on=str(day), on=on)


@step(said("an extraordinary meeting is planned for {day:Day}"))
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


@step(said("on {on:Day} the meeting of {planned:When} is moved to {to:Day}"))
def _moved_on(ledger: Ledger, attempt: Attempt, on: date, planned: str, to: date) -> None:
    with attempt:
        ledger.reschedule_meeting(f"vux/{planned}", planned_on=str(to), on=on)


@step(said("the notice of the meeting of {day:Day} goes out on {on:Day} at {at:Time}"))
def _called_at(ledger: Ledger, attempt: Attempt, day: date, on: date, at: time) -> None:
    with attempt:
        ledger.call_meeting(f"vux/{day}", on=on, at=f"{at:%H:%M}")


@step(said('the notice of the meeting of {day:Day} goes out on {on:Day} because "{why:Text}"'))
def _called_with_reason(ledger: Ledger, attempt: Attempt, day: date, on: date, why: str) -> None:
    with attempt:
        ledger.call_meeting(f"vux/{day}", reason=why, on=on)


@when(said("kallelsen till mötet {day:Day} skickas ut {on:Day} utan dagordning"))
def _called_without_agenda(ledger: Ledger, day: date, on: date) -> None:
    ledger.call_meeting(f"vux/{day}", on=on)


@when(said("kallelsen till mötet {day:Day} skickas ut {on:Day} med dagordning"))
def _called_with_agenda(ledger: Ledger, day: date, on: date) -> None:
    ledger.call_meeting(f"vux/{day}", agenda=["Mötet öppnas"], on=on)


@when(said("dagordningen till mötet {day:Day} skickas ut {on:Day}"))
def _agenda_sent(ledger: Ledger, day: date, on: date) -> None:
    ledger.send_papers(f"vux/{day}", what="agenda", on=on)


@when(said("handlingarna till mötet {day:Day} skickas ut {on:Day}"))
def _papers_sent(ledger: Ledger, day: date, on: date) -> None:
    ledger.send_papers(f"vux/{day}", what="papers", on=on)


@step(said("the papers of {day:Day} are sent out on {on:Day}"))
def _papers_sent_out(ledger: Ledger, attempt: Attempt, day: date, on: date) -> None:
    with attempt:
        ledger.send_papers(f"vux/{day}", what="papers", on=on)


@step(said("the papers of {day:Day} are sent to {to:Body} on {on:Day}"))
def _papers_sent_to(ledger: Ledger, attempt: Attempt, day: date, to: str, on: date) -> None:
    with attempt:
        ledger.send_papers(f"vux/{day}", what="papers", recipient=to, on=on)


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
@step(said("mötet {day:Day} hålls"))
def _held(ledger: Ledger, attempt: Attempt, day: date) -> None:
    with attempt:
        ledger.hold_meeting(f"vux/{day}", on=day)


@step(said("the meeting of {day:Day} is held on {on:When}"))
def _held_on(ledger: Ledger, attempt: Attempt, day: date, on: str) -> None:
    with attempt:
        ledger.hold_meeting(f"vux/{day}", on=on)


@step(said("the meeting of {day:Day} is held at {at:Time}"))
def _held_at(ledger: Ledger, attempt: Attempt, day: date, at: time) -> None:
    with attempt:
        ledger.hold_meeting(f"vux/{day}", on=day, at=f"{at:%H:%M}")


@step(said("the meeting of {day:Day} is held with {names:Names} present"))
def _held_with(ledger: Ledger, attempt: Attempt, people: People, day: date, names: list[str]) -> None:
    lines = [Attendance(person=people.known(name)) for name in names]
    with attempt:
        ledger.hold_meeting(f"vux/{day}", attendance=lines, on=day)


@step(said('the meeting of {day:Day} is held with {names:Names} present and an apology of "{name:Text}"'))
def _held_with_apology(
    ledger: Ledger, attempt: Attempt, people: People, day: date, names: list[str], name: str
) -> None:
    lines = [Attendance(person=people.known(who)) for who in names]
    lines.append(Attendance(person=people.known(name), present=0, apology=True))
    with attempt:
        ledger.hold_meeting(f"vux/{day}", attendance=lines, on=day)


@step(said("the meeting of {day:Day} is held with the members {names:Names} present"))
def _held_with_members(ledger: Ledger, attempt: Attempt, day: date, names: list[str]) -> None:
    lines = [Attendance(member=member_key(name)) for name in names]
    with attempt:
        ledger.hold_meeting(f"vux/{day}", attendance=lines, on=day)


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


@step(said("the board met on {days:Day+}"))
@given(said("att styrelsen möttes {days:Day+}"))
def _board_met(ledger: Ledger, days: list[date]) -> None:
    _meetings(ledger, "network", days)


@step(said("the board met, with {hosts:Names} as hosts, on {days:Day+}"))
def _board_met_at(ledger: Ledger, hosts: list[str], days: list[date]) -> None:
    for day, host in zip(days, hosts, strict=True):
        ledger.schedule_meeting("vux", kind="network", planned_on=str(day), host=member_key(host), on=day)
        ledger.hold_meeting(f"vux/{day}", on=day)


@step(said("extraordinary meetings were held on {days:Day+}"))
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


@step(said("the task of the meeting of {day:Day} is taken to {to:Body} on {on:When}"))
def _task_escalated(ledger: Ledger, attempt: Attempt, day: date, to: str, on: str) -> None:
    with attempt:
        ledger.escalate_action(f"vux/{day}", key="a1", to=to, on=on)


@step(said("what the meeting of {day:Day} said is passed on to {to:Body} on {on:When}"))
def _passed_on_by_nobody(ledger: Ledger, attempt: Attempt, day: date, to: str, on: str) -> None:
    with attempt:
        ledger.give_meeting_feedback(f"vux/{day}", recipient=to, on=on)


@when(said("the meeting of {day:Day} is held, attended by somebody who is not named"))
def _held_by_nobody(ledger: Ledger, attempt: Attempt, day: date) -> None:
    with attempt:
        ledger.hold_meeting(f"vux/{day}", attendance=[Attendance()], on=day)


@when(said('"{name:Text}" passes on from the meeting of {day:Day}, to {to:Body}, on {on:When}'))
def _passed_on(ledger: Ledger, attempt: Attempt, people: People, name: str, day: date, to: str, on: str) -> None:
    by = people.known(name)
    with attempt:
        ledger.give_meeting_feedback(f"vux/{day}", recipient=to, by=by, given_as="chair", on=on)
