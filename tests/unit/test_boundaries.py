"""The edges of the rules: the last day that is allowed and the first that is not, and dates that are told roughly.

A rough date is refused only where it surely contradicts; except after an end, where it must surely lie before.
"""

from collections.abc import Callable

import pytest

from governance import errors as e
from governance.errors import GovernanceError
from governance.ledger import Ledger
from governance.model.assignment import ReportAsked
from governance.model.meeting_events import Attendance
from governance.time import When
from tests.kit.mandates import small, stated
from tests.kit.world import World, world

Step = Callable[[Ledger], object]
Case = tuple[str, list[Step], Step, type[GovernanceError] | None]
"""What it is about, what happened before, what is tried, and how it is refused (None: it is allowed)."""


def begun() -> World:
    """Established and the mandate in force on 15 January; it is 1 July. Anna and Bo are registered."""
    w = world(small(stated(), begins="2021-01-15"), today="2021-07-01", adopted="2021-01-15")
    w.ledger.register_person("Anna", person="p-anna", on="2021-01-15")
    w.ledger.register_person("Bo", person="p-bo", on="2021-01-15")
    return w


def issue(on: str) -> Step:
    return lambda x: x.issue_assignment("net", key="b", title="B", reports=[ReportAsked(report="r")], on=on)


def submit(on: str, **more: str) -> Step:
    return lambda x: x.submit_report("net/b", report="r", on=on, **more)  # type: ignore[arg-type]  # texts only


def plan(planned_on: str = "2021-06-10", host: str | None = None, kind: str = "plain") -> Step:
    return lambda x: x.schedule_meeting("net", planned_on=planned_on, kind=kind, host=host, key="m", on="2021-02-01")


def held(on: str, **more: object) -> Step:
    return lambda x: x.hold_meeting("net/m", on=on, **more)  # type: ignore[arg-type]  # attendance only


def chair(starts: str, ends: str | None = None, holder: str = "p-anna") -> Step:
    return lambda x: x.assign_role("net", role="chair", holder=holder, starts=starts, ends=ends, on="2021-01-15")


def no_chair(ends: str, holder: str = "p-anna") -> Step:
    return lambda x: x.end_role("net", role="chair", holder=holder, ends=ends)


ASSIGNMENTS: list[Case] = [
    ("issued in the month of the beginning", [], issue("2021-01"), None),
    ("issued the day before", [], issue("2021-01-14"), e.NetworkNotYetEstablished),
    ("a goal of the mandate of that month", [], lambda x: x.issue_assignment("net", key="b", title="B", goals=["9"],
                                                                             on="2021-01"), e.GoalUnknown),
    ("submitted on the day of issue", [issue("2021-02-10")], submit("2021-02-10"), None),
    ("submitted the day before", [issue("2021-02-10")], submit("2021-02-09"), e.PrecedesAssignment),
    ("issued roughly", [issue("2021-02")], submit("2021-02-01"), None),
    ("submitted roughly", [issue("2021-02-10")], submit("2021-02"), None),
    ("the day before it was withdrawn", [issue("2021-02-10"), lambda x: x.withdraw_assignment(
        "net/b", reason="R", on="2021-06-01")], submit("2021-05-31"), None),
    ("the day on which it was withdrawn", [issue("2021-02-10"), lambda x: x.withdraw_assignment(
        "net/b", reason="R", on="2021-06-01")], submit("2021-06-01"), None),
    ("withdrawn roughly", [issue("2021-02-10"), lambda x: x.withdraw_assignment(
        "net/b", reason="R", on="2021-06")], submit("2021-06-10"), None),
    ("withdrawn, and submitted roughly", [issue("2021-02-10"), lambda x: x.withdraw_assignment(
        "net/b", reason="R", on="2021-06-01")], submit("2021"), None),
    ("the day on which it was completed", [issue("2021-02-10"), lambda x: x.complete_assignment(
        "net/b", on="2021-06-01")], submit("2021-06-01"), None),
    ("the day after it was completed", [issue("2021-02-10"), lambda x: x.complete_assignment(
        "net/b", on="2021-06-01")], submit("2021-06-02"), None),
    ("completed roughly", [issue("2021-02-10"), lambda x: x.complete_assignment("net/b", on="2021-06")],
     submit("2021-06-15"), None),
    ("completed, and submitted roughly", [issue("2021-02-10"), lambda x: x.complete_assignment(
        "net/b", on="2021-06-15")], submit("2021-06"), None),
    ("an addressee of that month's mandate", [issue("2021-01-15")], submit("2021-01", recipient="nobody"),
     e.AddresseeUnknown),
    ("accepted on the day of delivery", [issue("2021-02-10"), submit("2021-06-10")],
     lambda x: x.accept_report("net/b", report="r", on="2021-06-10"), None),
    ("accepted the day before", [issue("2021-02-10"), submit("2021-06-10")],
     lambda x: x.accept_report("net/b", report="r", on="2021-06-09"), e.ReportNotSubmitted),
    ("delivered roughly", [issue("2021-02-10"), submit("2021-06")],
     lambda x: x.accept_report("net/b", report="r", on="2021-06-02"), None),
    ("accepted roughly", [issue("2021-02-10"), submit("2021-06-10")],
     lambda x: x.accept_report("net/b", report="r", on="2021-06"), None),
    ("put off from a day to its month", [], lambda x: x.extend_deadline(
        "net/a", report="final", due="2021-10", reason="R"), None),
    ("put off from a month to a day in it", [], lambda x: x.extend_deadline(
        "net/a", report="partial", due="2021-05-20", reason="R"), e.ExtensionNotLater),
    ("put off from nothing", [], lambda x: x.extend_deadline("net/a", report="memo", due="2021-02", reason="R"), None),
]  # fmt: skip

