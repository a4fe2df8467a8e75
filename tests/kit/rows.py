"""The rows of the index as values, whatever form they are stored in."""

import hashlib
import json
from collections.abc import Iterator

from governance.ledger import Ledger

__all__ = ["digest", "rows"]

BEYOND = 8
"""Years after the last event that are asked for, so that periods are compared through the two after these."""

_ROWS = """
SELECT n.key, p.obligation, s.since, s.until, s.known_from, s.known_to, s.verdict, p.body
FROM index_phase AS p JOIN index_span AS s ON s.id = p.id JOIN index_network AS n ON n.number = s.network
"""


def rows(ledger: Ledger) -> list[str]:
    """Each row as a line of JSON, sorted, of an index built anew through the same year whatever the default is."""
    ledger.desk.model.rebuild(ledger.desk.records(ledger.desk.last_position() - 1, 1)[0].recorded_at.year + BEYOND)
    return sorted(_lines(ledger))


def _lines(ledger: Ledger) -> Iterator[str]:
    with ledger.desk.database.reading() as connection:
        for *where, body in connection.execute(_ROWS):
            always, varying = json.loads(body)
            yield json.dumps([*where, always, varying], sort_keys=True, ensure_ascii=False)


def digest(ledger: Ledger) -> str:
    """SHA-256 over all rows."""
    return hashlib.sha256("\n".join(rows(ledger)).encode()).hexdigest()
