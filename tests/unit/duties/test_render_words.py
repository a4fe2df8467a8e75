"""Whatever differs in meaning differs in words: every due rule and every measure, in both languages."""

from collections.abc import Iterator
from itertools import product
from typing import Any, get_args

import pytest
from pydantic import TypeAdapter

from governance.duties.anchors import ANCHORS
from governance.duties.conditions import CONDITIONS, Condition
from governance.duties.due import RULES, DueRule
from governance.duties.due.length import LENGTHS
from governance.duties.evidence import EVIDENCE
from governance.duties.measures import MEASURES
from governance.duties.measures.base import Stated
from governance.duties.measures.rotation import Rotation
from governance.duties.occasions.base import Silence
from governance.duties.occasions.each_period import EachPeriod
from governance.duties.proof import proof
from governance.duties.reading import read_mandate
from governance.duties.render import duty_texts, mandate_page
from governance.duties.render.duties import scene
from governance.duties.render.vocabulary import SILENCES
from governance.mandate.names import Names
from governance.text import speaking
from tests.kit.mandates import clause, small, stated

NAMES = Names(read_mandate(small()))
RULE: TypeAdapter[Any] = TypeAdapter(DueRule)
AS_WELL = ("trigger", "meeting", "planned", "period_start", "term_start")
"""Anchors that name what some of these rules count from anyway."""
FROM = (None, *(name for name in ANCHORS if name not in AS_WELL), "done.draft", "due.draft", "done.Se2")
EVERY = get_args(EachPeriod.model_fields["every"].annotation)
CLOSED = (None, "next_working_day", "previous_working_day")


def _rules() -> Iterator[dict[str, Any]]:
    for rule, unit, n in product(("after", "before"), LENGTHS, (1, 2, 14)):
        yield {"rule": rule, unit: n}
    for anchor, closed in product(FROM, CLOSED):
        yield {"rule": "after", "days": 3, "from": anchor, "if_closed": closed}
        yield {"rule": "before", "weeks": 3, "from": anchor, "if_closed": closed}
    yield {"rule": "after", "days": 0}
    yield {"rule": "after", "days": 0, "from": "called"}
    yield from ({"rule": "on", "date": date} for date in ("2024-05-17", "2024-05", "2024", "2025"))
    for month, day, later, anchor in product((1, 12), (None, 1, 31), (0, 1, 2), (None, "term_end")):
        yield {"rule": "in_year", "month": month, "day": day, "years_later": later, "from": anchor}
    for period, later, anchor in product(("month", "quarter", "half_year", "year"), (0, 1, 2), (None, "period_end")):
        yield {"rule": "in_period", "period": period, "later": later, "from": anchor}
    for of_month, later in product((1, 28, 31), (0, 1, 2)):
        yield {"rule": "day_of_month", "day": of_month, "months_later": later}
    for nth, weekday, named in product((1, 2, 3, 4, -1), ("monday", "sunday"), (None, 3)):
        yield {"rule": "nth_weekday", "nth": nth, "weekday": weekday, "month": named}
    yield from ({"rule": "nth_weekday", "nth": 1, "weekday": "monday", "months_later": later} for later in (1, 2))
    yield {"rule": "asap"}
    two = [{"rule": "after", "days": 5}, {"rule": "on", "date": "2024"}]
    soon = [{"rule": "asap"}, *two]
    yield from ({"rule": rule, "of": of} for rule in ("earliest", "latest") for of in (two, two[::-1], soon, soon[:2]))


SCENES: tuple[dict[str, Any], ...] = (
    {"pattern": "each_meeting", "kinds": ["plain"]},
    {"pattern": "each_period", "every": "quarter"},
    {"pattern": "each_period", "every": "year", "year_begins": 8},
    {"pattern": "each_year"},
    {"pattern": "each_event", "event": "role_assigned", "roles": ["chair"]},
    {"pattern": "standing"},
)


