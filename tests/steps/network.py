"""The network as a body: its members, what it sends, what it is told."""

from datetime import date

from pytest_bdd import given, step, when

from governance.ledger import Ledger
from governance.model.event import Digest
from tests.steps.ledger import Attempt
from tests.steps.role import People
from tests.steps.words import member_key, said


@step(said('"{name:Text}" joins the network on {on:Day}'))
def _joined(ledger: Ledger, attempt: Attempt, name: str, on: date) -> None:
    with attempt:
        ledger.join_network("vux", member=member_key(name), name=name, on=on)


@step(said('"{member:Member}" leaves the network with {on:Day}'))
def _left(ledger: Ledger, attempt: Attempt, member: str, on: date) -> None:
    with attempt:
        ledger.leave_network("vux", member=member, on=on)


@step(said("the network is dissolved on {on:Day}"))
def _dissolved(ledger: Ledger, attempt: Attempt, on: date) -> None:
    with attempt:
        ledger.dissolve_network("vux", on=on)


@step(said("the network is established again on {on:Day}"))
def _reestablished(ledger: Ledger, attempt: Attempt, on: date) -> None:
    with attempt:
        ledger.reestablish_network("vux", on=on)


@step(said("the work plan for {year:Year} is adopted on {on:When}"))
def _plan_adopted(ledger: Ledger, attempt: Attempt, year: int, on: str) -> None:
    with attempt:
        ledger.adopt_work_plan("vux", year=year, on=on)


@step(said("the register of people is sent in on {on:When}"))
def _register(ledger: Ledger, attempt: Attempt, on: str) -> None:
    with attempt:
        ledger.submit_register("vux", document=Digest(sha256="5" * 64), recipient="registry", on=on)


@step(said("the meeting dates {days:Day+} are sent in on {on:When}"))
def _dates(ledger: Ledger, attempt: Attempt, days: list[date], on: str) -> None:
    with attempt:
        ledger.submit_meeting_dates("vux", dates=[str(day) for day in days], recipient="registry", on=on)


@step(said('the agreement "{title:Text}" is put on record on {on:When}'))
def _agreement(ledger: Ledger, attempt: Attempt, title: str, on: str) -> None:
    with attempt:
        ledger.register_agreement("vux", title=title, on=on)


@step(said("a summary is sent to {to:Body} on {on:When}"))
def _summary(ledger: Ledger, attempt: Attempt, to: str, on: str) -> None:
    with attempt:
        ledger.send_summary("vux", recipient=to, on=on)


@step(said('"{name:Text}" gives feedback as {role:Role} to {to:Body} on {on:When}'))
def _feedback_as(ledger: Ledger, attempt: Attempt, people: People, name: str, role: str, to: str, on: str) -> None:
    by = people.known(name)
    with attempt:
        ledger.give_feedback("vux", recipient=to, by=by, given_as=role, on=on)


@step(said('"{name:Text}" gives feedback to {to:Body} on {on:When}'))
def _feedback(ledger: Ledger, attempt: Attempt, people: People, name: str, to: str, on: str) -> None:
    by = people.known(name)
    with attempt:
        ledger.give_feedback("vux", recipient=to, by=by, on=on)


@step(said('feedback is given to "{to:Text}" on {on:When}'))
def _feedback_to(ledger: Ledger, attempt: Attempt, to: str, on: str) -> None:
    with attempt:
        ledger.give_feedback("vux", recipient=to, on=on)


@step(said('the working group "{group:Member}" is formed on {on:When}'))
def _group_formed(ledger: Ledger, attempt: Attempt, group: str, on: str) -> None:
    with attempt:
        ledger.form_working_group("vux", group=group, name=group, on=on)


@step(said('the working group "{group:Member}" reports on {on:When}'))
def _group_reported(ledger: Ledger, attempt: Attempt, group: str, on: str) -> None:
    with attempt:
        ledger.report_working_group("vux", group=group, on=on)


@step(said("the year {year:Year} is closed on {on:When}"))
def _year_closed(ledger: Ledger, attempt: Attempt, year: int, on: str) -> None:
    with attempt:
        ledger.close_year("vux", year=year, on=on)


@given(said('the working group "{group:Member}" is dissolved on {on:When}'))
def _group_dissolved(ledger: Ledger, group: str, on: str) -> None:
    ledger.dissolve_working_group("vux", group=group, on=on)


@when(said('the network is renamed "{name:Text}"'))
def _renamed(ledger: Ledger, name: str) -> None:
    ledger.rename_network("vux", name=name)
