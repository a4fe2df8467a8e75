"""``governance document check``: whether, when and by whom a file was recorded."""

from typing import Any

import click

from governance.compliance.answer import Answer, row_of
from governance.text import _
from governance_cli.faults import FINDINGS, FINE
from governance_cli.options import Place, command, format_option
from governance_cli.parameters import DOCUMENT
from governance_cli.rendering import as_json
from governance_cli.terminal import printable, say

__all__ = ["check_command"]


@command(
    "check",
    click.Argument(["document"], metavar=_("FILE"), type=DOCUMENT),
    format_option("table", "json"),
    examples=("governance document check minutes.pdf",),
    without="actor",
)
def check_command(document: Any, format: str) -> int:
    """Say which events recorded this very file, byte for byte, when, and by whom; whatever it is called now. The exit
    code is 1 when none did: then it was never recorded, or it is not the same any more."""
    with Place.current().open() as ledger:
        answer: Answer[Any] = ledger.document(document.sha256)
        rows = list(answer)
        label = ledger.labels() if rows else str
    if format == "json":
        as_json({"sha256": document.sha256, "recorded": [row_of(row) for row in rows]})
    elif not rows:
        say(_("No event recorded this file (SHA-256 {digest}).").format(digest=document.sha256), fg="red")
    for row in rows if format != "json" else ():
        line = _("#{position} {event} {about}, on {day}, recorded {moment:%Y-%m-%d %H:%M} UTC by {actor}").format(
            position=row.position, event=row.event, about=row.about, day=row.effective_on, moment=row.recorded_at,
            actor=label(row.actor),
        )  # fmt: skip
        say(printable(line if row.holds else line + _(" (later corrected or retracted)")))
    return FINE if rows else FINDINGS
