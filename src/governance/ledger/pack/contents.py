"""What lies in a pack. The same ledger, key and question give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from governance.answers import KnownAt
from governance.compliance.answer import plain, row_of
from governance.compliance.facts import Record
from governance.errors import RecordAltered
from governance.ledger.answering import Answering
from governance.ledger.pack.asked import Answered, answered
from governance.ledger.pack.page import page, readme
from governance.ledger.signing import Signing
from governance.model.network_events import MandateAdopted, MandateAmended, MandateEnded, RoleAssigned, RoleEnded
from governance.proof import merkle
from governance.proof.checkpoint import Checkpoint
from governance.proof.consistency import ConsistencyProof
from governance.proof.inclusion import InclusionProof
from governance.proof.leaf import leaf_index
from governance.proof.note import Note
from governance.proof.pack import sealed, verifier, zipped
from governance.store.recorder import Row, leaf_of_row
from governance.text import language, printable_json
from governance.verify.run import Verifier

__all__ = ["packed"]

_GOVERNING = (MandateAdopted, MandateAmended, MandateEnded, RoleAssigned, RoleEnded)
"""Of a network's history, what every verdict stands on: the mandate, and who held which role."""


def packed(
    ledger: Answering,
    signing: Signing,
    question: str,
    parameters: Mapping[str, Any],
    *,
    network: str | None = None,
    as_of: date | str | None = None,
    known_at: KnownAt = None,
    with_personal_data: bool = False,
) -> bytes:
    """The zip, made of one state of the record, which is verified first. Raises what the question raises,
    RecordAltered; Refused: KeyMissing, KeyNotCurrent."""
    key = signing._current()
    with ledger.desk.recorder.raw() as raw:
        if fault := Verifier(raw, ledger.desk).record_fault():
            raise RecordAltered(where=fault.where, problem=fault.detail)
        return zipped(sealed(_files(
            ledger, signing, question, parameters, network=network, as_of=as_of, known_at=known_at,
            with_personal_data=with_personal_data,
        ), key))  # fmt: skip


def _files(
    ledger: Answering,
    signing: Signing,
    question: str,
    parameters: Mapping[str, Any],
    *,
    network: str | None,
    as_of: date | str | None,
    known_at: KnownAt,
    with_personal_data: bool,
) -> dict[str, bytes]:
    note = signing.signed_checkpoint()
    found = answered(
        ledger, question, parameters, network=network, as_of=as_of, known_at=known_at, persons=with_personal_data
    )
    asked = {
        "format": "governance-answer/1",
        "question": question,
        "text": found.text,
        "parameters": plain(parameters),
        "network": network,
        "as_of": found.as_of.isoformat(),
        "known_at": plain(known_at) if known_at is not None else None,
        "position": found.position,
        "language": language(),
        "personal_data": with_personal_data,
        "answer": found.told,
    }
    records = list(_rested_on(ledger, found, with_personal_data))
    rows = [_row(ledger, record.position) for record in records]
    return {
        "answer.json": _json(asked),
        "explanations.json": _json([row_of(explanation) for explanation in found.explanations]),
        "documents.json": _json(list(_documents(records))),
        "checkpoint.txt": bytes(note),
        "keys.txt": _keys(signing),
        **dict(_events(ledger, rows, note)),
        **dict(_mandates(records)),
        **dict(_growth(signing, note)),
        "README.txt": readme(note).encode(),
        "index.html": page(asked, found, list(zip(records, rows, strict=True)), note).encode(),
        "verify.py": verifier(),
    }


def _json(value: object) -> bytes:
    return (printable_json(value, indent=1) + "\n").encode()


def _rested_on(ledger: Answering, found: Answered, persons: bool) -> Iterator[Record]:
    """What the answer names, the whole history of each thing that it speaks of, the mandates and the roles; in the
    order of the log, as far as it was known. Of persons only where that is asked."""
    streams = set(_subjects(found))
    for facts in found.view.facts.values():
        named = (facts.recorded[position][0].originator_id for position in found.positions & facts.recorded.keys())
        streams |= {stream for stream in named if not stream.startswith("network:")}
    records: dict[int, Record] = {}
    for facts in found.view.facts.values():
        for position, (event, moment) in facts.recorded.items():
            governing = isinstance(event, _GOVERNING) or _corrects_governing(facts.network.recorded, event)
            if position in found.positions or governing or event.originator_id in streams:
                records[position] = Record(position, moment, event)
    if persons:
        for record in _persons(ledger, records.values(), found.position):
            records[record.position] = record
    return (records[position] for position in sorted(records) if position <= found.position)