MEETINGS: list[Case] = [
    ("a kind of that month's mandate", [], plan("2021-01", kind="party"), e.MeetingKindUnknown),
    ("a kind, on a day without a mandate", [lambda x: x.end_mandate("net", ends="2021-12-31")],
     plan("2022-05", kind="party"), e.MeetingKindUnknown),
    ("a host who had joined by then", [lambda x: x.join_network("net", member="ek", on="2021-06-15")],
     plan("2021-06", "ek"), None),
    ("a host who left afterwards", [lambda x: x.leave_network("net", member="alby", on="2021-03-01")],
     plan("2021-02-12", "alby"), None),
    ("a host who left before", [lambda x: x.leave_network("net", member="alby", on="2021-03-01")],
     plan("2021-03-02", "alby"), None),
    ("the host of a past meeting, who left since", [plan("2021-02-12"), held("2021-02-12"), lambda x: x.leave_network(
        "net", member="alby", on="2021-03-01")], lambda x: x.change_host("net/m", host="alby"), None),
    ("moved within the month of the end", [plan(), lambda x: x.dissolve_network("net", on="2021-06-15")],
     lambda x: x.reschedule_meeting("net/m", planned_on="2021-06", on="2021-06-01"), None),
    ("called on the day", [plan(), held("2021-06-10")], lambda x: x.call_meeting("net/m", on="2021-06-10"), None),
    ("called the day after", [plan(), held("2021-06-10")], lambda x: x.call_meeting("net/m", on="2021-06-11"),
     e.FollowsMeeting),
    ("called roughly", [plan(), held("2021-06-10")], lambda x: x.call_meeting("net/m", on="2021-06"), None),
    ("held roughly", [plan(), held("2021-06")], lambda x: x.call_meeting("net/m", on="2021-06-20"), None),
    ("held in the month of the beginning", [plan()], held("2021-01"), None),
    ("held on the day it was called", [plan(), lambda x: x.call_meeting("net/m", on="2021-06-10")], held("2021-06-10"),
     None),
    ("held when it was called roughly", [plan(), lambda x: x.call_meeting("net/m", on="2021-06")], held("2021-06-10"),
     None),
    ("held roughly after it was called", [plan(), lambda x: x.call_meeting("net/m", on="2021-06-10")], held("2021-06"),
     None),
    ("a member who had joined by then came", [plan(), lambda x: x.join_network("net", member="ek", on="2021-06-15")],
     held("2021-06", attendance=[Attendance(member="ek", expected=2, present=1)]), None),
    ("a person came or did not", [plan()], held("2021-06-10", attendance=[
        Attendance(person="person:p-anna"), Attendance(person="person:p-bo", present=0)]), None),
    ("a person came twice", [plan()], held("2021-06-10", attendance=[Attendance(person="person:p-anna", present=2)]),
     e.AttendanceImpossible),
    ("decided roughly", [plan(), held("2021-06-10")], lambda x: x.take_decision("net/m", key="d", text="T",
                                                                                on="2021-06"), None),
    ("decided when it was held roughly", [plan(), held("2021-06")], lambda x: x.take_decision(
        "net/m", key="d", text="T", on="2021-06-10"), None),
    ("feedback to an addressee of that month's mandate", [plan("2021-01-15"), held("2021-01-15")],
     lambda x: x.give_meeting_feedback("net/m", recipient="nobody", on="2021-01"), e.AddresseeUnknown),
    ("minutes on the day", [plan(), held("2021-06-10")], lambda x: x.submit_minutes("net/m", on="2021-06-10"), None),
    ("minutes roughly", [plan(), held("2021-06-10")], lambda x: x.submit_minutes("net/m", on="2021-06"), None),
    ("minutes when it was held roughly", [plan(), held("2021-06")],
     lambda x: x.submit_minutes("net/m", on="2021-06-10"), None),
    ("minutes to an addressee of that month's mandate", [plan("2021-01-15"), held("2021-01-15")],
     lambda x: x.submit_minutes("net/m", recipient="nobody", on="2021-01"), e.AddresseeUnknown),
    ("approved on the day of the draft", [plan(), held("2021-06-10"), lambda x: x.draft_minutes(
        "net/m", on="2021-06-20")], lambda x: x.approve_minutes("net/m", by="p-anna", on="2021-06-20"), None),
    ("approved, drafted roughly", [plan(), held("2021-06-10"), lambda x: x.draft_minutes("net/m", on="2021-06")],
     lambda x: x.approve_minutes("net/m", by="p-anna", on="2021-06-12"), None),
    ("approved roughly", [plan(), held("2021-06-10"), lambda x: x.draft_minutes("net/m", on="2021-06-20")],
     lambda x: x.approve_minutes("net/m", by="p-anna", on="2021-06"), None),
]  # fmt: skip

