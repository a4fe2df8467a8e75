"""Each by itself: each holder, each member, each counterparty."""

import pytest

from governance.model.event import Digest
from governance.model.meeting_events import MeetingFeedbackGiven
from governance.model.network_events import MemberJoined, MemberLeft, RegisterSubmitted, SummarySent
from tests.kit.mandates import clause
from tests.kit.story import Story

REVIEW = clause("B", pattern="each_period", every="quarter", holder="board", evidence="review", by_each=True,
                due={"rule": "in_period", "period": "quarter"})  # fmt: skip


def test_each_holder_of_a_role() -> None:
    story = Story(REVIEW).holds("board", "p-a", "2021-01-01").holds("board", "p-b", "2021-01-01")
    story.act("review", "2021-02-01", by="person:p-a").act("review", "2021-02-01")
    story.act("review", "2021-02-01", by="person:p-x")
    assert story.on("2021-03-31") == {"B/2021-Q1/p-a": "fulfilled", "B/2021-Q1/p-b": "upcoming"}


SPELLS = [  # the first and last day as a holder, the day asked for, and what is owed of the first quarter
    ("2020-01-01", "2020-12-31", "2021-01-01", None),
    ("2020-01-01", "2021-01-01", "2021-01-01", "upcoming"),
    ("2020-01-01", "2021-01-01", "2021-01-02", "void"),
    ("2021-03-31", None, "2021-03-30", None),
    ("2021-03-31", None, "2021-03-31", "upcoming"),
    ("2021-03-31", None, "2021-04-01", "overdue"),
    ("2021-04-01", None, "2021-04-01", None),
    ("2020-01-01", "2021-03-30", "2021-03-31", "void"),
    ("2020-01-01", "2021-03-31", "2021-04-01", "overdue"),  # it was due by then
]


@pytest.mark.parametrize(("first", "last", "day", "verdict"), SPELLS)
def test_who_comes_and_who_goes(first: str, last: str | None, day: str, verdict: str | None) -> None:
    story = Story(REVIEW, established="2020-01-01").holds("board", "p-a", first, last)
    assert story.on(day).get("B/2021-Q1/p-a") == verdict


def test_each_member() -> None:
    duty = clause("M", pattern="each_period", every="year", holder="members", evidence="review", by_each=True)
    story = Story(duty).body(MemberLeft, "2021-06-30", member="dal").body(MemberJoined, "2021-09-01", member="ek")
    story.act("review", "2021-05-01", by="org:alby")
    assert story.on("2021-06-30") == {
        "M/2021/alby": "fulfilled", "M/2021/berga": "outstanding", "M/2021/dal": "outstanding",
    }  # fmt: skip
    assert story.on("2021-09-01") == {
        "M/2021/alby": "fulfilled", "M/2021/berga": "outstanding", "M/2021/dal": "void", "M/2021/ek": "outstanding",
    }  # fmt: skip


def test_at_a_meeting_each_holder_of_that_day() -> None:
    duty = clause("A", pattern="each_meeting", holder="board", evidence="check", by_each=True,
                  due={"rule": "after", "days": 1})  # fmt: skip
    story = Story(duty).holds("board", "p-a", "2021-01-01", "2021-04-30").holds("board", "p-b", "2021-05-01")
    story.held("m", "2021-05-01").act("check", "2021-05-02", by="person:p-b", meeting="net/m")
    assert story.on("2021-05-02") == {"A/m/p-b": "fulfilled"}


SENT = [  # to whom, and the verdicts on what is owed to the principal, to the archive
    (["principal"], "fulfilled", "outstanding"),
    (["owners"], "fulfilled", "outstanding"),  # the principal by its key
    (["archive"], "outstanding", "fulfilled"),
    (["principal", "archive"], "fulfilled", "fulfilled"),
    (["registry"], "outstanding", "outstanding"),
]


