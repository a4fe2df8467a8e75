"""Who turned out to be one person: events in which every id of a person is that of the entry that stands for it.

A merge is recorded in the merged person's own history and changes no other. Wherever persons are counted or compared,
the facts are taken in as ``canonical`` gives them, so that nothing further on needs to know of merges.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar, get_type_hints

from pydantic import JsonValue

from governance.model.aggregate import FactCorrected
from governance.model.event import REGISTRY, Event, Party
from governance.model.meeting_events import Attendance

__all__ = ["canonical", "survivors"]

_E = TypeVar("_E", bound=Event)
_PERSON = "person:"


def survivors(merged: Mapping[str, str]) -> dict[str, str]:
    """For each merged subject id that of the entry which stands for it in the end, from the one that each was merged
    into. Where merges go round in a circle, the first id of the circle by the alphabet stands for all."""
    return {subject: _end_of(subject, merged) for subject in merged}


def _end_of(subject: str, merged: Mapping[str, str]) -> str:
    way = [subject]
    while (following := merged.get(way[-1])) is not None:
        if following in way:
            return min(way[way.index(following) :])
        way.append(following)
    return way[-1]


def canonical(event: _E, survivor: Mapping[str, str]) -> _E:
    """The event with the surviving person wherever it names a merged one as a party; the same object where it names
    none. ``survivor`` is what ``survivors`` gives. Who entered it stays as it was.

    Lines of attendance that come to name one person in one capacity become one: present if any of them was.
    """
    if not survivor:
        return event
    changes: dict[str, Any] = {}
    for field in _party_fields(type(event)):
        if (party := _of(getattr(event, field), survivor)) != getattr(event, field):
            changes[field] = party
    if (lines := getattr(event, "attendance", None)) and (one := _attended(lines, survivor)) != lines:
        changes["attendance"] = one
    if isinstance(event, FactCorrected) and (corrected := _corrected(event.changes, survivor)) != event.changes:
        changes["changes"] = corrected
    return event.model_copy(update=changes) if changes else event


def _of(party: str | None, survivor: Mapping[str, str]) -> str | None:
    if party is None or not party.startswith(_PERSON):
        return party
    subject = party.removeprefix(_PERSON)
    return _PERSON + survivor.get(subject, subject)


@cache
def _party_fields(kind: type[Event]) -> tuple[str, ...]:
    """The fields of an event in which a party stands."""
    hints = get_type_hints(kind, include_extras=True)
    return tuple(name for name in kind.model_fields if hints[name] in (Party, Party | None))


@cache
def _all_party_fields() -> frozenset[str]:
    return frozenset(name for kind in REGISTRY.values() for name in _party_fields(kind))


def _attended(lines: tuple[Attendance, ...], survivor: Mapping[str, str]) -> tuple[Attendance, ...]:
    kept: dict[object, Attendance] = {}
    for number, line in enumerate(lines):
        person = _of(line.person, survivor)
        key = (person, line.member, line.role) if person else number
        line = line if person == line.person else line.model_copy(update={"person": person})
        kept[key] = max(kept[key], line, key=_came) if key in kept else line
    return tuple(kept.values())


def _came(line: Attendance) -> tuple[bool, bool]:
    """Of two lines on one person the one that says more: that they came, else that they had sent an apology."""
    return line.present > 0, line.apology is True


def _corrected(changes: Mapping[str, JsonValue], survivor: Mapping[str, str]) -> dict[str, JsonValue]:
    """What a correction says of parties, in the form in which it is stored."""
    corrected = dict(changes)
    for field in _all_party_fields() & changes.keys():
        if isinstance(value := changes[field], str):
            corrected[field] = _of(value, survivor)
    if isinstance(lines := changes.get("attendance"), list):
        told = tuple(Attendance.model_validate(line, strict=False) for line in lines)
        if (one := _attended(told, survivor)) != told:
            corrected["attendance"] = [line.model_dump(mode="json", exclude_none=True) for line in one]
    return corrected
