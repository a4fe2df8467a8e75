"""The questions of a secretary or an auditor, and their answers as tables.

A table's columns are fields of the answer's rows, written with spaces (``days late``), or one of ``_COLUMNS``, whose
cells say in words what the row says by a key.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from pytest_bdd import then, when

from governance.ledger import Ledger
from governance.ledger.explanation import Explanation
from tests.steps.ledger import Attempt
from tests.steps.words import BODIES, MEMBERS, Asked, assignment_key, member_key, owed_id, person_key, said

Table = list[list[str]]


def _party(name: str) -> str:
    if name == "the network":
        return "network:vux"
    if name == "the principal":
        return "org:skolchefsnatverket"
    return f"org:{member_key(name)}" if name in MEMBERS else f"person:{person_key(name)}"


def _each(one: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: ", ".join(one(part) for part in text.split(", "))


def _turned(owed: str, verdicts: str) -> str:
    return f"{owed_id(owed)}: {verdicts.replace('fulfilled late', 'fulfilled_late')}"


_COLUMNS: Mapping[str, tuple[tuple[str, ...], Callable[[str], str]]] = {
    "what is owed": (("obligation", "id"), owed_id),
    "later report": (("later",), owed_id),
    "assignment": (("assignment",), lambda text: f"vux/{assignment_key(text)}"),
    "assignments ended": (("ended",), _each(lambda text: f"vux/{assignment_key(text)}")),
    "meeting": (("meeting",), lambda text: f"vux/{text}"),
    "municipality": (("host", "member"), _party),
    "held by": (("holders", "holder"), _each(_party)),
    "owed to": (("counterparty",), lambda text: BODIES.get(text, text)),
    "what happened": (("event", "name"), lambda text: "".join(word.capitalize() for word in text.split())),
    "verdict": (("verdict",), lambda text: text.replace(" ", "_")),
    "before": (("before",), lambda text: text.replace(" ", "_")),
    "after": (("after",), lambda text: text.replace(" ", "_")),
    "would be": (("supposed",), lambda text: text.replace(" ", "_")),
    "what": (("what",), lambda text: text.replace(" ", "_")),
    "for": (("member",), lambda text: f"org:{member_key(text)}"),
    "role": (("role",), lambda text: text.replace(" ", "-")),
    "changes": (("changes",), lambda text: text.replace("effective on", "effective_on")),
    "verdicts": (("verdicts",), lambda text: _turned(*text.split(": "))),
    "silent on": (("silent_on",), _each(lambda text: text.replace(" ", "_"))),
}


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or value == ():
        return "-"
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _told(row: object, column: str) -> str:
    fields, _meant = _COLUMNS.get(column, ((column.replace(" ", "_"),), str))
    return _shown(next(getattr(row, field) for field in fields if hasattr(row, field)))


def _expected(table: Table) -> list[list[str]]:
    meanings = [_COLUMNS.get(column, ((), str))[1] for column in table[0]]
    return [
        [cell if cell == "-" else meant(cell) for meant, cell in zip(meanings, row, strict=True)] for row in table[1:]
    ]


@when(said("it is asked on {day:Day} {asked:Question}"), target_fixture="answer")
def _asked(ledger: Ledger, day: date, asked: Asked) -> Sequence[Any]:
    return _answered(ledger, asked, day)


@when(said("it is asked on {day:Day}, as known on {known:Day}, {asked:Question}"), target_fixture="answer")
def _asked_as_known(ledger: Ledger, day: date, known: date, asked: Asked) -> Sequence[Any]:
    return _answered(ledger, asked, day, known)


def _answered(ledger: Ledger, asked: Asked, day: date, known: date | None = None) -> Sequence[Any]:
    if asked.question == "overdue":
        return ledger.overdue(as_of=day, known_at=known).items
    answer = ledger.ask(asked.question, as_of=day, known_at=known, **asked.parameters).items
    if asked.question == "due_within":  # which can be asked in a quicker way, too
        quick = ledger.due(as_of=day, known_at=known, **asked.parameters)
        assert [item.id for item in quick] == [row.obligation for row in answer]
    return answer


@when(
    said("the answers for {day:Day} as known on {before:Day} and on {after:Day} are compared"), target_fixture="answer"
)
def _compared(ledger: Ledger, day: date, before: date, after: date) -> Sequence[Any]:
    return ledger.diff(before, after, as_of=day).items


@then("the answer is")
def _is(answer: Sequence[Any], datatable: Table) -> None:
    assert [[_told(row, column) for column in datatable[0]] for row in answer] == _expected(datatable)


@then("the answer includes")
def _includes(answer: Sequence[Any], datatable: Table) -> None:
    told = [[_told(row, column) for column in datatable[0]] for row in answer]
    assert [row for row in _expected(datatable) if row not in told] == [], told


@then(said("the answer does not speak of {owed:Owed}"))
def _is_silent_on(answer: Sequence[Any], owed: str) -> None:
    assert owed not in [_told(row, "what is owed") for row in answer]


@then("the answer is that there is none")
def _is_empty(answer: Sequence[Any]) -> None:
    assert list(answer) == []


@when(said("the verdict on {owed:Owed} on {day:Day} is explained"), target_fixture="explanation")
def _explained(ledger: Ledger, attempt: Attempt, owed: str, day: date) -> Explanation | None:
    with attempt:
        return ledger.explain(owed, as_of=day)
    return None


@then(said("the verdict is {verdict:Verdict}"))
def _verdict(explanation: Explanation, verdict: str) -> None:
    assert explanation.item.verdict == verdict


@then(said('the clause is "{clause:Text}", of the mandate "{version:Text}"'))
def _clause(explanation: Explanation, clause: str, version: str) -> None:
    assert (explanation.item.clause, explanation.item.mandate) == (clause, version)


@then("the due date is derived as follows")
def _derived(explanation: Explanation, datatable: Table) -> None:
    assert [re.sub(r" \(#\d+\)", "", step) for step in explanation.derivation] == [cell for (cell,) in datatable]


@then("the evidence is")
def _evidence(explanation: Explanation, datatable: Table) -> None:
    _column, meant = _COLUMNS["what happened"]
    assert [[e.name, e.effective_on] for e in explanation.evidence] == [[meant(what), on] for what, on in datatable[1:]]


@then("there is no evidence")
def _no_evidence(explanation: Explanation) -> None:
    assert explanation.evidence == ()


@then("over time it was")
def _turns(explanation: Explanation, datatable: Table) -> None:
    assert [[str(turn.since), turn.verdict] for turn in explanation.turns] == datatable[1:]


@then(said('the mandate does not say "{silences:Text}"'))
def _silent(explanation: Explanation, silences: str) -> None:
    assert ", ".join(explanation.silent_on) == silences
