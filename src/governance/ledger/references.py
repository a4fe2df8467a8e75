"""From what people write to what the ledger files it under."""

import re
from collections.abc import Sequence
from typing import Literal, Protocol, TypeVar

from governance.compliance.values import Obligation
from governance.errors import (
    ActUnknown,
    MeetingKindUnknown,
    PartyUnknown,
    ReferenceAmbiguous,
    ReferenceUnknown,
    Refused,
    RoleUnknown,
)
from governance.model.aggregate import Aggregate
from governance.model.assignment import Assignment
from governance.model.meeting import Meeting
from governance.model.network import Network
from governance.model.person import Person
from governance.model.signing import LedgerLog
from governance.text import _

__all__ = ["KINDS", "Named", "References", "kind_of", "obligation_meant"]

KINDS: dict[str, type[Aggregate]] = {kind.kind: kind for kind in (Network, Assignment, Meeting, Person, LedgerLog)}
_EVENT_ID = re.compile(r"((?:network|assignment|meeting|person|ledger):[a-z0-9/-]+)@([1-9][0-9]{0,14})")
_KEY = re.compile(r"[a-z0-9][a-z0-9-]*")
_MANY = 1_000_000
_AggregateT = TypeVar("_AggregateT", bound=Aggregate)


def kind_of(originator_id: str) -> type[Aggregate]:
    """The class of the aggregate that an originator id names."""
    return KINDS[originator_id.partition(":")[0]]


Named = Literal["roles", "meeting_kinds", "acts"]
"""What a mandate gives names to besides parties."""

_UNKNOWN: dict[Named, tuple[type[Refused], str]] = {
    "roles": (RoleUnknown, "role"),
    "meeting_kinds": (MeetingKindUnknown, "kind"),
    "acts": (ActUnknown, "act"),
}


class Streams(Protocol):
    """What references need of the store."""

    def originators(self, prefix: str, limit: int) -> list[str]: ...
    def exists(self, originator_id: str) -> bool: ...
    def event_at(self, position: int) -> tuple[str, int] | None: ...


class Loader(Protocol):
    """What references need of a unit: its aggregates, with what was told in it so far."""

    @property
    def touched(self) -> dict[str, Aggregate]: ...
    def load(self, kind: type[_AggregateT], originator_id: str) -> _AggregateT: ...


