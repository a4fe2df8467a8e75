"""Papers: the work plan, what was sent in and whether it is current, and recorded documents."""

import json

from jsonschema import Draft202012Validator

from governance.questions.papers import (
    RecordedDocument,
    Submission,
    Weedable,
    WorkPlan,
    document,
    submissions,
    weedable,
    work_plans,
)
from governance.questions.view import View
from governance.schemas import answer_schema
from tests.kit.mandates import clause, small
from tests.kit.world import World, utc
from tests.unit.compliance.history import ANN, digest, hold, network, view, when


def of(what: str, seen: View) -> Submission:
    (row,) = (row for row in submissions(seen) if row.what == what)
    return row


def current(told: World, what: str, *days: str) -> list[bool]:
    return [of(what, view(told, day)).current for day in days]


def plan(told: World, *days: str) -> None:
    for day in days:
        told.ledger.schedule_meeting("net", planned_on=day, kind="plain", on="2021-01-10")


# Question 19: work plans


def test_each_year_in_force_has_its_work_plan_or_not() -> None:
    told = network(today="2022-12-31")
    told.ledger.adopt_work_plan("net", year=2021, on="2021-03-01")
    told.ledger.adopt_work_plan("net", year=2021, on="2021-05-01", document=digest("a"))
    first = WorkPlan("net", 2021, False, None, None, "net/P1/2021", "overdue")
    adopted = WorkPlan("net", 2021, True, when("2021-03-01"), told.size - 1, "net/P1/2021", "fulfilled_late")
    second = WorkPlan("net", 2022, False, None, None, "net/P1/2022", "upcoming")
    assert work_plans(view(told, "2020-12-31")) == ()
    assert [row.verdict for row in work_plans(view(told, "2021-02-28"))] == ["upcoming"]
    assert work_plans(view(told, "2021-03-01")) == (adopted,)
    assert work_plans(view(told, "2022-01-01")) == (adopted, second)
    told.ledger.retract_fact(f"#{told.size - 1}", reason="It was a draft.")
    assert work_plans(view(told, "2021-04-30")) == (first,)


def test_every_year_since_the_first_version_is_told() -> None:
    told = network(today="2022-12-31")
    told.ledger.amend_mandate(small(version="2", begins="2022-01-01"), on="2021-12-01")
    assert [row.year for row in work_plans(view(told, "2022-06-01"))] == [2021, 2022]


def test_a_year_that_the_mandate_does_not_reach_has_none() -> None:
    told = network(small(ends="2021-12-31"), today="2022-12-31")
    assert work_plans(view(told, "2022-06-01")) == (WorkPlan("net", 2021, False, None, None, None, None),)


# Question 20: the meeting dates


def test_dates_that_were_never_sent() -> None:
    assert of("meeting_dates", view(network(), "2021-06-01")) == Submission(
        "net", "meeting_dates", None, None, None, False, "It was never sent in.", ()
    )


def test_dates_are_current_until_the_day_a_meeting_moves() -> None:
    told = network()
    plan(told, "2021-02-10", "2021-05-10")
    told.ledger.submit_meeting_dates("net", dates=["2021-02-10", "2021-05-10"], recipient="registry", on="2021-01-10")
    sent = told.size
    told.ledger.reschedule_meeting("net/2021-05-10", planned_on="2021-05-12", on="2021-04-01")
    assert of("meeting_dates", view(told, "2021-03-31")) == Submission(
        "net",
        "meeting_dates",
        when("2021-01-10"),
        "registry",
        sent,
        True,
        "Nothing in it has changed since.",
        (),
    )
    row = of("meeting_dates", view(told, "2021-04-01"))
    assert (row.current, row.changes) == (False, (sent + 1,))
    told.ledger.submit_meeting_dates("net", dates=["2021-02-10", "2021-05-12"], on="2021-04-02")
    assert current(told, "meeting_dates", "2021-04-01", "2021-04-02") == [False, True]


def test_a_meeting_cancelled_or_planned_afterwards_makes_them_stale_and_one_held_does_not() -> None:
    told = network()
    plan(told, "2021-02-10", "2021-05-10")
    told.ledger.submit_meeting_dates("net", dates=["2021-02-10", "2021-05-10"], on="2021-01-10")
    told.ledger.hold_meeting("net/2021-02-10", on="2021-02-10")
    told.ledger.cancel_meeting("net/2021-05-10", on="2021-03-01")
    told.ledger.schedule_meeting("net", planned_on="2022-01-10", kind="plain", on="2021-03-02")
    assert current(told, "meeting_dates", "2021-02-28", "2021-03-01") == [True, False]
    assert len(of("meeting_dates", view(told, "2021-03-02")).changes) == 2


