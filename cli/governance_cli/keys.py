"""``governance key new|show|rotate``: the key that signs the ledger's checkpoints."""

from typing import TYPE_CHECKING

import click

from governance.text import N_, _
from governance_cli.lazy import Entry, LazyGroup, example, found_in
from governance_cli.options import Place, command, format_option, key_option, place_options
from governance_cli.rendering import as_json
from governance_cli.terminal import printable, say

if TYPE_CHECKING:
    from governance.model.signing import LedgerLog

__all__ = ["key_command", "new_command", "rotate_command", "show_command"]


def _reason(text: str) -> click.Option:
    return click.Option(["--reason"], metavar=_("TEXT"), help=text)


@command(
    "new",
    click.Argument(["name"], metavar=_("NAME")),
    key_option(),
    _reason(_("Where the ledger had a key already: how it was lost.")),
    examples=("governance key new example.org/board", "governance key new example.org/board --key keyring:board"),
)
def new_command(name: str, key: str | None, reason: str | None) -> None:
    """Make the key that signs this ledger's checkpoints, and record its public half. NAME is the ledger's name in
    proofs for ever: an address of yours without https://, as example.org/board. The secret half is written where nobody
    else can read it; keep a copy of it."""
    from governance.ledger.secret_keys import make_key

    place = Place.current()
    with place.open() as ledger:
        kept = make_key(ledger, name, place.key_place(key), reason=reason)
    if kept.resumed:
        say(_("A key that was made before and never recorded lay there, and is used."))
    say(_("The secret key lies in {place}. Its public half, to be given to auditors:").format(
        place=printable(kept.place)))  # fmt: skip
    say(str(kept.key))


@command("show", format_option("table", "json"), examples=("governance key show",))
def show_command(format: str) -> None:
    """The ledger's public keys: the one that signs now, and those before it, whose checkpoints stay verifiable."""
    with Place.current().open() as ledger:
        log = ledger.log_of_keys()
    present = log.key
    if format == "json":
        as_json({"name": present.name, "key": str(present), "before": [str(key) for key in log.keys()[:-1]]})
        return
    say("# " + _("The ledger's public key, and those before it. This can be kept as a file of keys."))
    for key in reversed(log.keys()):
        say(str(key))
    _checkpoints(log)


def _checkpoints(log: "LedgerLog") -> None:
    from governance.proof.checkpoint import Checkpoint

    notes = log.checkpoints()
    if notes:
        summary = _("{n} checkpoints, the last of {size} events, with {signatures} signatures.")
        size, signatures = Checkpoint.of(notes[-1]).size, len(notes[-1].signatures)
        say("# " + summary.format(n=len(notes), size=size, signatures=signatures))
    else:
        say("# " + _("No checkpoint was signed yet: `governance checkpoint` signs one."))


@command("rotate", key_option(), _reason(_("Why.")), examples=("governance key rotate --reason 'New secretary'",))
def rotate_command(key: str | None, reason: str | None) -> None:
    """Put another key in the place of the present one, which signs that. Checkpoints that it signed stay verifiable. A
    rotation that was interrupted is finished."""
    from governance.ledger.secret_keys import replace_key

    place = Place.current()
    with place.open() as ledger:
        kept = replace_key(ledger, place.key_place(key), reason=reason)
    if kept.resumed:
        say(_("The rotation that was interrupted is finished now."))
    say(_("The new key lies in {place}. Its public half, to be given to auditors:").format(place=printable(kept.place)))
    say(str(kept.key))


_VERBS = (
    ("new", N_("Make the key that signs this ledger's checkpoints.")),
    ("show", N_("The ledger's public keys.")),
    ("rotate", N_("Put another key in the place of the present one.")),
)

key_command = LazyGroup(
    "key",
    entries=[Entry(name, short, found_in("keys", f"{name}_command")) for name, short in _VERBS],
    help=_("The key that signs the ledger's checkpoints."),
    epilog=example("governance key new example.org/board"),
    params=place_options(),
)