JOINED = [lambda x: x.join_network("net", member="ek", on="2021-02")]

NETWORK: list[Case] = [
    ("dissolved roughly", [lambda x: x.dissolve_network("net", on="2021-06")],
     lambda x: x.adopt_work_plan("net", year=2021, on="2021-06-30"), None),
    ("renamed in the month of the end", [lambda x: x.dissolve_network("net", on="2021-06-15")],
     lambda x: x.rename_network("net", name="N", on="2021-06"), None),
    ("a plan in the month of the beginning", [], lambda x: x.adopt_work_plan("net", year=2021, on="2021-01"), None),
    ("a group in the month of the beginning", [], lambda x: x.form_working_group("net", group="g", name="G",
                                                                                  on="2021-01"), None),
    ("joined roughly, host on its first day", JOINED, plan("2021-02-01", "ek"), None),
    ("host before it joined", JOINED, plan("2021-01-31", "ek"), e.NotAMember),
    ("host on its last day", [*JOINED, lambda x: x.leave_network("net", member="ek", on="2021-03-10")],
     plan("2021-03-10", "ek"), None),
    ("left roughly, host on the last day", [*JOINED, lambda x: x.leave_network("net", member="ek", on="2021-03")],
     plan("2021-03-31", "ek"), None),
    ("host after it left", [*JOINED, lambda x: x.leave_network("net", member="ek", on="2021-03-10")],
     plan("2021-03-11", "ek"), None),
    ("left and back", [*JOINED, lambda x: x.leave_network("net", member="ek", on="2021-03-10"),
                       lambda x: x.join_network("net", member="ek", on="2021-04-10")], plan("2021-05-01", "ek"), None),
    ("left, back and left", [*JOINED, lambda x: x.leave_network("net", member="ek", on="2021-03-10"),
                             lambda x: x.join_network("net", member="ek", on="2021-04-10"),
                             lambda x: x.leave_network("net", member="ek", on="2021-05-10")],
     plan("2021-05-11", "ek"), None),
    ("another left", [*JOINED, lambda x: x.leave_network("net", member="alby", on="2021-03-10")],
     plan("2021-05-01", "ek"), None),
    ("a member of long ago still is known", [lambda x: x.leave_network("net", member="alby", on="2021-03-10")],
     lambda x: x.give_feedback("net", recipient="principal", by="org:alby"), None),
    ("left in the month of joining", [lambda x: x.join_network("net", member="ek", on="2021-02-10")],
     lambda x: x.leave_network("net", member="ek", on="2021-02"), None),
    ("an addressee of that month's mandate", [], lambda x: x.send_summary("net", recipient="nobody", on="2021-01"),
     e.AddresseeUnknown),
    ("a group reports on its first day", [lambda x: x.form_working_group("net", group="g", name="G", on="2021-02-10")],
     lambda x: x.report_working_group("net", group="g", on="2021-02-10"), None),
    ("a group formed roughly reports", [lambda x: x.form_working_group("net", group="g", name="G", on="2021-02")],
     lambda x: x.report_working_group("net", group="g", on="2021-02-02"), None),
    ("a group reports roughly", [lambda x: x.form_working_group("net", group="g", name="G", on="2021-02-10")],
     lambda x: x.report_working_group("net", group="g", on="2021-02"), None),
    ("a group reports on its last day", [lambda x: x.form_working_group("net", group="g", name="G", on="2021-02-10"),
                                         lambda x: x.dissolve_working_group("net", group="g", on="2021-03-01")],
     lambda x: x.report_working_group("net", group="g", on="2021-03-01"), None),
    ("a group dissolved roughly reports", [lambda x: x.form_working_group("net", group="g", name="G", on="2021-02-10"),
                                           lambda x: x.dissolve_working_group("net", group="g", on="2021-03")],
     lambda x: x.report_working_group("net", group="g", on="2021-03-20"), None),
    ("another group was dissolved", [lambda x: x.form_working_group("net", group="g", name="G", on="2021-02-10"),
                                     lambda x: x.form_working_group("net", group="h", name="H", on="2021-02-10"),
                                     lambda x: x.dissolve_working_group("net", group="h", on="2021-03-01")],
     lambda x: x.report_working_group("net", group="g", on="2021-04-01"), None),
    ("an agreement for a day", [], lambda x: x.register_agreement("net", title="A", starts="2021-02-01",
                                                                  ends="2021-02-01"), None),
    ("an agreement without an end", [], lambda x: x.register_agreement("net", title="A", starts="2021-02-01"), None),
    ("an agreement that ends roughly", [], lambda x: x.register_agreement("net", title="A", starts="2021-02-10",
                                                                          ends="2021-02"), None),
    ("an agreement that begins roughly", [], lambda x: x.register_agreement("net", title="A", starts="2021-02",
                                                                            ends="2021-02-10"), None),
]  # fmt: skip

