"""Whose signatures make a checkpoint count (C2SP tlog-policy): any of the named logs, and enough of the witnesses.

    log example.org/board+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k
    witness audit example.org/audit+…
    witness archive example.org/archive+…
    group both all audit archive
    quorum both

Addresses behind the keys are allowed and not used: nothing here goes out to the network.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from governance.errors import KeyInvalid, PolicyInvalid, QuorumMissed, SignatureMissing
from governance.proof.checkpoint import Checkpoint
from governance.proof.keys import COSIGNATURE, ED25519, VerifierKey
from governance.proof.lines import number
from governance.proof.note import Note, opened
from governance.text import _

__all__ = ["NONE", "Policy", "Trusted"]

NONE = "none"
"""The name of the quorum that asks for nobody."""

_BETWEEN = re.compile(r"[ \t]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Trusted:
    """A checkpoint that counts: which log key signed it, and which witnesses when, in seconds since 1970 (UTC)."""

    checkpoint: Checkpoint
    log: VerifierKey
    witnesses: dict[str, int]


@dataclass(frozen=True, slots=True)
class Policy:
    """``witnesses`` and ``groups`` are by name; a group is how many it needs, and its members."""

    logs: tuple[VerifierKey, ...]
    witnesses: dict[str, VerifierKey] = field(default_factory=dict)
    groups: dict[str, tuple[int, tuple[str, ...]]] = field(default_factory=dict)
    quorum: str = NONE

    @staticmethod
    def parse(data: bytes) -> "Policy":
        """Raises PolicyInvalid, with the number of the line."""
        return _Reading().policy(data)

    def check(self, note: Note) -> Trusted:
        """The checkpoint in a note, if it counts.

        Raises CheckpointInvalid, SignatureWrong, SignatureMissing (by a log whose key bears the origin's name),
        QuorumMissed.
        """
        checkpoint = Checkpoint.of(note)
        logs = [key for key in self.logs if key.name == checkpoint.origin]
        names = {key: name for name, key in self.witnesses.items()}
        signers = opened(note, [*logs, *names])
        log = next((key for key in logs if key in signers), None)
        if log is None:
            raise SignatureMissing(keys=", ".join(key.name for key in self.logs) or "-")
        times = {names[key]: at for key, at in signers.items() if at is not None}
        if not self._reached(times):
            raise QuorumMissed(witnesses=", ".join(times) or "-", quorum=self.quorum)
        return Trusted(checkpoint, log, times)

    def _reached(self, witnesses: Iterable[str]) -> bool:
        """Groups speak only of what stands above them, so one pass in order decides them all."""
        reached = {NONE, *witnesses}
        for group, (least, members) in self.groups.items():
            if sum(member in reached for member in members) >= least:
                reached.add(group)
        return self.quorum in reached


@dataclass
class _Reading:
    """A policy while it is read, line by line."""

    logs: list[VerifierKey] = field(default_factory=list)
    witnesses: dict[str, VerifierKey] = field(default_factory=dict)
    groups: dict[str, tuple[int, tuple[str, ...]]] = field(default_factory=dict)
    quorums: list[str] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    """The names that are members of a group already: each counts in one place only."""

    def policy(self, data: bytes) -> Policy:
        # Names are octets to this format ("Character set"): what is no UTF-8 is kept apart, and no key can bear it.
        *lines, rest = data.decode("utf-8", "surrogateescape").split("\n")
        for at, line in enumerate([*lines, rest], 1):
            try:
                self._line(line)
            except (ValueError, KeyInvalid) as error:
                raise PolicyInvalid(line=at, problem=str(error)) from error
        problem = _("the last line has no end") if rest else "" if self.quorums else _("there is no quorum line")
        if problem:
            raise PolicyInvalid(line=len(lines) + bool(rest) or 1, problem=problem)
        return Policy(tuple(self.logs), self.witnesses, self.groups, self.quorums[0])

    def _line(self, line: str) -> None:
        if _CONTROL.search(line):
            raise ValueError(_("it holds a control character"))
        word, *told = _BETWEEN.split(line.strip(" \t"))
        if not word or word.startswith("#"):
            return
        if word not in _LINES:
            raise ValueError(_("{word!a} is none of log, witness, group, quorum").format(word=word[:80]))
        read, least, most = _LINES[word]
        if not least <= len(told) <= most:
            raise ValueError(_("the line has too few or too many words"))
        read(self, told)

    def log(self, told: list[str]) -> None:
        self.logs.append(self._new_key(told[0], ED25519, self.logs))

    def witness(self, told: list[str]) -> None:
        name = self._new_name(told[0])
        self.witnesses[name] = self._new_key(told[1], COSIGNATURE, self.witnesses.values())

    def group(self, told: list[str]) -> None:
        name, needed, *members = told
        self._new_name(name)
        for member in members:
            if self._known(member) == NONE or member in self.taken:
                raise ValueError(_("{name!a} cannot be a member here, or is one already").format(name=member[:80]))
            self.taken.add(member)
        least = {"any": 1, "all": len(members)}.get(needed) or number(needed)
        if not 1 <= least <= len(members):
            raise ValueError(_("a group of {n} cannot need {least}").format(n=len(members), least=least))
        self.groups[name] = least, tuple(members)

    def quorum(self, told: list[str]) -> None:
        if self.quorums:
            raise ValueError(_("there is another quorum line"))
        self.quorums.append(self._known(told[0]))

    def _new_name(self, name: str) -> str:
        if name in self._names():
            raise ValueError(_("the name {name!a} is taken").format(name=name[:80]))
        return name

    def _known(self, name: str) -> str:
        if name not in self._names():
            raise ValueError(_("there is no {name!a} above").format(name=name[:80]))
        return name

    def _names(self) -> Iterator[str]:
        yield from (NONE, *self.witnesses, *self.groups)

    def _new_key(self, text: str, kind: int, others: Iterable[VerifierKey]) -> VerifierKey:
        key = VerifierKey.parse(text)
        if key.kind != kind:
            raise ValueError(_("a log's key has the signature type 1, a witness's 4, not {kind}").format(kind=key.kind))
        if any(key.public == other.public for other in others):
            raise ValueError(_("the same key stands above"))
        return key


_MANY = 10**6

_LINES: dict[str, tuple[Callable[[_Reading, list[str]], None], int, int]] = {
    "log": (_Reading.log, 1, 2),
    "witness": (_Reading.witness, 2, 3),
    "group": (_Reading.group, 3, _MANY),
    "quorum": (_Reading.quorum, 1, 1),
}
"""What a line begins with: how the rest is read, and how many words that has."""
