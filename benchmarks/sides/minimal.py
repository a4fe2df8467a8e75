"""The other side of P4: the least that a command line over SQLite can be, one that asks and one that writes."""

import sqlite3
import sys

import click


@click.command()
@click.argument("path")
@click.option("--as-of", default="2022-05-02")
@click.option("--write", is_flag=True)
def main(path: str, as_of: str, write: bool) -> None:
    """How many events there are; or a row more."""
    connection = sqlite3.connect(path)
    if write:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("CREATE TABLE IF NOT EXISTS minimal (day TEXT)")
        with connection:
            connection.execute("INSERT INTO minimal VALUES (?)", (as_of,))
        click.echo("1")
        return
    for row in connection.execute("SELECT count(*), ? FROM event", (as_of,)):
        click.echo(row)


if __name__ == "__main__":
    sys.exit(main())
