"""Ways to alter a ledger's file, for whoever wants to see whether each is found."""

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import apsw

from governance.proof.keys import SigningKey
from governance.store.raw import sealed
from governance.store.tree import Grown, leaf_of

__all__ = ["ALTERATIONS", "KEY", "Untouched", "contents"]

KEY = SigningKey("example.org/log", bytes([1] * 32))


_AFTER = 5
"""At most so many events of the original came after its checkpoint, which cannot tell of them."""


class Untouched(Exception):
    """This alteration came to nothing: SQLite refused it, or there was nothing to alter."""


def _opened(path: Path) -> apsw.Connection:
    connection = apsw.Connection(str(path))
    connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 0)
    connection.pragma("ignore_check_constraints", True)
    return connection


def contents(path: Path) -> Any:
    """Everything that is ever read out of a file; an exception's text where it cannot be.

    Not so what lies between the cells of a page, or behind the last cell of an R*Tree's node: SQLite leaves old bytes
    there, and nobody reads them.
    """
    try:
        connection = _opened(path)
        names = [str(row[0]) for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return (
            connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall(),
            [connection.pragma(name) for name in ("application_id", "user_version", "encoding")],
            {name: list(map(_read, connection.execute(f'SELECT * FROM "{name}"'))) for name in names},  # noqa: S608
        )
    except (apsw.Error, UnicodeDecodeError) as error:
        return f"{type(error).__name__}: {error}"


def _read(row: Any) -> Any:
    """Of a node of an R*Tree (number, data) what SQLite reads: its depth at the root, its cells of 40 bytes."""
    if len(row) == 2 and isinstance(row[0], int) and isinstance(row[1], bytes) and len(row[1]) > 400:
        number, data = row
        return number, data[0 if number == 1 else 2 : 4 + 40 * int.from_bytes(data[2:4], "big")]
    return row


def _tables(connection: apsw.Connection) -> list[str]:
    rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    return sorted(str(row[0]) for row in rows)


def _columns(connection: apsw.Connection, table: str) -> list[str]:
    return [str(row[1]) for row in connection.execute(f'PRAGMA table_info("{table}")')]


def _row(connection: apsw.Connection, table: str, rng: Random) -> tuple[Any, ...]:
    rows = connection.execute(f'SELECT * FROM "{table}"').fetchall()  # noqa: S608
    if not rows:
        raise Untouched
    return rng.choice(rows)


def _where(columns: list[str]) -> str:
    return " AND ".join(f'"{name}" IS ?' for name in columns)


def _flipped(value: Any, rng: Random) -> tuple[str, Any]:
    """An expression and its value: a bit of it is another."""
    if isinstance(value, int):
        return "?", (value ^ (1 << rng.randrange(63)) if rng.random() < 0.5 else value ^ (1 << rng.randrange(8)))
    data = bytearray(value.encode() if isinstance(value, str) else value or b"")
    if not data:
        raise Untouched
    data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return ("CAST(? AS TEXT)" if isinstance(value, str) else "?"), bytes(data)


def bit_in_a_column(path: Path, rng: Random) -> None:
    """One bit of one value of one row of any table."""
    connection = _opened(path)
    table = rng.choice(_tables(connection))
    columns = _columns(connection, table)
    row = _row(connection, table, rng)
    number = rng.randrange(len(columns))
    expression, value = _flipped(row[number], rng)
    connection.execute(
        f'UPDATE "{table}" SET "{columns[number]}" = {expression} WHERE {_where(columns)}',  # noqa: S608
        (value, *row),
    )


def bit_in_the_file(path: Path, rng: Random) -> None:
    """One bit of the file, wherever it lies."""
    data = bytearray(path.read_bytes())
    data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    path.write_bytes(data)


def row_deleted(path: Path, rng: Random) -> None:
    """One row of any table is gone."""
    connection = _opened(path)
    table = rng.choice(_tables(connection))
    columns = _columns(connection, table)
    connection.execute(f'DELETE FROM "{table}" WHERE {_where(columns)}', _row(connection, table, rng))  # noqa: S608


def rows_swapped(path: Path, rng: Random) -> None:
    """Two rows of a table exchange what they say, all of it or one column."""
    connection = _opened(path)
    table = rng.choice([name for name in _tables(connection) if not name.endswith(("_node", "_parent", "_rowid"))])
    columns = _columns(connection, table)
    one, other = _row(connection, table, rng), _row(connection, table, rng)
    swapped = rng.sample(columns[1:], rng.choice((1, len(columns) - 1)))
    if all(one[columns.index(name)] == other[columns.index(name)] for name in swapped):
        raise Untouched
    sets = ", ".join(f'"{name}" = ?' for name in swapped)
    with connection:
        for kept, taken in ((one, other), (other, one)):
            values = [taken[columns.index(name)] for name in swapped]
            connection.execute(f'UPDATE "{table}" SET {sets} WHERE "{columns[0]}" IS ?', (*values, kept[0]))  # noqa: S608


def row_inserted(path: Path, rng: Random) -> None:
    """A row more, much like another."""
    connection = _opened(path)
    table = rng.choice(_tables(connection))
    row = list(_row(connection, table, rng))
    for number, value in enumerate(row):
        if isinstance(value, int) and rng.random() < 0.7:
            row[number] = value + rng.choice((1, -1, 1000, -1000))
        elif isinstance(value, str) and rng.random() < 0.7:
            row[number] = value + "x"
    marks = ", ".join("?" * len(row))
    connection.execute(f'INSERT INTO "{table}" VALUES ({marks})', row)  # noqa: S608


def position_moved(path: Path, rng: Random) -> None:
    """An event stands elsewhere: two change places, or one is put behind the end."""
    connection = _opened(path)
    last = int(str(connection.execute("SELECT max(position) FROM event").get))
    one, other = rng.sample(range(1, last + 1), 2)
    with connection:
        connection.execute("UPDATE event SET position = -1 WHERE position = ?", (one,))
        if rng.random() < 0.5:
            connection.execute("UPDATE event SET position = ? WHERE position = ?", (one, other))
            connection.execute("UPDATE event SET position = ? WHERE position = -1", (other,))
        else:
            connection.execute("UPDATE event SET position = ? WHERE position = -1", (last + rng.randrange(1, 9),))


def tail_cut(path: Path, rng: Random) -> None:
    """The last events are gone, and maybe what else speaks of them."""
    connection = _opened(path)
    last = int(str(connection.execute("SELECT max(position) FROM event").get))
    through = last - rng.randrange(1, 12)
    with connection:
        connection.execute("DELETE FROM event WHERE position > ?", (through,))
        if rng.random() < 0.5:
            connection.execute("UPDATE log_end SET position = ?", (through,))
        if rng.random() < 0.5:
            connection.execute("DELETE FROM tree WHERE position > ?", (through,))
        if rng.random() < 0.5:
            connection.execute("DELETE FROM command WHERE last > ?", (through,))


def planted(path: Path, rng: Random) -> None:
    """Something else lies in the file: a table, a view, a trigger."""
    connection = _opened(path)
    connection.execute(rng.choice((
        "CREATE TABLE mine (x)",
        "CREATE VIEW mine AS SELECT load_extension('evil')",
        "CREATE TRIGGER mine AFTER INSERT ON event BEGIN DELETE FROM command; END",
        "CREATE INDEX mine ON event (topic)",
        "ALTER TABLE event ADD COLUMN mine TEXT",
        "PRAGMA user_version = 1",
        "PRAGMA application_id = 7",
    )))  # fmt: skip


def code_named(path: Path, rng: Random) -> None:
    """A row that names a module to be imported."""
    connection = _opened(path)
    last = int(str(connection.execute("SELECT max(position) FROM event").get))
    name = rng.choice(("planted:Run/1", "planted.Run/1", "os:system/1", "governance.model.event:Event/1"))
    connection.execute("UPDATE event SET topic = ? WHERE position = ?", (name, rng.randrange(1, last + 1)))


# What only a checkpoint from outside shows -------------------------------------------------------------------


def old_copy(path: Path, _rng: Random) -> None:
    """The file as it was some time ago."""
    shutil.copy(path.with_name("old.db"), path)


def rewritten(path: Path, rng: Random) -> None:
    """Other events, and everything that follows from them computed anew."""
    connection = _opened(path)
    last = int(str(connection.execute("SELECT max(position) FROM event").get))
    with connection:
        if rng.random() < 0.5:
            cut = rng.randrange(1, last - _AFTER)
            for table, column in (("event", "position"), ("tree", "position"), ("command", "last")):
                connection.execute(f"DELETE FROM {table} WHERE {column} > ?", (cut,))  # noqa: S608
        else:
            connection.execute("UPDATE event SET recorded_at = recorded_at + ?", (rng.randrange(1, 9),))
        fresh_hashes(connection)


def fresh_hashes(connection: apsw.Connection) -> None:
    """The tree, the seals and the end as they follow from the events; the index is left to be built anew."""
    rows: list[Any] = connection.execute(
        "SELECT originator_id, version, topic, state, position, recorded_at FROM event ORDER BY position"
    ).fetchall()
    connection.execute("DELETE FROM tree")
    steps = Grown.at(0, lambda _position: None).with_leaves(leaf_of(*row) for row in rows)
    connection.executemany("INSERT INTO tree VALUES (?, ?)", enumerate((step.row for step in steps), 1))
    commands: list[Any] = connection.execute("SELECT command_id, digest, first, last FROM command").fetchall()
    for command in commands:
        connection.execute("UPDATE command SET seal = ? WHERE command_id = ?", (sealed(*command), command[0]))
    connection.execute("UPDATE log_end SET position = ?, recorded_at = ?", (rows[-1][4], rows[-1][5]))
    for table in ("index_state", "index_network", "index_label", "index_phase", "index_span"):
        connection.execute(f"DROP TABLE IF EXISTS {table}")


ALTERATIONS: dict[str, tuple[int, Callable[[Path, Random], None]]] = {
    alteration.__name__: (weight, alteration)
    for weight, alteration in (
        (8, bit_in_a_column),
        (8, bit_in_the_file),
        (4, row_deleted),
        (4, rows_swapped),
        (4, row_inserted),
        (2, position_moved),
        (2, tail_cut),
        (1, planted),
        (1, code_named),
        (1, old_copy),
        (3, rewritten),
    )
}
"""Each with how often it is chosen."""
