"""Persons: registered, corrected, merged. Everything else knows them by subject id only."""

from typing import Unpack

from governance.errors import MergedWithItself, PersonExists, PersonIsMerged, PersonUnknown
from governance.ledger.command import command
from governance.ledger.commands.values import key_of
from governance.ledger.draft import Draft
from governance.ledger.receipt import Details, Receipt
from governance.model.person import Person, PersonCorrected, PersonMerged, PersonRegistered


class PersonCommands(Draft):
    @command(refuses=(PersonExists,))
    def register_person(
        self,
        name: str,
        *,
        person: str | None = None,
        email: str | None = None,
        phone: str | None = None,
        organisation: str | None = None,
        **details: Unpack[Details],
    ) -> Receipt:
        """A person becomes known under a subject id: ``person``, else one that is made up."""
        fields = {"name": name, "email": email, "phone": phone, "organisation": organisation}
        subject = self.new_subject(details) if person is None else key_of("person", person)
        return self.record(self.load(Person, f"person:{subject}"), PersonRegistered, details, **fields)

    @command(refuses=(PersonIsMerged,))
    def correct_person(
        self,
        person: str,
        *,
        name: str | None = None,
        email: str | None = None,
        phone: str | None = None,
        organisation: str | None = None,
        reason: str | None = None,
        **details: Unpack[Details],
    ) -> Receipt:
        """What is given replaces what was known."""
        fields = {"name": name, "email": email, "phone": phone, "organisation": organisation, "reason": reason}
        return self.record(self.find(Person, person), PersonCorrected, details, **fields)

    @command(refuses=(MergedWithItself, PersonIsMerged, PersonUnknown))
    def merge_person(self, person: str, *, into: str, **details: Unpack[Details]) -> Receipt:
        """Two subject ids turn out to be one person."""
        return self.record(self.find(Person, person), PersonMerged, details, into=self.find(Person, into).ref)
