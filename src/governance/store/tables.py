"""The tables of a log in SQLite, and the marks by which its file is known. Light to import."""

from collections.abc import Iterator
from contextlib import contextmanager

import apsw

__all__ = ["APPLICATION_ID", "COMMAND", "FORMAT", "TABLES", "TREE", "make_tables", "transaction"]

APPLICATION_ID = 0x676F764C
"""``govL``, in the header of every ledger file."""
FORMAT = 2
"""The version of the tables of the log; a file of an older one is brought up to it (``upgrade``)."""

COMMAND = """
CREATE TABLE command (command_id TEXT PRIMARY KEY, digest BLOB NOT NULL, first INTEGER NOT NULL,
  last INTEGER NOT NULL, seal BLOB NOT NULL) STRICT, WITHOUT ROWID;
"""
"""``seal`` is a digest of the other columns (``governance.store.raw.sealed``): the tree does not cover them."""

TREE = """
CREATE TABLE tree (position INTEGER PRIMARY KEY, hashes BLOB NOT NULL) STRICT;
"""
"""See ``governance.store.tree``."""

_EVENT = """
CREATE TABLE event (position INTEGER PRIMARY KEY, originator_id TEXT NOT NULL, version INTEGER NOT NULL,
  topic TEXT NOT NULL, recorded_at INTEGER NOT NULL, state BLOB NOT NULL, UNIQUE (originator_id, version)) STRICT;
"""
_END = """
CREATE TABLE log_end (one INTEGER PRIMARY KEY CHECK (one = 1), position INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL) STRICT;
INSERT INTO log_end VALUES (1, 0, 0);
"""
"""``log_end`` holds the last position by itself, so that a tail that was cut off is missed and never filled again."""

TABLES = _EVENT + COMMAND + TREE + _END


def make_tables(connection: apsw.Connection) -> None:
    """An empty log, in an empty database."""
    connection.execute(TABLES)
    connection.pragma("application_id", APPLICATION_ID)
    connection.pragma("user_version", FORMAT)


@contextmanager
def transaction(connection: apsw.Connection, begin: str = "BEGIN IMMEDIATE") -> Iterator[None]:
    """All or nothing."""
    try:
        connection.execute(begin)
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