def _corrects_governing(history: list[Any], event: Any) -> bool:
    target = getattr(event, "corrects", None) or getattr(event, "retracts", None)
    if target is None or not event.originator_id.startswith("network:"):
        return False
    return any(e.originator_version == target and isinstance(e, _GOVERNING) for e in history)


def _subjects(found: Answered) -> Iterator[str]:
    """The histories of what the obligations and the rows are about."""
    for explanation in found.explanations:
        item = explanation.item
        for kind in ("assignment", "meeting"):
            yield f"{kind}:{item.network}/{item.subject}"
            yield f"{kind}:{item.subject}"
    for row in found.rows:
        for kind in ("assignment", "meeting"):
            for name in (kind, "about"):
                if isinstance(row.get(name), str):
                    yield f"{kind}:{row[name]}"


def _persons(ledger: Answering, records: Iterable[Record], upto: int) -> Iterator[Record]:
    """The events of every person who is named."""
    named = {word for record in records for word in _parties(record.event.model_dump(mode="json"))}
    for person in sorted(named):
        for row in ledger.desk.recorder.select_stream(person, upto):
            yield ledger.desk.record(row)


def _parties(value: object) -> Iterator[str]:
    if isinstance(value, str) and value.startswith("person:"):
        yield value
    elif isinstance(value, dict):
        for entry in value.values():
            yield from _parties(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from _parties(entry)


def _row(ledger: Answering, position: int) -> Row:
    return ledger.desk.recorder.select_rows(position - 1, 1)[0]


def _events(ledger: Answering, rows: Iterable[Row], note: Note) -> Iterator[tuple[str, bytes]]:
    size = Checkpoint.of(note).size
    for row in rows:
        stem = f"events/{row.id:06d}"
        path = merkle.inclusion(leaf_index(row.id), size, ledger.desk.recorder.nodes)
        yield f"{stem}.json", row.state
        yield f"{stem}.leaf", leaf_of_row(row)
        yield f"{stem}.tlog-proof", bytes(InclusionProof(leaf_index(row.id), tuple(path), note))


def _mandates(records: Iterable[Record]) -> Iterator[tuple[str, bytes]]:
    """Each mandate as it was adopted, under the network's key and the event's position."""
    for position, _moment, event in records:
        if isinstance(event, MandateAdopted | MandateAmended):
            yield f"mandate/{event.originator_id.partition(':')[2]}-{position:06d}.toml", event.document.encode()


def _growth(signing: Signing, note: Note) -> Iterator[tuple[str, bytes]]:
    """From every recorded checkpoint to this one, for whoever kept one of them."""
    size = Checkpoint.of(note).size
    for earlier in signing.log_of_keys().checkpoints():
        old = Checkpoint.of(earlier).size
        if 0 < old < size:
            path = merkle.consistency(old, size, signing.desk.recorder.nodes)
            yield f"consistency/{old:06d}.txt", bytes(ConsistencyProof(old, tuple(path), note))


def _keys(signing: Signing) -> bytes:
    return "".join(f"{key}\n" for key in reversed(signing.log_of_keys().keys())).encode()


def _documents(records: Iterable[Record]) -> Iterator[dict[str, Any]]:
    """The digests of documents that the events record; the documents themselves lie elsewhere."""
    for position, _moment, event in records:
        for digest in _digests(event.model_dump(mode="json", exclude_none=True)):
            yield {"position": position, "event": event.event_id, **digest}


def _digests(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if isinstance(value.get("sha256"), str):
            yield {name: value[name] for name in ("sha256", "size", "media_type", "reference") if name in value}
        for entry in value.values():
            yield from _digests(entry)
