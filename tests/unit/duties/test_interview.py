"""Whatever is answered in an interview, the file from it is in order and says the same."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from governance.duties.interview import QUESTIONS, Question, Taking, mandate_file
from governance.duties.interview.topics import TOPICS
from governance.duties.language import Mandate
from governance.duties.patterns import EachMeeting, EachYear, Quota
from governance.duties.reading import check_mandate
from governance.text import speaking

BY_KEY = {question.key: question for question in QUESTIONS}

_NAMES = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=12) | st.sampled_from(
    ("Chair", "chair", "Åsa's “board”", 'a "b" \\ c', "network", "members", "principal", "Registry", "---", "1", "#")
)
_WORDS = _NAMES | st.sampled_from(
    ("2024-05-17", "2024-05", "2024", "1", "2", "3", "14", "366", "half", "two thirds", "May", "12", "1, 2", "UTC", "")
)


def _taken(answers: dict[str, list[str]]) -> Taking:
    """An interview with these answers, and nothing said to all else."""
    taking = Taking()
    for question in QUESTIONS:
        left = list(answers.get(question.key, ()))
        for subject in taking.subjects(question):
            if question.many:
                for answer in left:
                    taking.take(question, answer)
                taking.take(question, "")
            else:
                taking.take(question, left.pop(0) if left else question.usual(taking.draft), subject)
    return taking


BASE = {"name": ["The board"], "principal": ["The owners"], "from": ["2024-01-01"]}


def _mandate(taking: Taking) -> Mandate:
    checked = check_mandate(mandate_file(taking.draft))
    assert checked.problems == ()
    assert checked.findings == ()
    assert checked.mandate is not None
    return checked.mandate


@pytest.mark.parametrize("lang", ["en", "sv"])
def test_the_least_that_can_be_answered(lang: str) -> None:
    with speaking(lang):
        text = mandate_file(_taken(BASE).draft)
    checked = check_mandate(text)
    assert checked.problems == ()
    assert checked.mandate is not None
    assert checked.mandate.clauses == ()
    assert text.startswith("# ")


def test_what_is_not_known_is_not_in_the_file() -> None:
    taking = _taken(BASE | {"roles": ["Chair", "Treasurer"], "drafted.who": ["Chair"]})
    mandate = _mandate(taking)
    assert [role.key for role in mandate.roles] == ["chair"]
    assert '# [[role]]\n# key = "treasurer"' in mandate_file(taking.draft)
    (duty,) = mandate.clauses[0].duties
    assert isinstance(duty, EachMeeting)
    assert duty.due is None
    assert duty.silent_on == ("deadline",)


def test_several_sign_the_minutes() -> None:
    taking = _taken(BASE | {"roles": ["Chair", "Adjuster"], "approved.who": ["2, 1"], "approved.by": ["21"]})
    (duty,) = _mandate(taking).clauses[0].duties
    assert isinstance(duty, EachMeeting)
    assert duty.signed_by == (("adjuster",), ("chair",))


@pytest.mark.parametrize(
    ("key", "answer", "said"),
    [
        ("name", "", "must be answered"),
        ("name", "a\x1bb", "control characters"),
        ("name", "x" * 201, "at most 200"),
        ("from", "17 May", "Please write a day"),
        ("from", "2024-05", "Please write a day"),
        ("to", "2023-12-31", "before the first day"),
        ("zone", "Mars/Olympus", "time zone"),
        ("quota", "0", "from 1 to 365"),
        ("quota", "٣", "from 1 to 365"),
        ("quorum", "most", "one of: half"),
        ("quorum", "3", "from 1 to 2"),
        ("led.who", "9", "Please choose one"),
        ("approved.who", "Chair, The board", "each must be a role"),
        ("approved.who", "Chair, 1", "each of them once"),
        ("plan.by", "Brumaire", "a month"),
        ("plan.by", "13", "a month"),
        ("members", "stair a", "in the list already"),
        ("final", "2023", "before the first day"),
        ("final", "2025", "after the last day"),
    ],
)
def test_an_answer_that_cannot_be_understood_is_told_at_once(key: str, answer: str, said: str) -> None:
    taking = _taken(
        BASE | {"to": ["2024-12-31"], "members": ["Stair A", "Stair B"], "roles": ["Chair"], "tasks": ["T"]}
    )
    with pytest.raises(ValueError, match=said):
        taking.take(BY_KEY[key], answer, "T")


def test_months_are_understood_in_the_language_of_the_interview() -> None:
    for lang, answer in (("sv", "maj"), ("sv", "May"), ("en", "may"), ("sv", "5")):
        with speaking(lang):
            taking = _taken(BASE | {"plan.who": ["1"], "plan.by": [answer]})
            assert taking.draft["plan.by"] == 5


@settings(deadline=None)
@given(st.data())
def test_any_answers_that_are_accepted_make_a_file_that_says_the_same(data: st.DataObject) -> None:
    taking = Taking()
    for question in QUESTIONS:
        for subject in taking.subjects(question):
            _answered(data, taking, question, subject)
    _says(_mandate(taking), taking.draft)


def _answered(data: st.DataObject, taking: Taking, question: Question, subject: str) -> None:
    """Some answer that is accepted; the ones before it were refused with words."""
    for _attempt in range(4 if question.many else 2):
        answer = data.draw(_WORDS if question.key not in ("name", "roles", "members") else _NAMES, question.key)
        try:
            if taking.take(question, answer, subject) and not question.many:
                return
        except ValueError as error:
            assert len(str(error)) > 10  # noqa: PT017 - it is told to people
    if question.many:
        taking.take(question, "")
    elif question.needed:
        taking.take(question, question.usual(taking.draft) or {"from": "2024-01-01"}.get(question.key, "Body"), subject)
    else:
        taking.take(question, "", subject)


def _says(mandate: Mandate, draft: dict[str, Any]) -> None:
    assert mandate.network.name == {"": draft["name"]}
    assert mandate.principal.name == {"": draft["principal"]}
    assert mandate.title == {"": draft["title"] or draft["name"]}
    assert mandate.in_force.from_ == draft["from"]
    assert mandate.in_force.to == draft["to"]
    assert mandate.network.time_zone == draft["zone"]
    assert [member.name[""] for member in mandate.members] == list(draft["members"])
    assert {role.name[""] for role in mandate.roles} <= set(draft["roles"])
    duties = [duty for clause in mandate.clauses for duty in clause.duties]
    assert [duty.at_least for duty in duties if isinstance(duty, Quota)] == ([draft["quota"]] if draft["quota"] else [])
    told = [topic for topic in TOPICS if draft[f"{topic.key}.who"]]
    assert [d.evidence for d in duties if isinstance(d, EachMeeting | EachYear) and d.evidence] == [
        topic.evidence for topic in told
    ]
    for topic in told:
        (duty,) = (d for d in duties if isinstance(d, EachMeeting | EachYear) and d.evidence == topic.evidence)
        assert (duty.due is None) == (draft.get(f"{topic.key}.by") is None)
    assert [task.title[""] for task in mandate.assignments] == list(draft["tasks"])
    dated = {("partial", task): due for task, due in draft.get("partial", {}).items() if due}
    dated |= {("final", task): due for task, due in draft.get("final", {}).items() if due}
    assert dated == {
        (report.key, task.title[""]): report.due
        for task in mandate.assignments
        for report in task.reports
        if report.due
    }