@pytest.mark.parametrize(("to", "principal", "archive"), SENT)
def test_to_each_counterparty(to: list[str], principal: str, archive: str) -> None:
    duty = clause("C", pattern="each_year", holder="board", counterparty=("principal", "archive"),
                  evidence="summary_sent", to_each=True)  # fmt: skip
    story = Story(duty)
    for recipient in to:
        story.body(SummarySent, "2021-05-01", recipient=recipient)
    assert story.on("2021-05-01") == {"C/2021/principal": principal, "C/2021/archive": archive}


def test_to_whom_it_went_was_not_told() -> None:
    duty = clause("C", pattern="each_year", holder="board", counterparty=("principal", "archive"),
                  evidence="register_submitted", to_each=True)  # fmt: skip
    story = Story(duty).body(RegisterSubmitted, "2021-05-01", document=Digest(sha256="0" * 64))
    assert story.on("2021-05-01") == {"C/2021/principal": "fulfilled", "C/2021/archive": "fulfilled"}


def test_to_one_of_several_together() -> None:
    duty = clause("C", pattern="each_year", holder="board", counterparty=("principal", "archive"),
                  evidence="summary_sent")  # fmt: skip
    assert Story(duty).body(SummarySent, "2021-05-01", recipient="archive").on("2021-05-01") == {"C/2021": "fulfilled"}
    elsewhere = Story(duty).body(SummarySent, "2021-05-01", recipient="registry")
    assert elsewhere.on("2021-05-01") == {"C/2021": "outstanding"}


def test_feedback_is_owed_to_each() -> None:
    duty = clause("F", pattern="each_meeting", holder="chair", counterparty=("principal", "archive"),
                  evidence="feedback_given")  # fmt: skip
    story = Story(duty).held("m", "2021-05-01").at("m", MeetingFeedbackGiven, "2021-05-02", recipient="archive")
    assert story.on("2021-05-02") == {"F/m/principal": "outstanding", "F/m/archive": "fulfilled"}


def test_each_to_each() -> None:
    duty = clause("E", pattern="standing", holder="board", counterparty=("principal", "archive"), by_each=True,
                  evidence="review", to_each=True)  # fmt: skip
    story = Story(duty).holds("board", "p-a", "2021-01-01").holds("board", "p-b", "2021-05-01")
    story.act("review", "2021-05-01", by="person:p-b", recipient="archive")
    assert story.on("2021-05-01") == {
        "E/principal/p-a": "outstanding", "E/archive/p-a": "outstanding",
        "E/principal/p-b": "outstanding", "E/archive/p-b": "fulfilled",
    }  # fmt: skip


def test_the_steps_of_each_are_its_own() -> None:
    steps = (
        {"key": "first", "evidence": "review"},
        {"key": "second", "evidence": "check", "due": {"rule": "after", "days": 10, "from": "done.first"}},
    )
    duty = clause("S", pattern="each_period", every="quarter", holder="board", by_each=True, step=steps)
    story = Story(duty).holds("board", "p-a", "2021-01-01").holds("board", "p-b", "2021-01-01")
    story.act("review", "2021-02-01", by="person:p-a")
    found = story.due("2021-02-01")
    assert (found["S/2021-Q1/p-a/second"], found["S/2021-Q1/p-b/second"]) == ("2021-02-11", None)


def test_the_host_owes_it_since_the_meeting_is_planned() -> None:
    duty = clause("H", pattern="each_meeting", holder="secretary", evidence="meeting_prepared", by_each=True,
                  due={"rule": "before", "days": 7})  # fmt: skip
    story = Story(duty).planned("m", "2021-05-17", on="2021-05-01", host="berga")
    assert story.on("2021-05-01") == {"H/m/berga": "upcoming"}
    assert story.on("2021-05-11") == {"H/m/berga": "overdue"}


@pytest.mark.parametrize("owed_to", ["owners", "principal"])
@pytest.mark.parametrize("went_to", ["owners", "principal", None])
def test_the_principal_has_a_key_of_its_own(owed_to: str, went_to: str | None) -> None:
    duty = clause("P", pattern="each_year", holder="board", counterparty=(owed_to,), evidence="review")
    assert Story(duty).act("review", "2021-05-01", recipient=went_to).on("2021-05-01") == {"P/2021": "fulfilled"}
