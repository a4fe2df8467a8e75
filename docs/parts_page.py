"""The page of the mandate language's parts: each with its keys and an example file, made from the code."""

import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from governance.duties.conditions import Condition, Exemption
from governance.duties.due import RULE_OF
from governance.duties.events import EVENTS
from governance.duties.evidence import EVIDENCE
from governance.duties.measures import MEASURE_OF
from governance.duties.occasions import OCCASION_OF
from governance.duties.occasions.base import Step
from governance.duties.occasions.each_meeting import EachMeeting
from governance.duties.occasions.each_year import EachYear
from governance.duties.reading import read_mandate
from governance.duties.render import mandate_page
from governance.duties.render.page import Entry
from governance.duties.schema import allowed_at
from governance.duties.shares import Share
from governance.text import speaking

__all__ = ["EXAMPLES", "PARTS", "parts_page"]

EXAMPLES = Path(__file__).parents[1] / "examples" / "parts"


_AROUND = {
    "by_each": ("by_each", "to_each"),
    "waived_by": ("waived_by", "consequence"),
    "silent_on": ("silent_on",),
    "assumption": ("assumption",),
    "during_first": ("during_first", "after_first"),
    "months": ("months",),
    "part_periods": ("part_periods",),
    "or_evidence": ("or_evidence",),
    "signed_by": ("signed_by", "at_least"),
    "not_before": ("not_before",),
    "exemption": ("exemption", "not_owed"),
    "step": ("step",),
    "act": ("act",),
    "working_days": ("working_days", "closed", "closed_each_year", "country"),
    "derived_from": ("derived_from",),
}
"""The rest: for each example file, the keys that it is about."""

_TOGETHER = (
    "approved_before", "notice_of_appointment", "at_the_next_meeting", "again_within", "meetings_by_a_day",
    "kinds_of_evidence", "roles_of_evidence", "either_signs", "chair_or_vice_chair", "a_third_of_them",
    "half_of_the_members",
)  # fmt: skip
"""Example files of what several parts say together."""

PARTS: dict[str, tuple[str, ...]] = {
    "pattern": tuple(OCCASION_OF),
    "rule": tuple(RULE_OF),
    "of": tuple(MEASURE_OF),
    "evidence": tuple(word for word, kind in EVIDENCE.items() if kind.on & {"meeting", "other"}),
    "event": tuple(EVENTS),
    "if": tuple(Condition.model_fields),
    "every": ("third", "two_months", "week"),
    "": tuple(_AROUND),
    "together": _TOGETHER,
}
"""Every part, by the key in whose value it stands, each with an example of its name; under the empty key those that
are keys themselves."""


def parts_page() -> Iterator[str]:
    """Every part with what it says, its keys, and its example."""
    with speaking("en"):
        yield from _page()


def _page() -> Iterator[str]:
    yield "# The parts of the mandate language\n\n<!-- Made by `make docs` from the code: change it there. -->\n"
    yield (
        "[language.md](language.md) says how the parts work together. Each has a whole file as an example in\n"
        "[examples/parts](../examples/parts). What is shown of it here is followed by what `mandate render` makes of\n"
        "it.\n"
    )
    yield "## Occasions\n\n`pattern` says what calls for a duty.\n"
    for name, model in OCCASION_OF.items():
        own = {
            key for key, field in model.model_fields.items() if key != "pattern" and not _is_shared(key, field.title)
        }
        yield from _part(name, model, own, ("clause", 0, "duty", 0), _duty(pattern=name))
    for name in PARTS["every"]:
        yield f'### `every = "{name}"`\n'
        yield from _example(name)
    yield "## What every duty can say\n\nThe keys from `evidence` on belong to the patterns with a proof by evidence.\n"
    yield from _table(EachMeeting, _SHARED, ("clause", 0, "duty", 0), _duty(pattern="each_meeting"))
    yield "\nA step, `[[clause.duty.step]]`:\n"
    yield from _table(
        Step, set(Step.model_fields), ("clause", 0, "duty", 0, "step", 0), _duty(pattern="each_year", step=[{}])
    )
    yield "\nAn exemption, `[[clause.duty.exemption]]`:\n"
    exempt = _duty(pattern="each_year", exemption=[{}])
    yield from _table(Exemption, set(Exemption.model_fields), ("clause", 0, "duty", 0, "exemption", 0), exempt)
    for name in PARTS[""]:
        yield f"\n### `{'`, `'.join(_AROUND[name])}`\n"
        yield from _example(name)
    yield "## Due rules\n\n`due` and `not_before` are tables with a `rule`.\n"
    for name, rule in RULE_OF.items():
        place = _duty(pattern="each_year", due={"rule": name})
        yield from _part(name, rule, set(rule.model_fields) - {"rule"}, ("clause", 0, "duty", 0, "due"), place)
    yield "## Measures\n\n`measure` is a table with `of`.\n"
    for name, measure in MEASURE_OF.items():
        pattern = next(key for key, it in OCCASION_OF.items() if _can_measure(it, measure))
        place = _duty(pattern=pattern, measure={"of": name})
        yield from _part(name, measure, set(measure.model_fields) - {"of"}, ("clause", 0, "duty", 0, "measure"), place)
    yield 'A share, where a number could stand: `at_least = { part = "2/3" }`.\n'
    share = _duty(pattern="each_meeting", measure={"of": "present", "at_least": {"part": "1/2"}})
    yield from _table(Share, set(Share.model_fields), ("clause", 0, "duty", 0, "measure", "at_least"), share)
    yield f"\n## Conditions\n\n{inspect.getdoc(Condition)}\n"
    at = ("clause", 0, "duty", 0, "if")
    yield from _table(Condition, set(Condition.model_fields), at, _duty(pattern="each_year", **{"if": {}}))
    for name in PARTS["if"]:
        yield f"\n### `{name}`\n"
        yield from _example(name)
    yield "## Several together\n"
    for name in _TOGETHER:
        yield f"### {_first_line(name)}\n"
        yield from _example(name)
    yield "## Evidence\n\n| `evidence` | what the holder must do | of a meeting | otherwise | |\n|---|---|---|---|---|"
    for name in PARTS["evidence"]:
        kind = EVIDENCE[name]
        marks = " | ".join("yes" if occasion in kind.on else "" for occasion in ("meeting", "other"))
        yield f"| `{name}` | {kind.deed} | {marks} | {_link(name)} |"
    yield "\n## Events\n\n| `event` | the duty is owed | |\n|---|---|---|"
    for name in PARTS["event"]:
        begins = EVENTS[name].begins
        yield f"| `{name}` | {begins[0].lower()}{begins[1:]} | {_link(name)} |"
    yield ""


