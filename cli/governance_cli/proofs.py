"""``governance prove``, ``verify-proof`` and ``export``: proofs that others can check without the ledger."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from governance.text import _
from governance_cli.options import Place, command, format_option, key_option
from governance_cli.parameters import BYTES_FILE
from governance_cli.rendering import as_json
from governance_cli.terminal import printable, say, write

__all__ = ["export_command", "prove_command", "verify_proof_command"]


@command(
    "prove",
    click.Argument(["event"], metavar=_("[EVENT]"), required=False),
    click.Option(
        ["--since"],
        metavar=_("CHECKPOINT"),
        type=BYTES_FILE,
        help=_("Prove instead that the record extends the one of this earlier checkpoint."),
    ),
    click.Option(
        ["--out"],
        metavar=_("FILE"),
        help=_("Where the proof is written; else on the standard output."),
    ),
    click.Option(
        ["--event-out"], metavar=_("FILE"), help=_("Where the event is written, byte for byte as it is stored.")
    ),
    key_option(),
    examples=(
        "governance prove '#17' --out 17.tlog-proof --event-out 17.json",
        "governance prove --since checkpoint-2021-06.txt --out since-june.proof",
    ),
)
def prove_command(
    event: str | None, since: bytes | None, out: str | None, event_out: str | None, key: str | None
) -> None:
    """Prove that an event is in the record (C2SP tlog-proof), or with --since that today's record begins with all of
    an earlier one. Where the ledger's secret key is at hand the proof leads to the record as it is now, else to its
    last checkpoint. `governance verify-proof` checks it, and so do other tools."""
    from governance.proof.checkpoint import Checkpoint
    from governance.proof.note import Note

    if (event is None) == (since is None):
        raise click.UsageError(_("Name either an event or, with --since, an earlier checkpoint."))
    place = Place.current()
    with place.open(key=place.secret(key)) as ledger:
        if event is not None:
            _written(out, bytes(ledger.prove(event)))
            if event_out:
                _written(event_out, ledger.row(event).state)
        elif since is not None:
            _written(out, bytes(ledger.prove_since(Checkpoint.of(Note.parse(since)))))


@command(
    "verify-proof",
    click.Argument(["proof"], metavar=_("PROOF"), type=BYTES_FILE),
    click.Option(
        ["--keys"],
        metavar=_("FILE"),
        type=BYTES_FILE,
        help=_("The ledger's public keys, one a line, as `governance key show` prints them."),
    ),
    click.Option(
        ["--policy"], metavar=_("FILE"), type=BYTES_FILE, help=_("Whose signatures count (C2SP tlog-policy).")
    ),
    click.Option(
        ["--since"],
        metavar=_("CHECKPOINT"),
        type=BYTES_FILE,
        help=_("The earlier checkpoint, for a proof with --since."),
    ),
    click.Option(
        ["--leaf"], metavar=_("FILE"), type=BYTES_FILE, help=_("The leaf, where the proof does not carry it.")
    ),
    click.Option(
        ["--event"],
        metavar=_("FILE"),
        type=BYTES_FILE,
        help=_("The event itself, byte for byte as stored."),
    ),
    format_option("table", "json"),
    examples=(
        "governance verify-proof 17.tlog-proof --keys keys.txt --event 17.json",
        "governance verify-proof since-june.proof --keys keys.txt --since checkpoint-2021-06.txt",
    ),
    without="actor",
)
def verify_proof_command(
    proof: bytes,
    keys: bytes | None,
    policy: bytes | None,
    since: bytes | None,
    leaf: bytes | None,
    event: bytes | None,
    format: str,
) -> None:
    """Check a proof. No ledger is needed, but the public keys that you trust are, from somebody you trust. The exit
    code is 1 when it does not hold."""
    from governance.proof.inclusion import HEADER
    from governance.proof.keys import read_keys
    from governance.proof.policy import Policy

    if (keys is None) == (policy is None):
        raise click.UsageError(_("Say whose signature counts: --keys FILE or --policy FILE."))
    listed = (keys or b"").decode("utf-8", "replace")
    trusted = Policy.parse(policy) if policy is not None else Policy(read_keys(listed))
    if proof.startswith(HEADER.encode()):
        _inclusion(proof, trusted, leaf, event, format)
    else:
        _consistency(proof, trusted, since, format)


def _inclusion(data: bytes, policy: object, leaf: bytes | None, event: bytes | None, form: str) -> None:
    from governance.verify.proofs import check_event

    proven = check_event(data, policy, leaf=leaf, event=event)  # type: ignore[arg-type]  # parsed above
    if form == "json":
        as_json({"holds": True, **proven.leaf._asdict(), "size": proven.size, "event_checked": event is not None})
        return
    moment = datetime.fromtimestamp(proven.leaf.recorded_at / 1e6, UTC)
    sentence = _("The proof holds: #{position} {event} ({history}@{version}), recorded {moment:%Y-%m-%d %H:%M} UTC.")
    row = proven.leaf
    say(printable(sentence.format(position=row.position, event=row.topic, history=row.originator_id,
                                  version=row.version, moment=moment)), fg="green")  # fmt: skip
    if event is None:
        say(_("The event itself was not looked at; its SHA-256 is {digest}.").format(digest=proven.leaf.sha256))
    say(_("It is among the {size} events of the checkpoint of {origin}.").format(
        size=proven.size, origin=proven.origin))  # fmt: skip


def _consistency(data: bytes, policy: object, since: bytes | None, form: str) -> None:
    from governance.proof.checkpoint import Checkpoint
    from governance.proof.consistency import ConsistencyProof
    from governance.proof.note import Note
    from governance.proof.policy import Policy

    proof = ConsistencyProof.parse(data)
    if since is None or not isinstance(policy, Policy):
        raise click.UsageError(_("Such a proof is held against an earlier checkpoint: --since FILE."))
    trusted = proof.check(Checkpoint.of(Note.parse(since)), policy)
    size = trusted.checkpoint.size
    if form == "json":
        as_json({"holds": True, "old": proof.old, "size": size})
    else:
        sentence = _("The proof holds: the record of {size} events begins with the {old} of the earlier checkpoint.")
        say(sentence.format(size=size, old=proof.old), fg="green")


@command(
    "export",
    click.Option(["--tiles"], metavar=_("DIR"), required=True, help=_("The folder, which is made, or gone on with.")),
    key_option(),
    examples=("governance export --tiles public/log",),
)
def export_command(tiles: str, key: str | None) -> None:
    """Write the hash tree as a folder of static files (C2SP tlog-tiles), to be copied or served anywhere: whoever has
    it can work out every proof. It holds hashes, ids and names of events, not the events themselves."""
    from governance.proof.checkpoint import Checkpoint
    from governance_cli.progress import counting

    place = Place.current()
    with place.open(key=place.secret(key)) as ledger, counting(_("Writing"), None) as progress:
        note = ledger.export_tiles(tiles, progress=lambda done, _of: progress(done))
    size = Checkpoint.of(note).size
    say(_("{folder} holds the tree of {size} events, with its checkpoint.").format(folder=printable(tiles), size=size))


def _written(path: str | None, data: bytes) -> None:
    """Into a file, or onto the standard output."""
    if path is not None:
        Path(path).write_bytes(data)
    elif sys.stdout is not None:
        write(data.decode(), end="")
