"""What is fuzzed: every place where text or bytes of others come in. Each target takes one random input.

An input may be understood or give an error of ours; anything else that is raised is a fault.
"""

import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from tempfile import mkdtemp

from eventsourcing.persistence import StoredEvent

from governance.duties.reading import read_mandate
from governance.errors import GovernanceError
from governance.ledger import Ledger
from governance.model.assignment import Assignment
from governance.model.event import REGISTRY, topic_of
from governance.model.meeting import Meeting
from governance.model.network import Network
from governance.model.person import Person
from governance.store.mapper import EventMapper
from governance.time import When, instant
from tests.fuzz.proofs import evidence, packs
from tests.golden.make import examples
from tests.kit.commands import attempt, begin, command
from tests.kit.mandates import EXAMPLES, small, stated
from tests.kit.wild import mutated, wild_number, wild_text
from tests.kit.world import ACTOR, Clock, World

__all__ = ["TARGETS", "Target"]

Target = Callable[[Random], object]

_EVENTS = [EventMapper().to_stored_event(event) for kind in REGISTRY.values() for event in examples(kind)]
_LINES = (EXAMPLES / "skaraborg-vuxenutbildning-2021.jsonl").read_text("utf-8").splitlines()
_MANDATES = [small(), small(stated()), small(stated(minutes_after=3), ends="2021-12-31")]
_TOKENS = ("[", "]", "[[", "]]", "{", "}", "=", ".", ",", '"', '"""', "'", "\n", "#", "key", "clause", "duty", "due",
           "rule", "after", "days", "2021-05-17", "1", "-1", "1e9", "inf", "true", "\\u", "\x00", "å")  # fmt: skip


def dates(rng: Random) -> None:
    When.parse(mutated(rng, rng.choice(("2021-05-17", "2021-05", "2021"))))


def instants(rng: Random) -> None:
    instant(mutated(rng, rng.choice(("2021-05-17T10:00:00+02:00", "2021-05-17T10:00:00.000001Z", "2021-05-17"))))


def mandate_texts(rng: Random) -> None:
    text = rng.choice(_MANDATES)
    if rng.random() < 0.7:
        at = rng.randrange(len(text))
        text = text[:at] + rng.choice(_TOKENS) + text[at + rng.randint(0, 12) :]
    elif rng.random() < 0.5:
        text = mutated(rng, text)
    else:
        text = "".join(rng.choice(_TOKENS) for _n in range(rng.randint(1, 30)))
    read_mandate(text)


def stored_bytes(rng: Random) -> None:
    stored = rng.choice(_EVENTS)
    state = bytearray(stored.state)
    for _n in range(rng.randint(1, 4)):
        at = rng.randrange(len(state) + 1)
        state[at : at + rng.randint(0, 3)] = rng.choice((b"", b"\xff", b"{", b"null", b"1e999", b'"\\ud800"', b"[[[["))
    topic = topic_of(rng.choice([REGISTRY[stored.topic.rpartition("/")[0]], *REGISTRY.values()]))
    if rng.random() < 0.1:
        topic = mutated(rng, topic)
    EventMapper().to_domain_event(StoredEvent(stored.originator_id, stored.originator_version, topic, bytes(state)))


class _Worlds:
    """A ledger in memory, begun anew now and then, and one in a file that is only read."""

    def __init__(self) -> None:
        self.used = 0
        self.memory = self._new()
        path = Path(mkdtemp()) / "fuzz.db"
        self.file = Ledger.open(path, actor=ACTOR, clock=Clock("2022-03-01T12:00:00Z"))
        begin(self.file)

    def _new(self) -> Ledger:
        w = World(text="2022-03-01T12:00:00Z")
        begin(w.ledger)
        return w.ledger

    def ledger(self) -> Ledger:
        self.used += 1
        if self.used % 150 == 0:
            self.memory = self._new()
        return self.memory


_worlds: list[_Worlds] = []


def worlds() -> _Worlds:
    if not _worlds:
        _worlds.append(_Worlds())
    return _worlds[0]


def import_lines(rng: Random) -> None:
    ledger = worlds().ledger()
    kind = rng.random()
    if kind < 0.4:
        line = mutated(rng, rng.choice(_LINES))
    else:
        name, told = command(rng, ledger, 0.3)
        plain = {key: value if isinstance(value, dict) else str(value) for key, value in told.items()}
        line = json.dumps({"command": name, **plain})
        if kind < 0.6:
            line = mutated(rng, line)
        elif kind < 0.7:
            line = json.dumps({"unit": [json.loads(line), json.loads(line)]})
    ledger.import_lines([line], text_of=lambda _name: rng.choice(_MANDATES), dry_run=rng.random() < 0.2)


def references(rng: Random) -> None:
    text = wild_text(rng)
    ledger = worlds().file
    for kind in (Network, Assignment, Meeting, Person):
        _try(lambda kind=kind: ledger.unit().find(kind, text))  # type: ignore[misc]  # ruff wants it bound, mypy not
    _try(lambda: ledger.unit().party(text))
    _try(lambda: ledger.entry(text))
    _try(lambda: ledger.desk.recall(text))
    if rng.random() < 0.02:
        _try(lambda: ledger.explain(text, as_of="2022-03-01"))


def _try(work: Callable[[], object]) -> None:
    try:
        work()
    except GovernanceError:
        return


def questions(rng: Random) -> None:
    """The quick answers, with wild days, knowledge and networks; the filters of the log."""
    ledger = worlds().file
    as_of = wild_text(rng) if rng.random() < 0.5 else None
    known_at = rng.choice((None, wild_number(rng), wild_text(rng), f"#{rng.randint(0, 9)}"))
    network = wild_text(rng) if rng.random() < 0.3 else None
    _try(lambda: ledger.obligations(network=network, as_of=as_of, known_at=known_at))
    _try(lambda: ledger.due(days=wild_number(rng), network=network, as_of=as_of, known_at=known_at))
    if rng.random() < 0.02:
        _try(lambda: ledger.diff(wild_text(rng), known_at, network=network, as_of=as_of))
        _try(lambda: list(ledger.log(text=wild_text(rng), kind=wild_text(rng))))


def commands(rng: Random) -> None:
    ledger = worlds().ledger()
    attempt(ledger, command(rng, ledger, 0.25))
    if rng.random() < 0.01:
        ledger.obligations(as_of="2022-03-01")


_OF_THE_LEDGER = (dates, instants, mandate_texts, stored_bytes, import_lines, references, questions, commands)
TARGETS: dict[str, Target] = {target.__name__: target for target in (*_OF_THE_LEDGER, evidence, packs)}