_SHARED = set(EachMeeting.model_fields) & set(EachYear.model_fields) - {"pattern"}


def _is_shared(key: str, title: str | None) -> bool:
    return key in _SHARED and title == EachMeeting.model_fields[key].title


def _duty(**duty: object) -> dict[str, Any]:
    return {"clause": [{"duty": [duty]}]}


def _can_measure(pattern: type[BaseModel], measure: type[BaseModel]) -> bool:
    field = pattern.model_fields.get("measure")
    return field is not None and measure.__name__ in str(field.annotation)


def _part(name: str, model: type[BaseModel], keys: set[str], at: tuple[str | int, ...], tree: Any) -> Iterator[str]:
    yield f"### `{name}`\n\n{inspect.getdoc(model)}\n"
    if keys:
        yield from _table(model, keys, at, tree)
        yield ""
    yield from _example(name)


def _table(model: type[BaseModel], keys: set[str], at: tuple[str | int, ...], tree: Any) -> Iterator[str]:
    yield "| key | | what may stand there |\n|---|---|---|"
    for name, field in model.model_fields.items():
        if name in keys:
            key = field.alias or name
            needed = " (needed)" if field.is_required() else ""
            yield f"| `{key}`{needed} | {_cell(field.title or '')} | {_cell(allowed_at((*at, key), tree))} |"


def _cell(text: str) -> str:
    return text.replace("|", r"\|")


def _link(name: str) -> str:
    return f"[example](../examples/parts/{name}.toml)"


def _first_line(name: str) -> str:
    """What an example file says that it is about, as a heading."""
    line = (EXAMPLES / f"{name}.toml").read_text(encoding="utf-8").partition("\n")[0]
    said = line.partition(": ")[2].rstrip(".")
    return said[0].upper() + said[1:]


def _example(name: str) -> Iterator[str]:
    text = (EXAMPLES / f"{name}.toml").read_text(encoding="utf-8")
    blocks = re.split(r"\n\n(?=\[)", text.split("\n\n", 1)[1].strip())
    shown = [block for block in blocks if _belongs(block, name)]
    yield "```toml\n" + "\n\n".join(shown) + "\n```\n"
    mandate = read_mandate(text, f"{name}.toml")
    clauses = {clause.id for clause in mandate.clauses}
    for section in mandate_page(mandate, "en").sections:
        for clause in section.entries if section.quotes else ():
            assert clause.label in clauses  # noqa: S101
            for duty in clause.parts:
                yield f"> {' '.join(_said(duty))}\n>"
    yield f"> {_link(name).replace('[example]', f'[{name}.toml]')}\n"


def _belongs(block: str, name: str) -> bool:
    """Whether a table of an example file is what it is about: not the head that every file has."""
    return bool(re.match(r"\[\[?(clause|assignment|assumption|act|side)\b", block) or re.search(
        rf"^(\[\[?)?{name}\b", block, re.MULTILINE))  # fmt: skip


def _said(entry: Entry) -> Iterator[str]:
    yield f"{entry.label}: {entry.text}" if entry.label else entry.text
    for part in entry.parts:
        yield from _said(part)
    yield from entry.points
