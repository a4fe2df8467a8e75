"""The other side of P4: the least that a command line over SQLite can be."""

import sqlite3
import sys

import click


@click.command()
@click.argument("path")
@click.option("--as-of", default="2022-05-02")
def main(path: str, as_of: str) -> None:
    """How many events there are."""
    connection = sqlite3.connect(path)
    for row in connection.execute("SELECT count(*), ? FROM event", (as_of,)):
        click.echo(row)


if __name__ == "__main__":
    sys.exit(main())