def test_dates_that_differ_from_the_plan_on_the_day_they_were_sent() -> None:
    told = network()
    plan(told, "2021-02-10", "2021-05-10", "2021-09-10", "2022-01-10")
    told.ledger.submit_meeting_dates("net", dates=["2021-02-10", "2021-05-11"], on="2021-01-10")
    row = of("meeting_dates", view(told, "2021-01-10"))
    assert (row.current, row.changes) == (False, ())
    assert row.reason == "The dates sent lack 2021-05-10, 2021-09-10 and name 2021-05-11, which is not planned."


def test_dates_that_lack_a_meeting_or_name_one_too_many_are_not_current() -> None:
    told = network()
    plan(told, "2021-02-10", "2021-05-10")
    told.ledger.submit_meeting_dates("net", dates=["2021-02-10"], on="2021-01-10")
    told.ledger.submit_meeting_dates("net", dates=["2021-02-10", "2021-05-10", "2021-06-10"], on="2021-01-11")
    lacking, needless = (of("meeting_dates", view(told, day)) for day in ("2021-01-10", "2021-01-11"))
    assert (lacking.current, lacking.reason.split(" and ")[0]) == (False, "The dates sent lack 2021-05-10")
    assert (needless.current, needless.reason.split(" and ")[0]) == (False, "The dates sent lack -")


def test_a_meeting_planned_for_a_month_fits_a_date_in_it() -> None:
    told = network()
    plan(told, "2021-05")
    told.ledger.submit_meeting_dates("net", dates=["2021-05-31"], on="2021-01-10")
    assert current(told, "meeting_dates", "2021-01-10") == [True]
    told.ledger.submit_meeting_dates("net", dates=["2021-06-01"], on="2021-01-11")
    assert current(told, "meeting_dates", "2021-01-11") == [False]


# Question 20: the register


def test_a_register_is_current_until_members_or_roles_change() -> None:
    told = network()
    told.ledger.assign_role("net", role="chair", holder=ANN, starts="2021-01-01", on="2021-01-01")
    told.ledger.submit_register("net", document=digest("a"), recipient="registry", on="2021-02-01")
    told.ledger.leave_network("net", member="dal", on="2021-03-31")
    left = told.size
    assert current(told, "register", "2021-01-31", "2021-02-01", "2021-03-31", "2021-04-01") == [
        False, True, True, False]  # fmt: skip
    assert of("register", view(told, "2021-04-01")).changes == (left,)


def test_a_role_changes_the_register_on_its_own_days() -> None:
    told = network()
    told.ledger.submit_register("net", document=digest("a"), on="2021-02-01")
    told.ledger.assign_role("net", role="chair", holder=ANN, starts="2021-03-01", ends="2021-05-31", on="2021-02-10")
    assert current(told, "register", "2021-02-28", "2021-03-01") == [True, False]
    told.ledger.submit_register("net", document=digest("b"), on="2021-03-01")
    assert current(told, "register", "2021-05-31", "2021-06-01") == [True, False]
    told.ledger.end_role("net", role="chair", holder=ANN, ends="2021-04-30", on="2021-04-10")
    assert current(told, "register", "2021-04-30", "2021-05-01") == [True, False]
    told.ledger.submit_register("net", document=digest("c"), on="2021-05-01")
    assert current(told, "register", "2021-05-01", "2021-06-01") == [True, True], "it had ended before it ran out"


def test_a_role_given_or_ended_with_effect_from_an_earlier_day_changes_it_when_that_was_decided() -> None:
    told = network()
    told.ledger.submit_register("net", document=digest("a"), on="2021-02-01")
    told.ledger.assign_role("net", role="chair", holder=ANN, starts="2021-01-01", on="2021-02-10")
    assert current(told, "register", "2021-02-09", "2021-02-10") == [True, False]
    told.ledger.submit_register("net", document=digest("b"), on="2021-02-11")
    told.ledger.end_role("net", role="chair", holder=ANN, ends="2021-01-31", on="2021-02-20")
    assert current(told, "register", "2021-02-19", "2021-02-20") == [True, False]


def test_what_went_to_somebody_else_was_not_sent_in() -> None:
    owed = clause("P5", pattern="standing", holder="board", counterparty=("principal",), evidence="register_submitted")
    told = network(small(owed))
    told.ledger.submit_register("net", document=digest("a"), recipient="archive", on="2021-02-01")
    assert of("register", view(told, "2021-02-01")).reason == "It was never sent in."
    told.ledger.submit_register("net", document=digest("a"), recipient="owners", on="2021-02-02")
    told.ledger.submit_register("net", document=digest("b"), recipient="archive", on="2021-02-03")
    assert of("register", view(told, "2021-02-03")).recipient == "owners", "the principal's own key"