ROLES: list[Case] = [
    ("for one day", [], chair("2021-03-01", "2021-03-01"), None),
    ("to the end of a month", [], chair("2021-03-15", "2021-03"), None),
    ("until the other time begins", [chair("2021-06-01")], chair("2021-05-01", "2021-05-31"), None),
    ("until the first day of the other time", [chair("2021-06-01")], chair("2021-05-01", "2021-06-01"),
     None),
    ("to the end of the month of the other time", [chair("2021-06-15")], chair("2021-05-01", "2021-06"),
     None),
    ("from the first day of the other time", [chair("2021-06-15")], chair("2021-06-15", "2021-06-30"),
     e.RoleHeldAlready),
    ("from that day, for another", [chair("2021-06-15")], chair("2021-06-15", holder="p-bo"), None),
    ("from the last day of the other time", [chair("2021-03-01", "2021-03")], chair("2021-03-31"), None),
    ("from the day after the other time", [chair("2021-03-01", "2021-03")], chair("2021-04-01"), None),
    ("after an early end", [chair("2021-03-01", "2021-06-30"), no_chair("2021-04-30")], chair("2021-05-01"), None),
    ("after another's end", [chair("2021-03-01"), chair("2021-03-01", holder="p-bo"), no_chair("2021-04-30", "p-bo")],
     chair("2021-05-01"), None),
    ("again after an end of before", [chair("2021-02-01"), no_chair("2021-02-28"), chair("2021-03-01")],
     chair("2021-04-01"), None),
    ("ended on its first day", [chair("2021-03-01")], no_chair("2021-03-01"), None),
    ("ended on its last day", [chair("2021-03-01", "2021-04-30")], no_chair("2021-04-30"), None),
    ("ended a day early", [chair("2021-03-01", "2021-04-30")], no_chair("2021-04-29"), None),
    ("ended between two times", [chair("2021-02-01", "2021-02-10"), chair("2021-05-01")], no_chair("2021-03-01"),
     None),
    ("ended before the first of two times", [chair("2021-03-01", "2021-03-10"), chair("2021-05-01")],
     no_chair("2021-02-01"), e.EndsBeforeItBegins),
    ("ended in the second of two times", [chair("2021-02-01", "2021-02-10"), chair("2021-05-01")],
     no_chair("2021-06-01"), None),
    ("a role that the mandate of today does not have", [lambda x: x.end_mandate("net", ends="2021-12-31")],
     lambda x: x.assign_role("net", role="king", holder="p-anna", starts="2022-02-01"), e.RoleUnknown),
]  # fmt: skip

