"""The two example files, compared with the list of clauses that was made by hand from the written mandate."""

from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest

from governance.duties.compiled import duties
from governance.duties.due.after import After
from governance.duties.language import Mandate
from governance.duties.occasions.quota import Quota
from governance.duties.reading import read_mandate

EXAMPLES = Path(__file__).parents[3] / "examples"
PLAIN = (EXAMPLES / "skaraborg-vuxenutbildning-2021.toml").read_text("utf-8")
ASSUMING = (EXAMPLES / "skaraborg-vuxenutbildning-2021-assumption.toml").read_text("utf-8")

CLAUSES = {
    # clause: pattern, holder, counterparties, evidence, what the written mandate is silent on
    "B1": ("unmeasured", "members", ("members",), "attendance", {"measure"}),
    "B2": ("unmeasured", "members", (), "none", {"everything"}),
    "B3": ("standing", "members", (), "agreement_registered", {"date", "versions"}),
    "S1": ("unmeasured", "network", ("principal",), "assignment_goals", {"measure"}),
    "U0": ("each_year", "principal", ("network",), "assignment_issued", {"deciding_meeting"}),
    "U1": ("report", "network", ("principal",), None, {"date", "form", "recipient", "acceptance"}),
    "U2": ("report", "network", ("principal",), None, {"date", "form", "recipient", "acceptance"}),
    "U3": ("report", "network", ("principal",), None, {"date", "form", "recipient", "acceptance"}),
    "O1": ("each_meeting", "chair", ("network",), "meeting_led", {"deputy", "term"}),
    "O2": (
        "standing",
        "chair",
        ("principal", "administration-representative"),
        "feedback_given",
        {"deadline", "form"},
    ),
    "O3": ("unmeasured", "chair", (), "none", {"everything"}),
    "Se1": ("each_meeting", "secretary", (), "minutes_drafted", {"deadline", "approval"}),
    "Se2": ("each_meeting", "secretary", ("registry",), "minutes_submitted", {"deadline", "receipt"}),
    "P1": ("each_year", "presidium", (), "work_plan_adopted", {"deadline", "who"}),
    "P2": ("each_meeting", "presidium", (), "meeting_prepared", {"kinds"}),
    "P3": ("unmeasured", "presidium", (), "working_group_reported", {"groups"}),
    "P4": ("standing", "presidium", ("principal",), "summary_sent", {"how_often"}),
    "P5": ("standing", "presidium", ("registry",), "register_submitted", {"staleness"}),
    "P6": ("standing", "presidium", ("registry",), "meeting_dates_submitted", {"deadline"}),
    "C1": ("standing", "school-chief", ("network",), "feedback_given", {"who", "deadline"}),
    "C2": ("standing", "school-chief", ("principal",), "feedback_given", {"who", "deadline", "overlap"}),
    "M1": ("quota", "network", (), None, {"kinds", "part_years"}),
}
MUNICIPALITIES = (
    "Essunga Falköping Grästorp Gullspång Götene Hjo Karlsborg Lidköping"
    " Mariestad Skara Skövde Tibro Tidaholm Töreboda Vara"
)


@pytest.fixture(scope="module")
def mandate() -> Mandate:
    return read_mandate(PLAIN)


def test_every_clause_is_there_once_and_has_one_duty(mandate: Mandate) -> None:
    assert [clause.id for clause in mandate.clauses] == list(CLAUSES)
    assert [duty.id for duty in duties(mandate)] == list(CLAUSES)


@pytest.mark.parametrize("clause", CLAUSES)
def test_a_clause_says_what_the_written_mandate_says(mandate: Mandate, clause: str) -> None:
    duty = next(duty for duty in duties(mandate) if duty.clause == clause)
    found = (duty.pattern, duty.holder, duty.counterparty, duty.evidence, set(duty.silent_on))
    assert found == CLAUSES[clause]


def test_no_duty_has_a_due_date_that_the_written_mandate_does_not_give(mandate: Mandate) -> None:
    assert not mandate.assumptions
    assert all(duty.due is None for duty in duties(mandate))


def test_meetings_that_duties_speak_of(mandate: Mandate) -> None:
    spoken = {d.id: getattr(d.duty, "kinds", ()) for d in duties(mandate)}
    assert {clause: kinds for clause, kinds in spoken.items() if kinds} == {
        "O1": ("network",), "Se1": ("network",), "Se2": ("network",), "P2": ("principals",), "M1": ("network",),
    }  # fmt: skip
    quota = next(d.duty for d in duties(mandate) if d.id == "M1")
    assert isinstance(quota, Quota)
    assert (quota.at_least, quota.unclear_kinds) == (6, ("principals",))


def test_the_assignments_and_their_reports(mandate: Mandate) -> None:
    found = [(a.key, a.clause, a.goals, [(r.key, str(r.due)) for r in a.reports]) for a in mandate.assignments]
    assert found == [
        ("2021-1", "U1", ("2", "3"), [("partial", "2021-05"), ("final", "2021-10")]),
        ("2021-2", "U2", ("1", "2"), [("partial", "2021-05"), ("final", "2021-10")]),
        ("2021-3", "U3", ("1", "2"), [("partial", "2021-06"), ("final", "2022-04")]),
    ]


def test_who_is_who(mandate: Mandate) -> None:
    assert (mandate.network.key, mandate.network.time_zone) == ("vux", "Europe/Stockholm")
    assert (mandate.in_force.from_, mandate.in_force.to) == (date(2021, 1, 1), None)
    assert mandate.principal.key == "skolchefsnatverket"
    assert " ".join(member.name[""] for member in mandate.members) == MUNICIPALITIES
    ascii_names = MUNICIPALITIES.lower().translate(str.maketrans("åäö", "aao"))
    assert " ".join(member.key for member in mandate.members) == ascii_names
    assert [(role.key, role.held_by, role.derived_from) for role in mandate.roles] == [
        ("chair", "person", None),
        ("presidium", "persons", None),
        ("secretary", "derived", "meeting.host"),
        ("school-chief", "person", None),
    ]


def test_three_goals_with_two_sub_goals_each(mandate: Mandate) -> None:
    assert [(goal.id, len(goal.sub_goals)) for goal in mandate.goals] == [("1", 2), ("2", 2), ("3", 2)]


def test_all_that_people_read_is_in_swedish_and_english(mandate: Mandate) -> None:
    texts = [
        mandate.title,
        *(clause.text for clause in mandate.clauses),
        *(text for goal in mandate.goals for text in (goal.text, *goal.sub_goals)),
        *(mandate.network.name, mandate.principal.name),
        *(role.name for role in mandate.roles),
        *(kind.name for kind in mandate.meeting_kinds),
        *(assignment.title for assignment in mandate.assignments),
    ]
    assert all(set(text) == {"sv", "en"} for text in texts)


def test_the_second_example_adds_one_assumption_and_nothing_else(mandate: Mandate) -> None:
    assert ASSUMING.startswith(PLAIN)
    assuming = read_mandate(ASSUMING)
    assert assuming.model_copy(update={"assumptions": ()}) == mandate
    (assumption,) = assuming.assumptions
    assert (assumption.clause, assumption.due) == ("Se2", After(rule="after", days=14))
    changed = [new.id for old, new in zip(duties(mandate), duties(assuming), strict=True) if asdict(old) != asdict(new)]
    assert changed == ["Se2"]
