"""The person: the only place where a name or an address lies. Everything else holds the subject id."""

from typing import ClassVar

from governance.errors import MergedWithItself, PersonExists, PersonIsMerged, PersonUnknown
from governance.model.aggregate import Aggregate, Context
from governance.model.event import Email, Event, Key, Text, stored_as


@stored_as("governance.person.PersonRegistered")
class PersonRegistered(Event):
    name: Text
    email: Email | None = None
    phone: Text | None = None
    organisation: Key | None = None


@stored_as("governance.person.PersonCorrected")
class PersonCorrected(Event):
    """What is given replaces what was; what is left out stays. A new name is one, too."""

    toggles: ClassVar[bool] = True

    name: Text | None = None
    email: Email | None = None
    phone: Text | None = None
    organisation: Key | None = None
    reason: Text | None = None


@stored_as("governance.person.PersonMerged")
class PersonMerged(Event):
    """It turned out to be the same person as ``into``, whose name stands for both from now on."""

    into: Key


class Person(Aggregate):
    """The history of one person's details, ``person:SUBJECT``."""

    kind = "person"
    begins_with = PersonRegistered

    def merged_into(self) -> str | None:
        event = self.last(PersonMerged)
        return event.into if event else None

    def detail(self, field: str) -> str | None:
        """The latest told ``name``, ``email``, ``phone`` or ``organisation``."""
        told = (getattr(e, field) for e in reversed(self.all(PersonRegistered, PersonCorrected)))
        return next((value for value in told if value is not None), None)


def _registered(person: Person, event: PersonRegistered, context: Context) -> None:
    if person.begun:
        raise PersonExists(person=person.ref)


def _not_merged(person: Person, event: Event, context: Context) -> None:
    if into := person.merged_into():
        raise PersonIsMerged(person=person.ref, into=into)


def _merged(person: Person, event: PersonMerged, context: Context) -> None:
    _not_merged(person, event, context)
    if event.into == person.ref:
        raise MergedWithItself
    if not context.knows_person(event.into):
        raise PersonUnknown(person=event.into)


Person.rules = {PersonRegistered: _registered, PersonCorrected: _not_merged, PersonMerged: _merged}