MANDATES: list[Case] = [
    ("amended on the last day", [lambda x: x.end_mandate("net", ends="2021-06-30")],
     lambda x: x.amend_mandate(small(version="2", begins="2021-06-30")), e.NoMandateInForce),  # decided on 1 July
    ("amended on the last day, decided then", [lambda x: x.end_mandate("net", ends="2021-06-30")],
     lambda x: x.amend_mandate(small(version="2", begins="2021-06-30"), on="2021-06-30"), None),
    ("another from the last day on", [lambda x: x.end_mandate("net", ends="2021-06-30")],
     lambda x: x.adopt_mandate(small(version="2", begins="2021-06-30")), e.MandateInForce),
    ("another from the day after", [lambda x: x.end_mandate("net", ends="2021-06-30")],
     lambda x: x.adopt_mandate(small(version="2", begins="2021-07-01")), None),
    ("for one day", [lambda x: x.end_mandate("net", ends="2021-06-30")],
     lambda x: x.adopt_mandate(small(version="2", begins="2021-07-01", ends="2021-07-01")), None),
    ("ended on its first day", [], lambda x: x.end_mandate("net", ends="2021-01-15"), None),
    ("ended the day before", [], lambda x: x.end_mandate("net", ends="2021-01-14"), e.NoMandateInForce),
]  # fmt: skip

CASES = ASSIGNMENTS + MEETINGS + NETWORK + ROLES + MANDATES


@pytest.mark.parametrize(
    ("before", "tried", "refused"), [case[1:] for case in CASES], ids=[f"{n} {case[0]}" for n, case in enumerate(CASES)]
)
def test_at_the_edge(before: list[Step], tried: Step, refused: type[GovernanceError] | None) -> None:
    w = begun()
    for step in before:
        step(w.ledger)
    if refused is None:
        tried(w.ledger)
        return
    with pytest.raises(GovernanceError) as caught:
        tried(w.ledger)
    assert type(caught.value) is refused


def test_a_network_without_a_mandate_lets_everything_be_called_as_it_likes() -> None:
    w = World(text="2021-07-01T12:00:00Z")
    w.ledger.establish_network("net", name="N", on="2021-01")
    w.ledger.join_network("net", member="ek", on="2021-01-10")
    w.ledger.issue_assignment("net", key="b", title="B", goals=["9"], on="2021-02-01")
    w.ledger.schedule_meeting("net", planned_on="2021-06-10", kind="party", host="ek", on="2021-02-01")
    w.ledger.register_person("Anna", person="p-anna", on="2021-01-10")
    w.ledger.assign_role("net", role="king", holder="p-anna", starts="2021-02-01", on="2021-02-01")
    w.ledger.send_summary("net", recipient="whoever", on="2021-02-01")


def test_an_end_that_was_recorded_before_a_version_is_not_its_end() -> None:
    w = begun()
    w.ledger.end_mandate("net", ends="2021-12-31", on="2021-05-01")
    w.ledger.amend_mandate(small(stated(), version="2", begins="2021-06-01"), on="2021-06-01")
    network = w.facts()["net"].network
    labels = [
        version.mandate_version if version else None
        for version in (network.version_on(day.first) for day in map(_when, ("2021-05-31", "2021-06-01", "2022-02-01")))
    ]
    assert labels == ["1", "2", "2"]


def test_of_two_ends_the_earlier_counts() -> None:
    w = world(small(begins="2021-01-15", ends="2021-12-31"), today="2021-07-01", adopted="2021-01-15")
    w.ledger.end_mandate("net", ends="2021-06-30")
    network = w.facts()["net"].network
    assert [network.version_on(_when(day).first) is None for day in ("2021-06-30", "2021-07-01")] == [False, True]


def _when(text: str) -> When:

    return When.parse(text)


def test_a_report_that_is_not_asked_for_names_those_that_are() -> None:
    w = begun()
    with pytest.raises(e.ReportUnknown, match=r"asks for no report x \(it asks for partial, final, memo\)"):
        w.ledger.submit_report("net/a", report="x")
    w.ledger.issue_assignment("net", key="b", title="B")
    with pytest.raises(e.ReportUnknown, match=r"\(it asks for -\)"):
        w.ledger.submit_report("net/b", report="x")


@pytest.mark.parametrize(("on", "refused"), [("2022", None), ("2022-01-01", None), ("2021-12-31", e.YearNotOver),
                                             ("2021", e.YearNotOver)])  # fmt: skip
def test_a_year_is_closed_when_it_is_over(on: str, refused: type[GovernanceError] | None) -> None:
    w = begun()
    w.clock.at("2022-02-01")
    if refused is None:
        w.ledger.close_year("net", year=2021, on=on)
        return
    with pytest.raises(refused):
        w.ledger.close_year("net", year=2021, on=on)
