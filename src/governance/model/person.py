"""The person: the only place where a name or an address lies. Everything else holds the subject id."""

from typing import ClassVar

from governance.errors import MergedWithItself, PersonExists, PersonIsMerged, PersonUnknown
from governance.model.aggregate import Aggregate, Context, happened
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
        """The ``name``, ``email``, ``phone`` or ``organisation`` of the latest correction by its day, if any, else as
        registered."""
        corrected = sorted(self.all(PersonCorrected), key=happened, reverse=True)
        values = (getattr(e, field) for e in [*corrected, *self.all(PersonRegistered)])
        return next((value for value in values if value is not None), None)


def _registered(person: Person, event: PersonRegistered, context: Context) -> None:
    if person.begun:
        raise PersonExists(person=person.ref)


def _corrected(person: Person, event: PersonCorrected, context: Context) -> None:
    """Until the day on which it was merged, after which the other's details count."""
    merged = person.last(PersonMerged)
    if merged and merged.effective_on.last < event.effective_on.first:
        raise PersonIsMerged(person=person.ref, into=merged.into)


def _merged(person: Person, event: PersonMerged, context: Context) -> None:
    if into := person.merged_into():
        raise PersonIsMerged(person=person.ref, into=into)
    if event.into == person.ref:
        raise MergedWithItself
    if not context.knows_person(event.into):
        raise PersonUnknown(person=event.into)


Person.rules = {PersonRegistered: _registered, PersonCorrected: _corrected, PersonMerged: _merged}