def _duty(told: dict[str, Any]) -> Any:
    keys = "".join(f"{key} = {_toml(value)}\n" for key, value in told.items())
    duty = f'[[clause]]\nid = "1"\ntext = "x"\n[[clause.duty]]\nholder = "chair"\nevidence = "archive-it"\n{keys}'
    act = '[[act]]\nkey = "archive-it"\nname = "Archiving"\n'
    return read_mandate(small(act, duty)).clauses[0].duties[0]


def _toml(value: object) -> str:
    return str(value).replace("'", '"') if not isinstance(value, str) else f'"{value}"'


@pytest.mark.parametrize("lang", ["en", "sv"])
@pytest.mark.parametrize("told", SCENES, ids=lambda told: "-".join(map(str, told.values())))
def test_two_due_rules_are_never_said_alike(told: dict[str, Any], lang: str) -> None:
    with speaking(lang):
        within = scene(_duty(told), NAMES)
        said: dict[str, dict[str, Any]] = {}
        for rule in _rules():
            words = RULE.validate_python(_tuples(rule)).at_the_latest(within)
            assert words not in said, f"{rule} as {said[words]}: {words}"
            said[words] = rule
            _plain(words)


SOON = [
    ("earliest", "as soon as possible, at the latest 5 days after the meeting"),
    (
        "latest",
        "as soon as possible, without a last day (whichever comes last of that and of these: 5 days after the meeting)",
    ),
]


@pytest.mark.parametrize(("rule", "said"), SOON)
def test_as_soon_as_possible_and_a_day(rule: str, said: str) -> None:
    told = {"rule": rule, "of": ({"rule": "asap"}, {"rule": "after", "days": 5})}
    assert RULE.validate_python(told).at_the_latest(scene(_duty(SCENES[0]), NAMES)) == said


def _plain(words: str) -> None:
    assert words.strip() == words
    assert "None" not in words
    assert not set(words) & set("{}_")
    assert "  " not in words


def _measures() -> Iterator[dict[str, Any]]:
    bounds = ({"at_least": 1}, {"at_least": 2}, {"at_most": 1}, {"at_most": 2}, {"at_least": 1, "at_most": 1},
              {"at_least": 1, "at_most": 2})  # fmt: skip
    for bound in bounds:
        yield {"of": "meetings", **bound}
        yield {"of": "meetings", **bound, "kinds": ["plain", "other"]}
        for side in (None, "left"):
            yield {"of": "members", **bound, "side": side}
            yield {"of": "holders", "role": "board", **bound, "side": side}
    shares = ("1/2", "2/3")
    for part, plus, way, least, most in product(shares, (0, 1), ("up", "down", "nearest"), (None, 3), (None, 9)):
        yield {
            "of": "present",
            "at_least": {"part": part, "plus": plus, "round": way, "at_least": least, "at_most": most},
        }
        kept = {"at_most": {"part": part, "plus": plus, "round": way, "at_least": least, "at_most": most}}
        yield {"of": "members", "side": "left", **kept}
        yield {"of": "holders", "role": "board", "side": "left", **kept}
        yield {"of": "holders", "role": "board", "among": ["chair"], **kept}
        yield {"of": "holders", "role": "board", "among": ["chair", "board"], "side": "left", **kept}
        yield {"of": "attendance", "at_least": kept["at_most"]}
        yield {"of": "attendance", "at_least": kept["at_most"], "kinds": ["plain"]}
    yield {"of": "holders", "role": "board", "among": ["chair"], "at_least": {"part": "1/3"}, "at_most": 3}
    yield {"of": "holders", "role": "board", "among": ["chair"], "at_least": 2}
    yield {"of": "attendance", "at_least": 3}
    yield {"of": "present", "at_least": 3}
    needed: tuple[list[Any], ...] = ([], ["chair"], ["chair", "board"], [("chair", "board")], [("chair", "x"), "board"])
    for each, including, without in product((False, True), needed, ([], ["office"])):
        yield {"of": "present", "at_least": 2, "among": ["board"], "each": each, "including": including,
               "not_counting": without}  # fmt: skip
    for among, rule in product(("members", "holders", "sides"), ("in_turn", "not_twice_running")):
        yield {"of": "rotation", "among": among, "rule": rule}
    yield {"of": "eligible", "sides": ["left"], "members": ["alby"], "roles": ["board", "chair"]}
    yield {"of": "eligible", "roles": ["board"]}
    yield {"of": "separate", "roles": ["board"]}
    yield {"of": "separate", "roles": ["board", "chair"]}
    yield from ({"of": "terms", **limit} for limit in ({"at_most": 1}, {"at_most": 2}, {"years": 1}, {"years": 6},
                                                       {"at_most": 2, "years": 6}))  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "sv"])