# Question 28: documents


def test_a_document_is_found_by_its_digest_in_every_kind_of_event() -> None:
    told = network()
    hold(told, "2021-02-10")
    told.ledger.submit_minutes("net/2021-02-10", document=digest("a", "Binder 3"), on="2021-02-20", by="org:alby")
    told.ledger.submit_report("net/a", report="memo", document=digest("b"), on="2021-02-20")
    minutes = RecordedDocument("net", told.size - 1, "MinutesSubmitted", "net/2021-02-10", when("2021-02-20"),
                               utc("2021-12-31T12:00:00+00:00"), "system:test", "Binder 3", True)  # fmt: skip
    assert document(view(told, "2021-02-20"), "A" * 64) == (minutes,)
    assert document(view(told, "2021-02-19"), "a" * 64) == ()
    assert document(view(told, "2021-12-31"), "c" * 64) == ()
    assert [row.about for row in document(view(told, "2021-12-31"), "b" * 64)] == ["net/a"]


def test_the_mandate_itself_is_found() -> None:
    told = network()
    (adopted,) = (e for e, _at in told.facts()["net"].recorded.values() if e.event_name == "MandateAdopted")
    assert [row.event for row in document(view(told, "2021-12-31"), vars(adopted)["sha256"])] == ["MandateAdopted"]


def test_a_document_that_was_corrected_away_is_told_but_holds_no_more() -> None:
    told = network()
    told.ledger.submit_register("net", document=digest("a"), on="2021-02-01")
    told.ledger.correct_fact(f"#{told.size}", changes={"document": {"sha256": "b" * 64}}, reason="The wrong file.")
    corrected = told.size
    seen = view(told, "2021-12-31")
    assert [(row.position, row.holds) for row in document(seen, "a" * 64)] == [(corrected - 1, False)]
    assert [(row.position, row.event, row.holds) for row in document(seen, "b" * 64)] == [
        (corrected, "FactCorrected", True)
    ]
    told.ledger.retract_fact(f"#{corrected}", reason="It was right.")
    seen = view(told, "2021-12-31")
    assert [row.holds for row in document(seen, "a" * 64)] == [True]
    assert [row.holds for row in document(seen, "b" * 64)] == [False]
    told.ledger.retract_fact(f"#{corrected - 1}", reason="Nothing was sent.")
    assert [row.holds for row in document(view(told, "2021-12-31"), "a" * 64)] == [False]


# Question 33: what may be weeded

KEPT = clause("R1", pattern="retention", holder="board", evidence=("minutes_submitted",), keep={"months": 1})


def test_what_was_recorded_may_be_weeded_on_the_day_after_its_time() -> None:
    told = network(small(KEPT))
    hold(told, "2021-01-29")
    told.ledger.submit_minutes("net/2021-01-29", document=digest("a"), on="2021-01-31")
    row = Weedable("net", "net/R1/2021-01-29-minutes_submitted", "R1", "meeting:net/2021-01-29@3",
                   when("2021-02-28"), None)  # fmt: skip
    assert weedable(view(told, "2021-02-28")) == ()
    assert weedable(view(told, "2021-03-01")) == (row,)
    told.ledger.weed_document(row.event, on="2021-04-01")
    assert weedable(view(told, "2021-03-31")) == (row,)
    (gone,) = weedable(view(told, "2021-04-01"))
    assert gone.weeded_on == when("2021-04-01")
    answer = told.ledger.ask("weedable", as_of="2021-04-01")
    validator = Draft202012Validator(
        answer_schema(Weedable, "weedable"), format_checker=Draft202012Validator.FORMAT_CHECKER
    )
    validator.validate(json.loads(json.dumps(answer.to_dict())))
    assert answer.items == (gone,)


def test_the_oldest_may_be_weeded_first_and_what_is_kept_for_ever_never() -> None:
    ever = clause("R2", pattern="retention", holder="board", evidence=("register_submitted",))
    told = network(small(KEPT, ever))
    for day in ("2021-03-01", "2021-02-01"):
        hold(told, day, sent=day)
    told.ledger.submit_register("net", document=digest("b"), on="2021-01-01")
    assert [row.kept_until for row in weedable(view(told, "2021-12-31"))] == [when("2021-03-01"), when("2021-04-01")]


def test_what_was_weeded_too_early_is_no_longer_told_as_weedable() -> None:
    told = network(small(KEPT))
    hold(told, "2021-01-29")
    told.ledger.submit_minutes("net/2021-01-29", document=digest("a"), on="2021-01-31")
    told.ledger.weed_document("meeting:net/2021-01-29@3", on="2021-02-27")
    assert weedable(view(told, "2021-12-31")) == ()
