"""The rows of the index as values, whatever form they are stored in."""

import hashlib
import json
from collections.abc import Iterator

from governance.ledger import Ledger

__all__ = ["digest", "rows"]

BEYOND = 8
"""Years after the last event that are asked for, so that periods are compared through the two after these."""

_ALWAYS: dict[str, object] = {
    "clause": None, "duty": "", "subject": "", "due_first": None, "role": "", "counterparty": None, "assumptions": [],
    "mandate": None,
}  # fmt: skip
_VARYING: dict[str, object] = {
    "due": None, "due_on": None, "fulfilled_on": None, "fulfilled_first": None, "holders": [], "evidence": [],
    "reason": "", "values": {}, "present": None,
}  # fmt: skip
"""The names in a body, in the order in which they are compared, and what it leaves out."""


def rows(ledger: Ledger) -> list[str]:
    """Each row as a line of JSON, sorted, of an index built anew through the same year whatever the default is."""
    ledger.desk.model.rebuild(ledger.desk.records(ledger.desk.last_position() - 1, 1)[0].recorded_at.year + BEYOND)
    return sorted(_lines(ledger))


def _lines(ledger: Ledger) -> Iterator[str]:
    with ledger.desk.recorder.verdicts.reading() as verdicts:
        (rows,) = (rows for part, rows in verdicts.content() if part == "index_phase")
        for row in rows:
            network, *where, verdict, _verdict_to, _one_network, body = row[:10]
            stored = json.loads(str(body))
            always = [stored.get(name, left_out) for name, left_out in _ALWAYS.items()]
            varying = [stored.get(name, left_out) for name, left_out in _VARYING.items()]
            yield json.dumps([network, *where, verdict, always, varying], sort_keys=True, ensure_ascii=False)


def digest(ledger: Ledger) -> str:
    """SHA-256 over all rows."""
    return hashlib.sha256("\n".join(rows(ledger)).encode()).hexdigest()