def test_two_measures_are_never_said_alike(lang: str) -> None:
    with speaking(lang):
        said: dict[str, dict[str, Any]] = {}
        for told in _measures():
            measure = MEASURES_BY[told["of"]].validate_python(_tuples(told))
            words = measure.phrase(NAMES, Stated("chair", at_meetings=False))
            assert words not in said, f"{told} as {said[words]}: {words}"
            said[words] = told
            _plain(words)


MEASURES_BY = {get_args(model.model_fields["of"].annotation)[0]: TypeAdapter[Any](model) for model in MEASURES}


def _tuples(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _tuples(entry) for key, entry in value.items()}
    return tuple(value) if isinstance(value, list) else value


def test_turns_are_of_hosting_or_of_the_role() -> None:
    turns = Rotation(of="rotation")
    with speaking("en"):
        said = {turns.phrase(NAMES, Stated("members", at_meetings=at_meetings)) for at_meetings in (True, False)}
    assert len(said) == 2


@pytest.mark.parametrize("lang", ["en", "sv"])
def test_two_conditions_are_never_said_alike(lang: str) -> None:
    asked = (
        {"kinds": ("plain",)}, {"kinds": ("plain", "other")}, {"recorded": ("meeting_called",)},
        {"recorded": ("meeting_called", "agenda_sent")}, {"recorded": ("meeting_called",), "with_reason": True},
        {"not_recorded": ("meeting_called",)}, {"role_held": "chair"}, {"role_vacant": "chair"},
        {"members_at_least": 3}, {"members_at_most": 3}, {"members_at_least": 3, "role_held": "chair"},
    )  # fmt: skip
    with speaking(lang):
        said = [Condition.model_validate(one).phrase(NAMES) for one in asked]
    assert len(set(said)) == len(said)
    for words in said:
        _plain(words)


def test_every_word_of_the_language_is_in_the_vocabulary() -> None:
    assert set(get_args(Silence)) == SILENCES.keys()
    assert {part.key for part in CONDITIONS} | {"with_reason"} == Condition.model_fields.keys()
    assert {type(RULE.validate_python(_tuples(rule))) for rule in _rules()} == set(RULES)


@pytest.mark.parametrize("lang", ["en", "sv"])
def test_two_words_for_evidence_are_never_said_alike(lang: str) -> None:
    with speaking(lang):
        for way in ("deed", "fact", "things"):
            said = [getattr(proof(word, NAMES), way) for word, kind in EVIDENCE.items() if kind.deed]
            assert all(said)
            assert len(set(said)) == len(said)


@pytest.mark.parametrize("lang", ["en", "sv"])
def test_two_occasions_are_never_said_alike(lang: str) -> None:
    told = (
        *SCENES, {"pattern": "each_meeting"}, {"pattern": "each_meeting", "kinds": ["plain", "other"]},
        *({"pattern": "each_period", "every": every} for every in EVERY if every != "quarter"),
        {"pattern": "each_period", "months": [1, 7]}, {"pattern": "each_event", "event": "role_assigned"},
        {"pattern": "each_event", "event": "established"}, {"pattern": "each_event", "event": "archive-it"},
    )  # fmt: skip
    with speaking(lang):
        said = [_duty(one).begins(NAMES) for one in told]
    assert len(set(said)) == len(said)
    for words in said:
        _plain(words)


