"""A ledger in memory, laid out as a file has it, so that both are looked at in the same way."""

from dataclasses import astuple

import apsw

from governance.store.file import APPLICATION_ID, FORMAT, TABLES, sealed
from governance.store.recorder import MemoryRecorder

__all__ = ["as_file"]


def as_file(recorder: MemoryRecorder) -> apsw.Connection:
    """A copy, as it is now."""
    connection = apsw.Connection(":memory:")
    connection.execute(TABLES)
    connection.pragma("application_id", APPLICATION_ID)
    connection.pragma("user_version", FORMAT)
    end, moment = recorder.last()
    rows = recorder.select_rows(0, end)
    with connection:
        connection.executemany(
            "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?)",
            ((r.id, str(r.originator_id), r.originator_version, r.topic, r.recorded_at, r.state) for r in rows),
        )
        connection.executemany("INSERT INTO tree VALUES (?, ?)", ((r.id, recorder.tree_row(r.id)) for r in rows))
        commands = (astuple(recorded) for recorded in recorder.commands())
        connection.executemany("INSERT INTO command VALUES (?, ?, ?, ?, ?)", ((*c, sealed(*c)) for c in commands))
        connection.execute("UPDATE log_end SET position = ?, recorded_at = ?", (end, moment))
    return connection
