"""``governance log``: what ``git log`` is to a repository."""

import time
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

import click

from governance.compliance.answer import Answer, row_of
from governance.text import _, printable_json
from governance_cli.entries import show_full, show_line
from governance_cli.options import Place, command, format_option
from governance_cli.rendering import as_csv, as_json
from governance_cli.terminal import unicode_out, write

if TYPE_CHECKING:
    from governance.ledger import Ledger
    from governance.ledger.log import LogEntry

__all__ = ["log_command"]

_POLL_SECONDS = 1.0
_FIRST_FOLLOWED = 10


@command(
    "log",
    click.Option(["--number", "-n"], type=click.IntRange(min=0), metavar=_("N"), help=_("At most so many.")),
    click.Option(["--oneline"], is_flag=True, help=_("One line for each event.")),
    click.Option(["--reverse"], is_flag=True, help=_("Oldest first.")),
    click.Option(["--follow", "-f"], is_flag=True, help=_("Wait for what is recorded next; Ctrl-C ends it.")),
    click.Option(["--network"], metavar=_("KEY"), help=_("Of one network only.")),
    click.Option(
        ["--kind"], metavar=_("NAME"), help=_("Only these events (MinutesSubmitted), or of these things (meeting).")
    ),
    click.Option(["--actor"], metavar=_("WHO"), help=_("Only what this person, organisation or program entered.")),
    click.Option(["--since"], metavar=_("DAY"), help=_("What happened on that day or later.")),
    click.Option(["--until"], metavar=_("DAY"), help=_("What happened on that day or earlier.")),
    click.Option(["--text"], metavar=_("TEXT"), help=_("What contains this text, in whatever case.")),
    format_option("table", "json", "csv"),
    examples=("governance log -n 5", "governance log --oneline --network vux --kind meeting --since 2021-03"),
    without="actor",
)
def log_command(
    number: int | None, oneline: bool, reverse: bool, follow: bool, format: str, **filters: str | None
) -> None:  # fmt: skip
    """What was recorded, newest first. Every filter that is given must fit."""
    with Place.current().open() as ledger:
        wanted = _understood(ledger, filters)
        if follow:
            _follow(ledger, wanted, _FIRST_FOLLOWED if number is None else number, oneline, format)
            return
        recorded = ledger.log(**wanted, newest_first=not (reverse and number is None))
        entries = islice(recorded, number)
        if reverse and number is not None:
            entries = reversed(list(entries))  # type: ignore[assignment]  # the newest so many, oldest first
        _show(ledger, entries, wanted, oneline, format)


def _understood(ledger: "Ledger", filters: dict[str, str | None]) -> dict[str, Any]:
    """As the library's log takes them; raises InputError for what there is not."""
    from governance.ledger.references import kinds
    from governance.model.event import REGISTRY
    from governance.time import When

    wanted: dict[str, Any] = {name: value for name, value in filters.items() if value is not None}
    unit = ledger.unit()
    if (network := filters["network"]) is not None:
        wanted["network"] = unit.references.ref(unit, kinds()["network"], network)
    if (actor := filters["actor"]) is not None:
        wanted["actor"] = unit.references.party(unit, actor)
    if (kind := filters["kind"]) is not None:
        names = {topic.rpartition(".")[2] for topic in REGISTRY} | kinds().keys()
        if kind.casefold() not in {name.casefold() for name in names}:
            raise click.BadParameter(_unknown(kind, sorted(names)), param_hint="--kind")
    if (since := filters["since"]) is not None:
        wanted["since"] = When.parse(since).first
    if (until := filters["until"]) is not None:
        wanted["until"] = When.parse(until).last
    return wanted


def _unknown(kind: str, kinds: list[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(kind, kinds, n=3) or kinds
    return _("there are no events {kind!r}; there are {names}").format(kind=kind, names=", ".join(near))


def _show(ledger: "Ledger", entries: Iterator["LogEntry"], wanted: dict[str, Any], oneline: bool, form: str) -> None:
    if form == "json":
        day = wanted.get("until") or ledger.desk.now().date()
        as_json(Answer(day, ledger.desk.last_moment(), ledger.desk.last_position(), tuple(entries)).to_dict())
    elif form == "csv":
        as_csv(map(row_of, entries), _FIELDS)
    else:
        for entry in entries:
            show_line(entry) if oneline else show_full(entry)


_FIELDS = (
    "position", "recorded_at", "effective_on", "event", "name", "about", "actor", "clause", "source", "times_kept",
    "command_id", "data",
)  # fmt: skip


def _follow(ledger: "Ledger", wanted: dict[str, Any], first: int, oneline: bool, form: str) -> None:
    """The last so many, then what comes; as JSON one object a line."""
    after = ledger.desk.last_position()
    last = list(islice(ledger.log(**wanted, newest_first=True), first))
    try:
        _print(reversed(last), oneline, form)
        while True:
            time.sleep(_POLL_SECONDS)
            end = ledger.desk.last_position()
            if end > after:
                _print(ledger.log(**wanted, after=after), oneline, form)
                after = end
    except KeyboardInterrupt:
        return


def _print(entries: Iterator["LogEntry"], oneline: bool, form: str) -> None:
    import sys

    for entry in entries:
        if form == "json":
            write(printable_json(row_of(entry), ascii_only=not unicode_out()))
        else:
            show_line(entry) if oneline else show_full(entry)
    if sys.stdout is not None:
        sys.stdout.flush()
