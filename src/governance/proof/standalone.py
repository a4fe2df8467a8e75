#!/usr/bin/env python3
"""Checks an auditor's pack: python3 verify.py [PACK] [--key KEY] [--checkpoint FILE] [--consistency FILE] [--sv|--en]

PACK is the zip file or the folder it was extracted to; left out, the folder in which this program lies. This one
file needs Python 3.9 or later and nothing else; it goes out to no network and writes nothing. How it checks signatures
and the hash tree is written apart from the ledger's own code, so that one can be held against the other.

The formats are open: RFC 6962, section 2.1 (hash tree), RFC 8032 (Ed25519), and from C2SP signed-note,
tlog-checkpoint, tlog-cosignature, tlog-proof@v1, tlog-witness (consistency). The pack's own two files are
manifest.json (every other file with its size and SHA-256) and manifest.note (a signed note over its SHA-256).

Exit code: 0 whole, and tied to what you brought from elsewhere; 5 whole, but tied to nothing outside the pack;
1 something was altered; 4 the check could not be made.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import stat
import struct
import sys
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from hashlib import sha256, sha512
from itertools import islice
from pathlib import Path
from typing import NamedTuple, NoReturn

ANCHORED, ALTERED, TROUBLE, WHOLE = 0, 1, 4, 5
FORMAT = "governance-pack/1"
SEALS = ("manifest.json", "manifest.note")
LARGEST, MOST = 2**29, 2**16 - 1
"""A pack's bytes and files: what is larger is not read, since it was perhaps made to fill your memory."""

# What is told, in English and in Swedish ---------------------------------------------------------------------

WORDS: dict[object, tuple[str, str]] = {
    "files": (
        "{n} files, each as the manifest has it.",
        "{n} filer, var och en som förteckningen anger."),
    "signed": (
        "The ledger {origin} with {n} events, signed by {key}.",
        "Liggaren {origin} med {n} händelser, undertecknad av {key}."),
    "witness": (
        "Witnessed by {key} at {at}.",
        "Bevittnad av {key} {at}."),
    "events": (
        "{n} events, each unaltered and in that ledger.",
        "{n} händelser, var och en oförändrad och i liggaren."),
    "whose": (
        "Signed with the key that you brought.",
        "Undertecknat med den nyckel som du har med dig."),
    "later": (
        "The ledger goes on from the checkpoint that you kept, of {n} events.",
        "Liggaren fortsätter från den kontrollpunkt som du har sparat, med {n} händelser."),
    "earlier": (
        "The checkpoint that you kept, of {n} events, goes on from this one.",
        "Den kontrollpunkt som du har sparat, med {n} händelser, fortsätter från denna."),
    "found": (
        "ALTERED: {what}",
        "ÄNDRAT: {what}"),
    ANCHORED: (
        "WHOLE, and tied to what you brought from elsewhere.",
        "HELT, och knutet till det som du har med dig utifrån."),
    ALTERED: (
        "NOT WHOLE. Do not rely on this pack.",
        "INTE HELT. Lita inte på det här paketet."),
    TROUBLE: (
        "The check could not be made: {what}",
        "Kontrollen kunde inte göras: {what}"),
    WHOLE: (
        "WHOLE, but tied to nothing outside: whoever made this pack may have made up all of it.",
        "HELT, men inte knutet till något utanför: den som gjort paketet kan ha hittat på allt."),
    "bring": (
        "Bring the ledger's key (--key) or a checkpoint that you kept (--checkpoint).",
        "Ta med liggarens nyckel (--key) eller en kontrollpunkt som du har sparat (--checkpoint)."),
    "limit": (
        "Not checked here: whether the answer follows from the events.",
        "Inte prövat här: om svaret följer av händelserna."),
    "rewriting": (
        "A key alone does not show whether its holder rewrote the past: for that, keep a checkpoint.",
        "En nyckel visar inte om dess innehavare skrivit om det förflutna: spara en kontrollpunkt för det."),
    "zip": (
        "the zip file is not as it was made (if only its wrapping is new, extract it and check the folder)",
        "zip-filen är inte som den gjordes (om bara omslaget är nytt: packa upp den och pröva mappen)"),
    "unlisted": ("{path}: not in the manifest", "{path}: finns inte i förteckningen"),
    "odd": ("{path}: no plain file", "{path}: ingen vanlig fil"),
    "large": ("{path}: larger than any pack", "{path}: större än något paket"),
    "missing": ("{path}: missing", "{path}: saknas"),
    "other": ("{path}: not what the manifest has", "{path}: inte vad förteckningen anger"),
    "seal": ("{path}: about another manifest or ledger", "{path}: gäller en annan förteckning eller liggare"),
    "unsigned": ("{path}: signed by none of the keys", "{path}: inte undertecknad med någon av nycklarna"),
    "signature": ("{path}: the signature of {key} does not fit", "{path}: underskriften av {key} stämmer inte"),
    "syntax": ("{path}: not as it was written ({why})", "{path}: inte som den skrevs ({why})"),
    "leaf": ("{path}: about another event", "{path}: gäller en annan händelse"),
    "proof": ("{path}: the event is not in the ledger", "{path}: händelsen finns inte i liggaren"),
    "checkpoint": ("{path}: about another checkpoint", "{path}: gäller en annan kontrollpunkt"),
    "past": (
        "history: the ledger and the checkpoint that you kept do not go together",
        "historien: liggaren och den kontrollpunkt som du har sparat går inte ihop"),
    "gap": (
        "between {old} and {new} events a consistency proof is needed (--consistency)",
        "mellan {old} och {new} händelser behövs ett bevis för fortsättningen (--consistency)"),
    "stranger": (
        "the checkpoint that you kept is of another ledger, {origin}",
        "den kontrollpunkt som du har sparat gäller en annan liggare, {origin}"),
    "newkey": (
        "none of the keys in the pack signed the checkpoint that you kept: bring the ledger's key as well (--key)",
        "ingen nyckel i paketet har undertecknat den kontrollpunkt som du har sparat: ta med liggarens nyckel (--key)"),
}  # fmt: skip


