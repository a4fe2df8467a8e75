"""From what people write to what the ledger files it under."""

import re
from typing import Any, Literal, Protocol, TypeVar

from governance.errors import (
    ActUnknown,
    MeetingKindUnknown,
    PartyUnknown,
    ReferenceAmbiguous,
    ReferenceUnknown,
    Refused,
    RoleUnknown,
)
from governance.ledger.names import name_of
from governance.model.aggregate import Aggregate
from governance.model.assignment import Assignment
from governance.model.meeting import Meeting
from governance.model.network import Network
from governance.model.person import Person
from governance.text import _

__all__ = ["Named", "References", "kind_of", "kinds"]

_KINDS: dict[str, type[Aggregate]] = {kind.kind: kind for kind in (Network, Assignment, Meeting, Person)}
_EVENT_ID = re.compile(r"((?:network|assignment|meeting|person|ledger):[a-z0-9/-]+)@([1-9][0-9]{0,14})")
_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}", re.ASCII)
_KEY = re.compile(r"[a-z0-9][a-z0-9-]*")
_MANY = 1_000_000
_AggregateT = TypeVar("_AggregateT", bound=Aggregate)


def kind_of(originator_id: str) -> type[Aggregate]:
    """The class of the aggregate that an originator id names."""
    kind = originator_id.partition(":")[0]
    return _KINDS.get(kind) or kinds()[kind]


def kinds() -> dict[str, type[Aggregate]]:
    """Every class of aggregate, by its kind."""
    from governance.model.signing import LedgerLog  # with keys and signatures, which few commands need

    return {**_KINDS, LedgerLog.kind: LedgerLog}


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
    def bearers(self, name: str) -> list[str]: ...


class Loader(Protocol):
    """What references need of a draft: its aggregates, with what was decided in it so far."""

    @property
    def touched(self) -> dict[str, Aggregate]: ...
    def load(self, kind: type[_AggregateT], originator_id: str) -> _AggregateT: ...