class References:
    """Resolves references; the exact one wins, then the only one that begins so."""

    def __init__(self, streams: Streams) -> None:
        self._streams = streams

    def ref(self, unit: Loader, kind: type[Aggregate], text: str) -> str:
        """Raises ReferenceUnknown or ReferenceAmbiguous."""
        if not text.strip():
            raise ReferenceUnknown(what=_(kind.kind), reference=text)
        if self._exists(unit, f"{kind.kind}:{text}"):
            return text
        candidates = self._beginning(unit, kind, text) or self._of_only_network(unit, kind, text)
        if not candidates and kind is Meeting:
            candidates = self._meetings_of_day(unit, text)
        if not candidates and kind is Person:
            candidates = self._persons_named(unit, text)
        if len(candidates) == 1:
            return candidates[0]
        if candidates:
            raise ReferenceAmbiguous(reference=text, candidates=", ".join(candidates[:10]))
        raise ReferenceUnknown(what=_(kind.kind), reference=text)

    def party(self, unit: Loader, text: str) -> str:
        """``person:ID`` and the like as they are; a person's id or name; else an organisation's key."""
        if ":" in text:
            return text
        if self._exists(unit, f"person:{text}"):
            return f"person:{text}"
        named = self._persons_named(unit, text)
        if len(named) > 1:
            raise ReferenceAmbiguous(reference=text, candidates=", ".join(named))
        return f"person:{named[0]}" if named else f"org:{text.casefold()}"

    def actor(self, unit: Loader, text: str) -> str:
        """Who acts: a registered person by id or name, or an organisation or program as it is (``org:KEY``); raises
        PartyUnknown, ReferenceUnknown, ReferenceAmbiguous. A word alone is no organisation: it may be a name misspelt.
        """
        party = self.party(unit, text)
        kind, sep, key = party.partition(":")
        if kind != "person" and sep not in text:
            raise ReferenceUnknown(what=_("person"), reference=text)
        if kind == "person" and not self.is_person(unit, key):
            raise PartyUnknown(party=party)
        return party

    def called(self, unit: Loader, network: str, kind: Named, text: str) -> str:
        """The key of what the network's mandate calls ``text``, in any language and version; the text as it is where
        that is or could be a key. Raises RoleUnknown, MeetingKindUnknown or ActUnknown for a name of nothing, or of
        several."""
        body = unit.load(Network, f"network:{network}")
        parts = [part for mandate in body.mandates() for part in getattr(mandate, kind)]
        known, sought = list(dict.fromkeys(part.key for part in parts)), text.casefold()
        keys: set[str] = {part.key for part in parts if sought in (name.casefold() for name in part.name.values())}
        if text in known:
            return text
        if len(keys) == 1:
            return keys.pop()
        if known and not _KEY.fullmatch(text):
            refusal, word = _UNKNOWN[kind]
            raise refusal(**{word: text, "allowed": ", ".join(known)})
        return text

    def is_person(self, unit: Loader, subject: str) -> bool:
        originator_id = f"person:{subject}"
        return self._exists(unit, originator_id) and unit.load(Person, originator_id).begun

    def network_in(self, unit: Loader, obligation: str) -> str:
        """The network that an obligation's id begins with; where it begins with none, the only one that there is."""
        first, networks = obligation.partition("/")[0], self._streams.originators("network:", 2)
        if len(networks) == 1 and obligation.strip() and not self._exists(unit, f"network:{first}"):
            return networks[0].partition(":")[2]
        return self.ref(unit, Network, first)

    def event(self, text: str) -> tuple[str, int]:
        """``#17`` (or ``17``) or an event id, as originator id and version; raises ReferenceUnknown."""
        if match := _EVENT_ID.fullmatch(text):
            return match[1], int(match[2])
        number = text.removeprefix("#")
        if number.isascii() and number.isdigit() and len(number) < 16:
            found = self._streams.event_at(int(number))
            if found:
                return found
        raise ReferenceUnknown(what=_("event"), reference=text)

    def all(self, kind: type[Aggregate], network: str | None = None) -> list[str]:
        """The references of everything of a kind that is in the store, of one network or all, sorted."""
        prefix = f"{kind.kind}:" + (f"{network}/" if network else "")
        return [o.partition(":")[2] for o in self._streams.originators(prefix, _MANY)]

    def all_known(self, unit: Loader, kind: type[Aggregate], begin: str) -> list[str]:
        """The references of a kind that begin so, sorted: in the store, or new in the unit."""
        return self._beginning(unit, kind, begin, _MANY)

    def _exists(self, unit: Loader, originator_id: str) -> bool:
        known = unit.touched.get(originator_id)
        return known.version > 0 if known else self._streams.exists(originator_id)

    def _beginning(self, unit: Loader, kind: type[Aggregate], text: str, limit: int = 20) -> list[str]:
        prefix = f"{kind.kind}:{text}"
        told = {o for o, a in unit.touched.items() if o.startswith(prefix) and a.version}
        return sorted(o.partition(":")[2] for o in told.union(self._streams.originators(prefix, limit)))

    def _of_only_network(self, unit: Loader, kind: type[Aggregate], text: str) -> list[str]:
        """``2021-02-12`` alone means that of the only network there is."""
        networks = self._streams.originators("network:", 2)
        if "/" in text or len(networks) != 1 or kind in (Network, Person, LedgerLog):
            return []
        return self._beginning(unit, kind, f"{networks[0].partition(':')[2]}/{text}")

    def _meetings_of_day(self, unit: Loader, text: str) -> list[str]:
        """Meetings planned for or held on a day, whatever day they were first planned for."""
        network, _sep, day = text.rpartition("/")
        found = []
        for ref in self._beginning(unit, Meeting, f"{network}/" if network else "", _MANY):
            meeting = unit.load(Meeting, f"meeting:{ref}")
            if day in (str(meeting.planned_on), _held_on(meeting)):
                found.append(ref)
        return found

    def _persons_named(self, unit: Loader, name: str) -> list[str]:
        wanted, found = name.casefold(), []
        for ref in self._beginning(unit, Person, "", _MANY):
            person = unit.load(Person, f"person:{ref}")
            if not person.merged_into() and _name(person) == wanted:
                found.append(ref)
        return found


def _name(person: Person) -> str | None:
    name = person.detail("name")
    return name.casefold() if name else None


def _held_on(meeting: Meeting) -> str:
    return str(meeting.held.effective_on) if meeting.held else ""


def obligation_meant(obligations: Sequence[Obligation], text: str) -> Obligation:
    """The obligation with this id, or the only one that begins so (with or without its network)."""
    exact = [o for o in obligations if text in (o.id, o.id.partition("/")[2])]
    begin = exact or [o for o in obligations if o.id.startswith(text) or o.id.partition("/")[2].startswith(text)]
    if len(begin) == 1:
        return begin[0]
    if begin:
        raise ReferenceAmbiguous(reference=text, candidates=", ".join(o.id for o in begin[:10]))
    raise ReferenceUnknown(what=_("obligation"), reference=text)