class Finding(Exception):
    """Something was altered; the arguments are a key of ``WORDS`` and its fields."""

    def __init__(self, word: str, **fields: object) -> None:
        super().__init__(word)
        self.word, self.fields = word, fields


class Trouble(Finding):
    """The check could not be made."""


# Ed25519, RFC 8032, section 5.1 ------------------------------------------------------------------------------

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P


def ed25519(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether the signature is the key's, over the message (5.1.7, without cofactor). About 10 ms."""
    if len(public) != 32 or len(signature) != 64:
        return False
    key, scalar = decompressed(public), int.from_bytes(signature[32:], "little")
    if key is None or scalar >= L:
        return False
    challenge = int.from_bytes(sha512(signature[:32] + public + message).digest(), "little") % L
    negative = (P - key[0], key[1], key[2], P - key[3])
    x, y, z, _ = added(times(scalar, BASE), times(challenge, negative))
    inverse = pow(z, -1, P)
    return (y * inverse % P | (x * inverse % P & 1) << 255).to_bytes(32, "little") == signature[:32]


def added(a: tuple[int, int, int, int], b: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    """The sum of two points in extended coordinates (5.1.4)."""
    low, high = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    both, twice = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = high - low, twice - both, twice + both, high + low
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(n: int, point: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    """The point added to itself n times."""
    total = (0, 1, 1, 0)
    while n:
        if n & 1:
            total = added(total, point)
        point, n = added(point, point), n >> 1
    return total


def decompressed(data: bytes) -> tuple[int, int, int, int] | None:
    """The point of 32 bytes, if there is one (5.1.3)."""
    number = int.from_bytes(data, "little")
    sign, y = number >> 255, number & (2**255 - 1)
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if x * x % P != square:
        x = x * pow(2, (P - 1) // 4, P) % P
    if x * x % P != square or (not x and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


_base = decompressed((4 * pow(5, -1, P) % P).to_bytes(32, "little"))
assert _base is not None  # noqa: S101 - a fact of RFC 8032
BASE = _base


# The hash tree: checked as RFC 9162, 2.1.3.2 and 2.1.4.2 describe for the tree of RFC 6962 -----------------------


def above(left: bytes, right: bytes) -> bytes:
    """The hash above two others."""
    return sha256(b"\x01" + left + right).digest()


def included(index: int, size: int, leaf: bytes, path: list[bytes], root: bytes) -> bool:
    """Whether the leaf of that data is number ``index`` of the tree."""
    if index >= size:
        return False
    at, last, reached = index, size - 1, sha256(b"\x00" + leaf).digest()
    for aside in path:
        if last == 0:
            return False
        if at & 1 or at == last:
            reached = above(aside, reached)
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            reached = above(reached, aside)
        at, last = at >> 1, last >> 1
    return last == 0 and reached == root


def consistent(old: int, size: int, path: list[bytes], old_root: bytes, root: bytes) -> bool:
    """Whether the tree begins with all of the older tree."""
    if old == 0 or old >= size:
        return not path and (old == 0 or (old == size and old_root == root))
    at, last = old - 1, size - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    path = path if at else [old_root, *path]
    if not path:
        return False
    before = after = path[0]
    for aside in path[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            before, after = above(aside, before), above(aside, after)
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            after = above(after, aside)
        at, last = at >> 1, last >> 1
    return last == 0 and before == old_root and after == root


# Texts: each can be written in one way only --------------------------------------------------------------------


def demand(holds: object, why: str) -> None:
    """Raises ValueError where something does not hold."""
    if not holds:
        raise ValueError(why)


def number(text: str) -> int:
    """A decimal number without sign or leading zeros."""
    demand(re.fullmatch("0|[1-9][0-9]{0,18}", text, re.ASCII) and int(text) < 2**63, "bad number")
    return int(text)


def base64(text: str, length: int | None = None) -> bytes:
    """The bytes of base64 in its one form."""
    data = b64decode(text, validate=True) if text.isascii() else b""
    demand(data and b64encode(data).decode() == text and length in (None, len(data)), "bad base64")
    return data


def named(text: str) -> str:
    """A text that can be the name of a key."""
    demand(text and not any(c == "+" or c.isspace() or c < " " for c in text), "bad name")
    return text


class Key(NamedTuple):
    """A verifier key (signed-note, "Verifier keys")."""

    name: str
    id: bytes
    kind: int
    public: bytes

    def __str__(self) -> str:
        return f"{self.name}+{self.id.hex()}"


def key_of(text: str) -> Key:
    """From ``name+id+base64``. Raises ValueError."""
    name, told, data = (*text.split("+", 2), "", "")[:3]
    public = base64(data, 33)
    identity = sha256(named(name).encode() + b"\n" + public).digest()[:4]
    demand(told == identity.hex() and public[0] in (1, 4), f"bad key {text[:80]!a}")
    return Key(name, identity, public[0], public[1:])


class Note(NamedTuple):
    """A signed note (signed-note, "Format"): its text, and name and bytes of each signature."""

    text: str
    signatures: list[tuple[str, bytes]]


def note_of(data: bytes) -> Note:
    """Raises ValueError."""
    demand(len(data) <= 1_000_000, "too long")
    whole = data.decode()
    demand(not any(c < " " and c != "\n" for c in whole), "control character")
    end = whole.rfind("\n\n") + 1
    *lines, rest = whole[end + 1 :].split("\n")
    demand(end and lines and not rest and len(lines) <= 100, "no signatures")
    signatures = []
    for line in lines:
        dash, name, signature = (*line.split(" ", 2), "", "")[:3]
        signatures.append((named(name), base64(signature)))
        demand(dash == "—" and len(signatures[-1][1]) > 4, "bad signature line")
    return Note(whole[:end], signatures)


def signers(path: str, note: Note, keys: list[Key]) -> dict[Key, int | None]:
    """Which of the keys signed, each with its time if it is a witness's. Raises Finding for a signature that fails."""
    known = {(key.name, key.id): key for key in keys}
    found: dict[Key, int | None] = {}
    for name, data in note.signatures:
        key = known.get((name, data[:4]))
        if key:
            at = int.from_bytes(data[4:12], "big") if key.kind == 4 else None
            message = note.text if at is None else f"cosignature/v1\ntime {at}\n{note.text}"
            if not ed25519(key.public, message.encode(), data[4:] if at is None else data[12:]):
                raise Finding("signature", path=path, key=key)
            found.setdefault(key, at)
    return found


class Checkpoint(NamedTuple):
    """A checkpoint's text (tlog-checkpoint)."""

    origin: str
    size: int
    root: bytes


def checkpoint_of(note: Note) -> Checkpoint:
    """Raises ValueError."""
    lines = note.text.split("\n")
    demand(len(lines) == 4, "no checkpoint")
    told = Checkpoint(named(lines[0]), number(lines[1]), base64(lines[2], 32))
    demand(told.size or told.root == sha256().digest(), "empty tree with another root")
    return told


def proof_of(data: bytes) -> tuple[int, list[bytes], bytes]:
    """Index, hashes and checkpoint of an inclusion proof (tlog-proof). Raises ValueError."""
    head, _, note = data.partition(b"\n\n")
    header, *lines = head.decode("ascii").split("\n")
    if lines and lines[0].startswith("extra "):
        base64(lines.pop(0)[6:])
    demand(header == "c2sp.org/tlog-proof@v1" and lines and lines[0].startswith("index "), "no inclusion proof")
    return number(lines[0][6:]), [base64(line, 32) for line in lines[1:]], note


def consistency_of(data: bytes) -> tuple[int, list[bytes], bytes]:
    """Old size, hashes and newer checkpoint (tlog-witness, add-checkpoint). Raises ValueError."""
    head, _, note = data.partition(b"\n\n")
    old, *lines = head.decode("ascii").split("\n")
    demand(old.startswith("old ") and len(lines) <= 63, "no consistency proof")
    return number(old[4:]), [base64(line, 32) for line in lines], note


# The pack as files: one zip for the same contents, everywhere and for ever ---------------------------------------


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip file in the one form that packs have: stored, sorted, dated 1 January 1980. ValueError where too large."""
    parts, directory, at = [], [], 0
    for path in sorted(files):
        data, name = files[path], path.encode("ascii")
        # version 2.0, no flags, stored, time, date, CRC, size twice, length of the name, no extra field
        shared = struct.pack("<HHHHHIIIHH", 20, 0, 0, 0, 33, zlib.crc32(data), len(data), len(data), len(name), 0)
        directory += [b"PK\x01\x02\x14\x00", shared, struct.pack("<HHHII", 0, 0, 0, 0, at), name]
        parts += [b"PK\x03\x04", shared, name, data]
        at += 30 + len(name) + len(data)
    demand(len(files) < MOST and at < LARGEST, "too large for a pack")
    size = sum(map(len, directory))
    end = struct.pack("<HHHHIIH", 0, 0, len(files), len(files), size, at, 0)
    return b"".join([*parts, *directory, b"PK\x05\x06", end])


def unzipped(data: bytes) -> dict[str, bytes]:
    """The files of a zip in exactly that form. Raises Finding for every other byte."""
    files, at = {}, 0
    try:
        while data[at : at + 4] == b"PK\x03\x04":
            size, name = struct.unpack_from("<IH", data, at + 22)
            start = at + 30 + name
            files[data[at + 30 : start].decode("ascii")] = data[start : start + size]
            at = start + size
        if zipped(files) == data:
            return files
    except (ValueError, struct.error):
        pass
    raise Finding("zip")


def manifest_of(files: dict[str, bytes]) -> bytes:
    """``manifest.json`` for the other files."""
    listed = {path: {"sha256": sha256(data).hexdigest(), "size": len(data)} for path, data in files.items()}
    for seal in SEALS:
        listed.pop(seal, None)
    return (json.dumps({"format": FORMAT, "files": listed}, indent=1, sort_keys=True) + "\n").encode()


def seal_of(origin: str, manifest: bytes) -> str:
    """The text of ``manifest.note``: it can be no checkpoint, whose second line is a number."""
    return f"{FORMAT}\n{origin}\n{b64encode(sha256(manifest).digest()).decode()}\n"


# The check -------------------------------------------------------------------------------------------------------


class Brought(NamedTuple):
    """What comes from outside the pack: trusted keys, a checkpoint that was kept, a proof that joins the two."""

    keys: list[Key]
    checkpoint: bytes | None
    consistency: bytes | None


class Check:
    """One pass over a pack. ``told`` is what holds, ``found`` what does not."""

    def __init__(self, files: dict[str, bytes], brought: Brought) -> None:
        self.files, self.brought = files, brought
        self.told: list[tuple[object, dict[str, object]]] = []
        self.found: list[Finding] = []

    def run_on(self, place: Path) -> int:
        """The exit code for a zip or a folder. Raises Trouble, OSError."""
        with self.noting(str(place)):
            self.files = files_at(place)
            try:
                return self.run()
            except Trouble:
                if not self.found:  # else what was found matters more
                    raise
        return ALTERED

    def run(self) -> int:
        """The exit code. Raises Trouble."""
        with self.noting("manifest.json"):
            self.manifest()
        with self.noting("checkpoint.txt"):
            tree, keys = self.tree()
            with self.noting("manifest.note"):
                self.seal(tree, keys)
            self.events(tree)
            with self.noting("--consistency"):
                self.history(tree)
        if self.found:
            return ALTERED
        self.told.append(("limit", {}))
        if self.brought.checkpoint is not None:
            return ANCHORED
        if self.brought.keys:
            self.told.append(("rewriting", {}))
        return ANCHORED if self.brought.keys else WHOLE

    @contextmanager
    def noting(self, path: str) -> Iterator[None]:
        """Go on after what is found about a file."""
        try:
            yield
        except Trouble:
            raise
        except Finding as finding:
            self.found.append(finding)
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            self.found.append(Finding("syntax", path=path, why=f"{type(error).__name__}: {error}"))

    def file(self, path: str) -> bytes:
        """Raises Finding where it is missing."""
        if path not in self.files:
            raise Finding("missing", path=path)
        return self.files[path]

    def manifest(self) -> None:
        """Every file is listed and as it is listed, and the list is written as it was."""
        manifest = self.file("manifest.json")
        if manifest == manifest_of(self.files):
            self.told.append(("files", {"n": len(self.files) - len(SEALS)}))
            return
        listed = json.loads(manifest)["files"]
        there = json.loads(manifest_of(self.files))["files"]
        wrong = [(path, "unlisted") for path in there.keys() - listed.keys()]
        wrong += [(path, "missing") for path in listed.keys() - there.keys()]
        wrong += [(path, "other") for path in there.keys() & listed.keys() if there[path] != listed[path]]
        self.found += [Finding(word, path=path) for path, word in sorted(wrong)]
        demand(wrong, "another form")

    def tree(self) -> tuple[Checkpoint, list[Key]]:
        """The pack's checkpoint, and the keys of the ledger that signed it."""
        note = note_of(self.file("checkpoint.txt"))
        told = checkpoint_of(note)
        signed = signers("checkpoint.txt", note, self.keys())
        keys = [key for key in signed if key.kind == 1 and key.name == told.origin]
        if not keys:
            raise Finding("unsigned", path="checkpoint.txt")
        self.told.append(("signed", {"origin": told.origin, "n": told.size, "key": keys[0]}))
        if self.brought.keys:
            self.told.append(("whose", {}))
        self.told += [("witness", {"key": key, "at": when(at)}) for key, at in signed.items() if at is not None]
        return told, keys

    def keys(self) -> list[Key]:
        """The keys that you brought; else those in the pack, as far as they signed what you kept."""
        if self.brought.keys:
            return self.brought.keys
        lines = self.file("keys.txt").decode().split("\n")
        keys = [key_of(line) for line in lines if line and not line.startswith("#")]
        if self.brought.checkpoint is None:
            return keys
        signed = signers("--checkpoint", note_of(self.brought.checkpoint), keys)
        if not signed:
            raise Trouble("newkey")
        return list(signed)

    def seal(self, tree: Checkpoint, keys: list[Key]) -> None:
        """The ledger's key vouches for the manifest, and so for the answer."""
        note = note_of(self.file("manifest.note"))
        if note.text != seal_of(tree.origin, self.file("manifest.json")):
            raise Finding("seal", path="manifest.note")
        if not signers("manifest.note", note, keys):
            raise Finding("unsigned", path="manifest.note")

    def events(self, tree: Checkpoint) -> None:
        """Every event is what its leaf says, and the leaf is in the tree."""
        paths = {path for path in self.files if path.startswith("events/")}
        positions = sorted({path[7:].partition(".")[0] for path in paths})
        before = len(self.found)
        for position in positions:
            stem = f"events/{position}"
            expected = {f"{stem}.json", f"{stem}.leaf", f"{stem}.tlog-proof"}
            paths -= expected
            with self.noting(stem):
                self.event(stem, number(position.lstrip("0")), tree)
        self.found += [Finding("syntax", path=path, why="no part of an event") for path in sorted(paths)]
        if len(self.found) == before:
            self.told.append(("events", {"n": len(positions)}))

    def event(self, stem: str, position: int, tree: Checkpoint) -> None:
        leaf, proof = self.file(f"{stem}.leaf"), self.file(f"{stem}.tlog-proof")
        fields = json.loads(leaf)
        demand(stem == f"events/{position:06d}", "bad number")
        demand(json.dumps(fields, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode() == leaf, "leaf")
        digest = sha256(self.file(f"{stem}.json")).hexdigest()
        if (fields["position"], fields["sha256"]) != (position, digest):
            raise Finding("leaf", path=f"{stem}.leaf")
        index, path, note = proof_of(proof)
        if note != self.file("checkpoint.txt") or index != position - 1:
            raise Finding("checkpoint", path=f"{stem}.tlog-proof")
        if not included(index, tree.size, leaf, path, tree.root):
            raise Finding("proof", path=f"{stem}.tlog-proof")

    def history(self, tree: Checkpoint) -> None:
        """The pack's tree and the one that was kept are the same, or one goes on from the other."""
        if self.brought.checkpoint is None:
            return
        kept = checkpoint_of(note_of(self.brought.checkpoint))
        if kept.origin != tree.origin:
            raise Trouble("stranger", origin=kept.origin)
        old, new = sorted((kept, tree), key=lambda checkpoint: checkpoint.size)
        path = self.joining(old, new) if 0 < old.size < new.size else []
        if not consistent(old.size, new.size, path, old.root, new.root):
            raise Finding("past")
        self.told.append(("earlier" if kept.size > tree.size else "later", {"n": kept.size}))

    def joining(self, old: Checkpoint, new: Checkpoint) -> list[bytes]:
        """The hashes of the proof that one checkpoint goes on from the other. Raises Trouble where there is none."""
        inside = [data for path, data in sorted(self.files.items()) if path.startswith("consistency/")]
        for data in inside if self.brought.consistency is None else [self.brought.consistency]:
            size, path, note = consistency_of(data)
            if size == old.size and checkpoint_of(note_of(note))[:2] == new[:2]:
                return path
        raise Trouble("gap", old=old.size, new=new.size)


def when(seconds: int) -> str:
    """An instant in UTC, or the number where there is no such instant."""
    try:
        return (datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(seconds=seconds)).isoformat()  # noqa: UP017 - since 3.11
    except OverflowError:
        return str(seconds)


# The command -----------------------------------------------------------------------------------------------------


UNSEEN = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]")
"""Letters that Unicode has as printable and that show nothing."""


def printable(value: object) -> str:
    """As text that cannot pass for a line of ours, turn the direction of writing, or hide: names in a pack are others'
    words."""
    shown = (c if c.isprintable() and not UNSEEN.match(c) else c.encode("unicode_escape").decode() for c in str(value))
    return "".join(shown)


def files_at(place: Path) -> dict[str, bytes]:
    """The files of a zip or a folder, in which no link is followed and nothing waited for. Raises Finding, OSError."""
    if not place.is_dir():
        return unzipped(content(place, str(place)))
    paths = sorted(islice(inside(place), MOST + 1))
    if len(paths) > MOST or sum(path.lstat().st_size for path in paths) > LARGEST:
        raise Finding("large", path=place)
    names = (path.relative_to(place).as_posix() for path in paths)
    return {name: content(path, name, follow=False) for name, path in zip(names, paths)}  # noqa: B905 - since 3.10


def inside(folder: Path) -> Iterator[Path]:
    """Whatever is no folder, at any depth."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from inside(Path(entry.path))
            else:
                yield Path(entry.path)


def content(path: Path, name: str, follow: bool = True) -> bytes:
    """What stands in a plain file of bounded size. Raises Finding, OSError."""
    if not follow and not stat.S_ISREG(path.lstat().st_mode):
        raise Finding("odd", path=name)
    unfollowed = 0 if follow else getattr(os, "O_NOFOLLOW", 0)
    handle = os.open(path, os.O_RDONLY | unfollowed | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(handle, "rb") as file:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise Finding("odd", path=name)
        if status.st_size > LARGEST:
            raise Finding("large", path=name)
        return file.read(status.st_size)


def brought_by(arguments: argparse.Namespace) -> Brought:
    """What the command line brings. Raises ValueError, OSError."""
    keys = []
    for told in arguments.key:
        text = told if told.count("+") > 1 else Path(told).read_text("utf-8")
        found = [key_of(line.strip()) for line in text.split("\n") if line.strip() and not line.startswith("#")]
        demand(found, f"{told}: no key")
        keys += found
    kept = joining = None
    if arguments.checkpoint is not None:
        kept = arguments.checkpoint.read_bytes()
        checkpoint_of(note_of(kept))
    if arguments.consistency is not None:
        joining = arguments.consistency.read_bytes()
        checkpoint_of(note_of(consistency_of(joining)[2]))
    return Brought(keys, kept, joining)


class Arguments(argparse.ArgumentParser):
    """Wrong usage is trouble, not the 2 that others give."""

    def error(self, message: str) -> NoReturn:
        self.exit(TROUBLE, f"{self.format_usage()}{message}\n")


def main(arguments: list[str] | None = None) -> int:
    """Check, and tell what was found."""
    parser = Arguments(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pack", nargs="?", type=Path, default=Path(__file__).parent)
    parser.add_argument("--key", action="append", default=[], help="a verifier key, or a file with some")
    parser.add_argument("--checkpoint", type=Path, help="a checkpoint that you kept")
    parser.add_argument("--consistency", type=Path, help="a proof that one checkpoint goes on from the other")
    parser.add_argument("--sv", action="store_const", const=1, dest="language", help="svara på svenska")
    parser.add_argument("--en", action="store_const", const=0, dest="language", help="answer in English")
    given = parser.parse_args(arguments)
    setting = next(filter(None, map(os.environ.get, ("GOVERNANCE_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))), "")
    language = int(setting.startswith("sv")) if given.language is None else given.language

    def words(word: object, **fields: object) -> str:
        return WORDS[word][language].format(**{field: printable(value) for field, value in fields.items()})

    def say(word: object, **fields: object) -> None:
        encoding = sys.stdout.encoding or "ascii"
        sys.stdout.write(f"{words(word, **fields)}\n".encode(encoding, "backslashreplace").decode(encoding))

    try:
        check = Check({}, brought_by(given))
        code = check.run_on(given.pack)
    except Trouble as trouble:
        say(TROUBLE, what=words(trouble.word, **trouble.fields))
        return TROUBLE
    except (OSError, ValueError, MemoryError, RecursionError) as error:
        say(TROUBLE, what=str(error) or type(error).__name__)
        return TROUBLE
    for word, fields in check.told:
        say(word, **fields)
    for finding in check.found:
        say("found", what=words(finding.word, **finding.fields))
    say(code)
    if code == WHOLE:
        say("bring")
    return code


if __name__ == "__main__":
    sys.exit(main())
