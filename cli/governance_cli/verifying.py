"""``governance verify`` and ``verify-proof``: is the record whole, and does a proof hold?"""

import base64
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from governance.errors import FileDamaged
from governance.text import N_, _, ngettext
from governance_cli.faults import FINDINGS, FINE, UNANCHORED
from governance_cli.options import Place, command, format_option
from governance_cli.parameters import BYTES_FILE, NAMED_FILE
from governance_cli.progress import counting
from governance_cli.rendering import as_json
from governance_cli.tables import Column, table
from governance_cli.terminal import printable, say

if TYPE_CHECKING:
    from governance.proof.policy import Policy
    from governance.verify.anchors import Given
    from governance.verify.findings import Verification
    from governance.verify.run import Progress

__all__ = ["verify_command"]


_SHOWN = 5

_UNANCHORED = N_(
    "Not anchored: the record agrees with itself, which does not show that it is the one that was kept. Hold it "
    "against a checkpoint that somebody kept elsewhere: --checkpoint FILE."
)


def checkpoint_option() -> click.Option:
    return click.Option(
        ["--checkpoint", "checkpoints"],
        metavar=_("FILE"),
        type=NAMED_FILE,
        multiple=True,
        help=_("A checkpoint that was kept outside the ledger. Can be repeated."),
    )


def policy_option() -> click.Option:
    return click.Option(
        ["--policy"],
        metavar=_("FILE"),
        type=BYTES_FILE,
        help=_("Whose signatures count (C2SP tlog-policy); else the ledger's own keys."),
    )


@command(
    "verify",
    checkpoint_option(),
    policy_option(),
    click.Option(
        ["--jobs"],
        type=click.IntRange(1, 256),
        default=1,
        metavar=_("N"),
        show_default=True,
        help=_("So many processes."),
    ),
    click.Option(
        ["--export"],
        metavar=_("DIR"),
        type=click.Path(exists=True, file_okay=False),
        help=_("A folder that `governance export` wrote, instead of a ledger."),
    ),
    format_option("table", "json"),
    examples=(
        "governance verify",
        "governance verify --checkpoint checkpoint-2021-06.txt",
        "governance verify --export public/log --policy policy.txt",
    ),
    without="actor",
)
def verify_command(
    checkpoints: tuple[tuple[str, bytes], ...], policy: bytes | None, jobs: int, export: str | None, format: str
) -> int:
    """Read everything that is stored back and recompute it: every event, the hash tree, the commands, the versions of
    each history, what is kept for fast answers, the checkpoints. What is wrong is named, with its place. Nothing is
    changed. The exit code is 0 when all is whole and a checkpoint from outside vouches for it, 5 when all is whole but
    none does, 1 when something was altered, 4 when that cannot be determined."""
    from governance.proof.policy import Policy

    given = [_given(name, data) for name, data in checkpoints]
    trusted = Policy.parse(policy) if policy is not None else None
    if export is not None:
        from governance.verify.tiles import check_folder

        with counting(_("Verifying"), None) as count:
            result = check_folder(
                Path(export), checkpoints=given, policy=trusted, progress=lambda done, _of: count(done)
            )
    else:
        result = _verified(given, trusted, min(jobs, os.cpu_count() or 1))
    show(result, format)
    return {"tampered": FINDINGS, "anchored": FINE, "unanchored": UNANCHORED}[result.status]


def _verified(given: "list[Given]", policy: "Policy | None", jobs: int) -> "Verification":
    try:
        with Place.current().inspect() as ledger, _watched() as progress:
            return ledger.verify(checkpoints=given, policy=policy, jobs=jobs, progress=progress)
    except FileDamaged as damage:
        return _unopened(damage)


def _given(name: str, data: bytes) -> "Given":
    from governance.proof.note import Note
    from governance.verify.anchors import Given

    return Given(name, Note.parse(data))


def _unopened(damage: FileDamaged) -> "Verification":
    from governance.verify.findings import Finding, Verification

    return Verification(0, b"", (Finding("altered", _("file"), str(damage)),), {"altered": 1})


@contextmanager
def _watched() -> Iterator["Progress"]:
    with counting(_("Verifying"), None) as count:
        yield lambda _what, done, _of: count(done)


def show(result: "Verification", form: str) -> None:
    """The outcome, for people or as JSON."""
    if form == "json":
        as_json(
            {
                "status": result.status,
                "events": result.events,
                "root": base64.b64encode(result.root).decode(),
                "anchored_through": result.anchored_through,
                "findings": [finding._asdict() for finding in result.findings],
                "counts": result.counts,
                "anchors": [anchor._asdict() for anchor in result.anchors],
                "remarks": list(result.remarks),
            }
        )
        return
    if result.findings:
        _amiss(result)
    else:
        _well(result)
    _anchors(result)
    for remark in result.remarks:
        say(printable(remark))


def _anchors(result: "Verification") -> None:
    """What the record was held against: all that came from outside, and the last few of those in it."""
    inside = [anchor for anchor in result.anchors if not anchor.outside]
    for anchor in [anchor for anchor in result.anchors if anchor.outside] + inside[-_SHOWN:]:
        where = _("outside") if anchor.outside else _("in the ledger")
        sentence = _("checkpoint of {size} events: {place} ({where}), signed by {names}")
        names = ", ".join(dict.fromkeys(anchor.signed_by)) or "-"
        say("  " + printable(sentence.format(size=anchor.size, place=anchor.where, where=where, names=names)))
    if len(inside) > _SHOWN:
        more = len(inside) - _SHOWN
        say("  " + ngettext("and {n} more in the ledger", "and {n} more in the ledger", more).format(n=more))


def _amiss(result: "Verification") -> None:
    from governance.verify.findings import KINDS

    n = sum(result.counts.values())
    say(ngettext("{n} thing is not as it was recorded.", "{n} things are not as they were recorded.", n).format(n=n),
        fg="red", bold=True)  # fmt: skip
    say()
    columns = (
        Column(_("WHAT"), lambda finding: _(KINDS[finding.kind]), lambda _finding: {"fg": "red"}, fixed=True),
        Column(_("WHERE"), lambda finding: finding.where),
        Column(_("HOW IT SHOWS"), lambda finding: finding.detail),
    )
    table(columns, result.findings)
    if n > len(result.findings):
        say(_("and {n} more").format(n=n - len(result.findings)))
    say()


def _well(result: "Verification") -> None:
    say(_("{n} events, all of them whole.").format(n=result.events), fg="green", bold=True)
    through = result.anchored_through
    if through:
        sentence = _("A checkpoint from outside vouches for the first {n}.").format(n=through)
        later = result.events - through
        say(sentence + " " + ngettext("{n} came later.", "{n} came later.", later).format(n=later))
    else:
        say(_(_UNANCHORED), fg="yellow")
