"""Single look-ups in a log's tables in SQLite, and what is refused where they do not agree."""

from collections.abc import Mapping
from datetime import UTC, datetime

import apsw

from governance.errors import ConcurrentChange, EventUnreadable, LogDamaged
from governance.store.file import end_of
from governance.store.raw import sealed
from governance.store.recorder import CommandMark, CommandRepeated, Recorded, Row
from governance.text import _
from governance.time import micros

__all__ = ["checked_end", "find_command", "mark", "refuse_changed", "row_of", "storable", "tree_row", "version_of"]

_EARLIEST, _LATEST = micros(datetime.min.replace(tzinfo=UTC)), micros(datetime.max.replace(tzinfo=UTC))


def row_of(stream: str, version: int, topic: str, state: bytes, position: int, recorded_at: int) -> Row:
    """Raises EventUnreadable where the file holds another type: its pages can be changed from outside."""
    sound = type(stream) is str and type(version) is int and type(topic) is str and type(state) is bytes
    if not sound or type(recorded_at) is not int or not _EARLIEST <= recorded_at <= _LATEST:
        raise EventUnreadable(position=position, problem=_("its row is damaged"))
    return Row(stream, version, topic, state, position, recorded_at)


def storable(text: str) -> bool:
    """Not so text with half a character in it, which nothing stored can be called."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def mark(connection: apsw.Connection, command: CommandMark, positions: range) -> None:
    mark = (command.command_id, command.digest, positions[0], positions[-1])
    try:
        connection.execute("INSERT INTO command VALUES (?, ?, ?, ?, ?)", (*mark, sealed(*mark)))
    except apsw.ConstraintError:
        if recorded := find_command(connection, command.command_id):
            raise CommandRepeated(recorded) from None
        raise


def refuse_changed(connection: apsw.Connection, versions: Mapping[str, int]) -> None:
    for originator_id, version in versions.items():
        if version_of(connection, originator_id) != version:
            raise ConcurrentChange(subject=originator_id)


def find_command(connection: apsw.Connection, command_id: str) -> Recorded | None:
    query = "SELECT command_id, digest, first, last FROM command WHERE command_id = ?"
    row = connection.execute(query, (command_id,)).get
    return Recorded(*row) if row else None


def version_of(connection: apsw.Connection, originator_id: str) -> int:
    version = connection.execute("SELECT max(version) FROM event WHERE originator_id = ?", (originator_id,)).get
    return int(version or 0)


def tree_row(connection: apsw.Connection, position: int) -> bytes | None:
    hashes: bytes | None = connection.execute("SELECT hashes FROM tree WHERE position = ?", (position,)).get
    return hashes


def checked_end(connection: apsw.Connection) -> tuple[int, int, bytes | None]:
    """The end of the log, and the tree's last row; raises LogDamaged where the rows end elsewhere, so that no position
    is ever used twice."""
    position, moment, there, tail = connection.execute(_END).get or (*end_of(connection), None, None)
    if (there or 0) != position:
        raise LogDamaged(there=there or 0, position=position)
    return position, moment, tail


_END = """
SELECT position, recorded_at, (SELECT max(position) FROM event),
  (SELECT hashes FROM tree WHERE tree.position = log_end.position)
FROM log_end
"""
