"""The question of a pack and its answer: plain JSON, and what in the record it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from governance.answers import Answers, KnownAt
from governance.compliance.answer import Answer, plain, row_of
from governance.compliance.body import item_of
from governance.compliance.values import Obligation
from governance.errors import QuestionUnknown
from governance.ledger.answering import Answering
from governance.ledger.explanation import Explanation, explain
from governance.ledger.pack.judged import Judged
from governance.questions import QUESTIONS
from governance.questions.view import View
from governance.text import N_, _

__all__ = ["SEVERAL", "Answered", "answered"]

SEVERAL: dict[str, str] = {
    "overdue": N_("What is overdue, whose, and by how long?"),
    "obligations": N_("What is due, and how does it stand?"),
    "due": N_("What falls due in the coming days?"),
    "explain": N_("Why is the verdict on this obligation what it is?"),
    "diff": N_("Which verdicts differ between two states of knowledge, and why?"),
}
"""What can be asked besides the questions in ``QUESTIONS``."""

_POSITIONS = ("position", "positions", "evidence", "corrects", "closed_at", "by", "changes")
"""Fields of rows that name events by their positions."""


@dataclass(frozen=True)
class Answered:
    """``told`` is the answer as published JSON has it; ``rows`` are its rows."""

    text: str
    """The question in words."""
    as_of: date
    position: int
    told: dict[str, Any]
    rows: tuple[dict[str, Any], ...]
    view: View
    explanations: tuple[Explanation, ...]
    positions: frozenset[int] = field(default_factory=frozenset)
    """The events that rows and explanations name."""


def answered(
    ledger: Answering,
    question: str,
    parameters: Mapping[str, Any],
    *,
    network: str | None,
    as_of: date | str | None,
    known_at: KnownAt,
    persons: bool,
) -> Answered:
    """By the rules from the log, without the index. Raises QuestionUnknown, and what the question raises."""
    view, _moment = ledger._view(network, as_of, known_at)
    scope: dict[str, Any] = {"network": network, "as_of": view.as_of, "known_at": known_at}
    label = _labels(ledger, view, persons)
    by_id = {obligation.id: obligation for obligation in view.obligations()}
    rows: tuple[dict[str, Any], ...] = ()
    if question == "explain":
        whole = ledger.explain(parameters["obligation"], as_of=view.as_of, known_at=known_at)
        named, position = [whole.item.id], view.position
    else:
        answer = _ask(ledger, question, parameters, scope, Judged(view, ledger.desk, ledger.desk.now, label))
        told, position = answer.to_dict(), answer.position
        rows = tuple(told["items"])
        named = list(dict.fromkeys(str(row.get("obligation", row.get("id"))) for row in rows))
    explanations = [e for name in named if (o := by_id.get(name)) and (e := _explained(view, o, label))]
    if question == "explain":
        told = row_of(explanations[0])
    positions = {p for row in rows for p in _positions(row)}
    positions |= {evidence.position for explanation in explanations for evidence in explanation.evidence}
    text = SEVERAL.get(question) or QUESTIONS[question].text
    return Answered(_(text), view.as_of, position, told, rows, view, tuple(explanations), frozenset(positions))


def _ask(
    ledger: Answering, question: str, given: Mapping[str, Any], scope: dict[str, Any], judged: Judged
) -> Answer[Any]:
    if question == "diff":
        rest = {name: value for name, value in scope.items() if name != "known_at"}
        return ledger.diff(given["before"], given.get("after"), **rest)
    if question in SEVERAL:
        answer: Answer[Any] = getattr(Answers(judged), question)(**scope, **given)
        return answer
    if question not in QUESTIONS:
        raise QuestionUnknown(name=question)
    return ledger.ask(question, **scope, **given)


def _labels(ledger: Answering, view: View, persons: bool) -> Callable[[str], str]:
    named = ledger._labels(dict(view.facts), view.position)
    return named if persons else lambda party: party if party.startswith("person:") else named(party)


def _explained(view: View, obligation: Obligation, label: Any) -> Explanation | None:
    item = item_of(obligation, view.as_of, label)
    return explain(view.facts[obligation.network], obligation, item) if item else None


def _positions(row: Mapping[str, Any]) -> Iterator[int]:
    for name in _POSITIONS:
        value = plain(row.get(name))
        for entry in value if isinstance(value, list) else [value]:
            if type(entry) is int and entry > 0:
                yield entry
