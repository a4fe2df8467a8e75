"""From a file of format 1 to one of format 2: its tree is computed, and its commands are sealed."""

from pathlib import Path
from typing import Any

import apsw

from governance.errors import FormatOutdated, NotALedger
from governance.store.raw import sealed
from governance.store.tables import COMMAND, FORMAT, TREE, transaction
from governance.store.tree import Grown, leaf_of

__all__ = ["upgrade"]


def upgrade(connection: apsw.Connection, path: Path) -> None:
    """All or nothing; what was altered before is taken as it lies.

    Raises FormatOutdated for a file that cannot be written, NotALedger for rows that no event can have.
    """
    if connection.readonly("main"):
        raise FormatOutdated(path=path)
    with transaction(connection):
        if connection.pragma("user_version") == FORMAT:  # somebody else was faster
            return
        commands: list[Any] = connection.execute("SELECT command_id, digest, first, last FROM command").fetchall()
        connection.execute(f"DROP TABLE command; {COMMAND} {TREE}")
        connection.executemany("INSERT INTO command VALUES (?, ?, ?, ?, ?)", [(*c, sealed(*c)) for c in commands])
        rows = connection.execute(
            "SELECT originator_id, version, topic, state, position, recorded_at FROM event ORDER BY position"
        )
        leaves = (leaf_of(*row) for row in rows)
        grown = Grown.at(0, lambda _position: None).with_leaves(leaves)
        try:
            connection.executemany("INSERT INTO tree VALUES (?, ?)", enumerate((step.row for step in grown), 1))
        except (ValueError, TypeError) as error:
            raise NotALedger(path=path, problem=str(error)) from error
        connection.pragma("user_version", FORMAT)
