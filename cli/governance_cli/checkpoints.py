"""``governance checkpoint``: a few lines that say what the whole record is, signed."""

from pathlib import Path

import click

from governance.text import N_, _
from governance_cli.lazy import Entry, LazyGroup, example, found_in
from governance_cli.options import Place, command, key_option, place_options
from governance_cli.parameters import BYTES_FILE
from governance_cli.terminal import say, write

__all__ = ["add_signature_command", "checkpoint_command"]


_HELP = N_(
    "Sign the record as it stands (C2SP tlog-checkpoint), record that, and print its few lines. Whoever keeps a "
    "copy outside the ledger can later tell whether anything that it covers was altered: in the minutes of a "
    "meeting, in a file of the auditor's, at a witness. Where nothing was recorded since the last one, that one is "
    "printed again."
)


def _out() -> click.Option:
    return click.Option(["--out"], metavar=_("FILE"), help=_("Where it is written; else on the standard output."))


def _sign(key: str | None, out: str | None, unrecorded: bool) -> None:
    if click.get_current_context().invoked_subcommand is not None:
        return
    place = Place.current()
    with place.open(key=place.secret(key)) as ledger:
        note = ledger.signed_checkpoint() if unrecorded else ledger.checkpoint()
    if out is None:
        write(str(note), end="")
    else:
        Path(out).write_bytes(bytes(note))
        say(
            _("Written to {file}. Give copies to those who are to notice if the record is ever altered.").format(
                file=out
            )
        )


@command(
    "add-signature",
    click.Argument(["file"], metavar=_("FILE"), type=BYTES_FILE),
    click.Option(
        ["--policy"],
        metavar=_("FILE"),
        type=BYTES_FILE,
        required=True,
        help=_("The policy file that names the witnesses and their keys."),
    ),
    _out(),
    examples=("governance checkpoint add-signature cosigned.txt --policy policy.txt",),
)
def add_signature_command(file: bytes, policy: bytes, out: str | None) -> None:
    """Record the signatures that others put on a checkpoint of this ledger. FILE is the checkpoint with their
    signatures below it. Only those count that are good and by keys which the policy names."""
    from governance.proof.note import Note
    from governance.proof.policy import Policy

    with Place.current().open() as ledger:
        note = ledger.add_signatures(Note.parse(file), Policy.parse(policy))
    if out is None:
        write(str(note), end="")
    else:
        Path(out).write_bytes(bytes(note))


checkpoint_command = LazyGroup(
    "checkpoint",
    entries=[
        Entry("add-signature", N_("Record signatures of others."), found_in("checkpoints", "add_signature_command"))
    ],
    callback=_sign,
    help=_(_HELP),
    epilog=example("governance checkpoint --out checkpoint-2021-06.txt"),
    params=[
        key_option(),
        _out(),
        click.Option(["--unrecorded"], is_flag=True, help=_("Print it without recording it.")),
        *place_options(),
    ],
)