BEFORE_THE_NEXT = {"rule": "before", "days": 3, "from": "next_meeting"}
SAID = [
    # a duty, and its sentence in English and Swedish
    (
        {"pattern": "each_event", "event": "role_assigned", "roles": ["chair"],
         "measure": {"of": "separate", "roles": ["board"]}},
        ("Each time somebody is appointed Chair, Chair must see to it that whoever is appointed does not hold the role "
         "Board on that day."),
        "Varje gång någon utses till Chair ska Chair se till att den som utses inte har rollen Board den dagen.",
    ),
    (
        {"pattern": "each_meeting", "evidence": "minutes_drafted", "due": BEFORE_THE_NEXT},
        "For each meeting, Chair must write the minutes, at the latest 3 days before the next meeting.",
        "För varje möte ska Chair skriva protokollet, senast 3 dagar före nästa möte.",
    ),
    (
        {"pattern": "each_meeting", "kinds": ["plain"], "evidence": "minutes_drafted", "due": BEFORE_THE_NEXT},
        ("For each meeting of the kind Meeting, Chair must write the minutes, at the latest 3 days before the next "
         "such meeting."),
        "För varje möte av slaget Meeting ska Chair skriva protokollet, senast 3 dagar före nästa sådana möte.",
    ),
    (
        {"pattern": "each_meeting", "kinds": ["plain"], "evidence": "meeting_held",
         "due": {"rule": "after", "weeks": 5, "from": "previous_meeting"}},
        ("For each meeting of the kind Meeting, Chair must hold the meeting, at the latest 5 weeks after the last "
         "such meeting before it."),
        ("För varje möte av slaget Meeting ska Chair hålla mötet, senast 5 veckor efter det senaste sådana "
         "mötet före det."),
    ),
    (
        {"pattern": "each_meeting", "kinds": ["plain"], "evidence": "next_meeting_held",
         "due": {"rule": "after", "months": 2}},
        ("For each meeting of the kind Meeting, Chair must hold the next such meeting, at the latest 2 months after "
         "the meeting."),
        "För varje möte av slaget Meeting ska Chair hålla nästa sådana möte, senast 2 månader efter mötet.",
    ),
    (
        {"pattern": "each_meeting", "evidence": "minutes_drafted",
         "due": {"rule": "after", "days": 3, "if_closed": "next_working_day"}},
        ("For each meeting, Chair must write the minutes, at the latest 3 days after the meeting (if that is not a "
         "working day, on the next one)."),
        ("För varje möte ska Chair skriva protokollet, senast 3 dagar efter mötet (är det ingen arbetsdag, nästa "
         "arbetsdag)."),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("duty", "english", "swedish"), SAID)
def test_a_duty_in_one_sentence(duty: dict[str, Any], english: str, swedish: str) -> None:
    mandate = read_mandate(small(clause("1", holder="chair", **duty)))
    with speaking("en"):
        assert duty_texts(mandate)["1"][0] == english
    with speaking("sv"):
        assert duty_texts(mandate)["1"][0] == swedish


@pytest.mark.parametrize(("steps", "said"), [
    (("drafted",), "If somebody holds the role Chair, another time holds: at the latest 9 days after the meeting."),
    (
        ("drafted", "approved"),
        ("If somebody holds the role Chair, another time holds for each of these steps: at the latest 9 days after the "
         "meeting."),
    ),
])  # fmt: skip
def test_another_time_of_several_steps_holds_for_each(steps: tuple[str, ...], said: str) -> None:
    taken = [{"key": step, "evidence": f"minutes_{step}", "due": {"rule": "after", "days": 5}} for step in steps]
    other = [{"if": {"role_held": "chair"}, "due": {"rule": "after", "days": 9}}]
    mandate = read_mandate(small(clause("1", pattern="each_meeting", holder="chair", step=taken, exemption=other)))
    with speaking("en"):
        assert said in duty_texts(mandate)["1"]


def test_when_a_report_is_due() -> None:
    mandate = read_mandate(small(stated()))
    (given,) = [section for section in mandate_page(mandate, "en").sections if section.heading == "Assignments"]
    assert "Partial report: at the latest in May 2021." in given.entries[0].points