class References:
    """Resolves references; the exact one wins, then the only one that begins so."""

    def __init__(self, streams: Streams) -> None:
        self._streams = streams

    def ref(self, draft: Loader, kind: type[Aggregate], text: str) -> str:
        """Raises ReferenceUnknown or ReferenceAmbiguous."""
        if not _is_reference(text):
            raise ReferenceUnknown(what=_(kind.kind), reference=text)
        if self._exists(draft, f"{kind.kind}:{text}"):
            return text
        candidates = self._beginning(draft, kind, text) or self._of_only_network(draft, kind, text)
        if not candidates and kind is Meeting:
            candidates = self._meetings_of_day(draft, text)
        if not candidates and kind is Person:
            candidates = self._persons_named(draft, text)
        if len(candidates) == 1:
            return candidates[0]
        if candidates:
            raise ReferenceAmbiguous(reference=text, candidates=", ".join(candidates[:10]))
        raise ReferenceUnknown(what=_(kind.kind), reference=text)

    def party(self, draft: Loader, text: str) -> str:
        """``person:ID`` and the like as they are; a person's id or name; else an organisation's key."""
        if not _is_reference(text):
            raise ReferenceUnknown(what=_("person"), reference=text)
        if ":" in text:
            return text
        if self._exists(draft, f"person:{text}"):
            return f"person:{text}"
        candidates = self._persons_named(draft, text)
        if len(candidates) > 1:
            raise ReferenceAmbiguous(reference=text, candidates=", ".join(candidates))
        return f"person:{candidates[0]}" if candidates else f"org:{text.casefold()}"

    def actor(self, draft: Loader, text: str) -> str:
        """Who acts: a registered person by id or name, or an organisation or program as it is (``org:KEY``); raises
        PartyUnknown, ReferenceUnknown, ReferenceAmbiguous. A word alone is no organisation: it may be a name misspelt.
        """
        party = self.party(draft, text)
        kind, sep, key = party.partition(":")
        if kind != "person" and sep not in text:
            raise ReferenceUnknown(what=_("person"), reference=text)
        if kind == "person" and not self.is_person(draft, key):
            raise PartyUnknown(party=party)
        return party

    def called(self, body: Network, kind: Named, text: str) -> str:
        """The key of what the network's mandate calls ``text``, in any language and version; the text as it is where
        that is or could be a key. Raises RoleUnknown, MeetingKindUnknown or ActUnknown for a name of nothing, or of
        several."""
        parts = [part for mandate in body.mandates() for part in getattr(mandate, kind)]
        allowed, sought = list(dict.fromkeys(part.key for part in parts)), str(text).casefold()
        keys: set[str] = {part.key for part in parts if sought in (name.casefold() for name in part.name.values())}
        if text in allowed:
            return text
        if len(keys) == 1:
            return keys.pop()
        if allowed and not _KEY.fullmatch(str(text)):
            refusal, word = _UNKNOWN[kind]
            raise refusal(**{word: text, "allowed": ", ".join(allowed)})
        return text

    def is_person(self, draft: Loader, subject: str) -> bool:
        originator_id = f"person:{subject}"
        return self._exists(draft, originator_id) and draft.load(Person, originator_id).begun

    def network_in(self, draft: Loader, obligation: str) -> str:
        """The network that an obligation's id begins with; where it begins with none, the only one that there is."""
        first, networks = str(obligation).partition("/")[0], self._streams.originators("network:", 2)
        if len(networks) == 1 and str(obligation).strip() and not self._exists(draft, f"network:{first}"):
            return networks[0].partition(":")[2]
        return self.ref(draft, Network, first)

    def event(self, text: str) -> tuple[type[Aggregate], str, int]:
        """``#17`` (or ``17``) or an event id, as the class and id of its history and its version there; raises
        ReferenceUnknown."""
        if match := _EVENT_ID.fullmatch(str(text)):
            return kind_of(match[1]), match[1], int(match[2])
        number = str(text).removeprefix("#")
        if number.isascii() and number.isdigit() and len(number) < 16:
            place = self._streams.event_at(int(number))
            if place:
                return kind_of(place[0]), *place
        raise ReferenceUnknown(what=_("event"), reference=text)

    def all(self, kind: type[Aggregate], network: str | None = None) -> list[str]:
        """The references of everything of a kind that is in the store, of one network or all, sorted."""
        prefix = f"{kind.kind}:" + (f"{network}/" if network else "")
        return [o.partition(":")[2] for o in self._streams.originators(prefix, _MANY)]

    def all_beginning(self, draft: Loader, kind: type[Aggregate], text: str) -> list[str]:
        """The references of a kind that begin so, sorted: in the store, or new in the draft."""
        return self._beginning(draft, kind, text, _MANY)

    def _exists(self, draft: Loader, originator_id: str) -> bool:
        touched = draft.touched.get(originator_id)
        return touched.version > 0 if touched else self._streams.exists(originator_id)

    def _beginning(self, draft: Loader, kind: type[Aggregate], text: str, limit: int = 20) -> list[str]:
        prefix = f"{kind.kind}:{text}"
        new = {o for o, a in draft.touched.items() if o.startswith(prefix) and a.version}
        return sorted(o.partition(":")[2] for o in new.union(self._streams.originators(prefix, limit)))

    def _of_only_network(self, draft: Loader, kind: type[Aggregate], text: str) -> list[str]:
        """``2021-02-12`` alone means that of the only network there is."""
        networks = self._streams.originators("network:", 2)
        if "/" in text or len(networks) != 1 or kind not in (Assignment, Meeting):
            return []
        return self._beginning(draft, kind, f"{networks[0].partition(':')[2]}/{text}")

    def _meetings_of_day(self, draft: Loader, text: str) -> list[str]:
        """Meetings planned for or held on a day, whatever day they were first planned for."""
        network, _sep, day = text.rpartition("/")
        if not _DAY.fullmatch(day):
            return []
        refs = self._beginning(draft, Meeting, f"{network}/" if network else "", _MANY)
        return [ref for ref in refs if day in _days_of(draft.load(Meeting, f"meeting:{ref}"))]

    def _persons_named(self, draft: Loader, name: str) -> list[str]:
        """The persons of this name, as they are in the draft: it may have registered, renamed or merged some."""
        refs = {o.partition(":")[2] for o in draft.touched if o.startswith("person:")}.union(
            self._streams.bearers(name)
        )
        sought = name.casefold()
        return sorted(ref for ref in refs if name_of(draft.load(Person, f"person:{ref}")) == sought)


def _is_reference(text: Any) -> bool:
    return isinstance(text, str) and bool(text.strip())


def _days_of(meeting: Meeting) -> tuple[str, str]:
    return str(meeting.planned_on), str(meeting.held.effective_on) if meeting.held else ""
