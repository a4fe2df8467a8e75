"""Persons: registered, corrected, merged. Everything else knows them by subject id only."""

from typing import Unpack

from governance.ledger.commands.telling import Telling, key_of
from governance.ledger.receipt import Receipt, Told
from governance.model.person import Person, PersonCorrected, PersonMerged, PersonRegistered


class PersonCommands(Telling):
    def register_person(
        self,
        name: str,
        *,
        person: str | None = None,
        email: str | None = None,
        phone: str | None = None,
        organisation: str | None = None,
        **told: Unpack[Told],
    ) -> Receipt:
        """A person becomes known under a subject id: ``person``, else one that is made up. Refused: PersonExists."""
        fields = {"name": name, "email": email, "phone": phone, "organisation": organisation}
        subject = self._new_subject(told) if person is None else key_of("person", person)
        return self._tell(Person, subject, PersonRegistered, told, fields)

    def correct_person(
        self,
        person: str,
        *,
        name: str | None = None,
        email: str | None = None,
        phone: str | None = None,
        organisation: str | None = None,
        reason: str | None = None,
        **told: Unpack[Told],
    ) -> Receipt:
        """What is given replaces what was known. Refused: PersonIsMerged."""
        fields = {"name": name, "email": email, "phone": phone, "organisation": organisation, "reason": reason}
        return self._tell(Person, self._ref(Person, person), PersonCorrected, told, fields)

    def merge_person(self, person: str, *, into: str, **told: Unpack[Told]) -> Receipt:
        """Two subject ids turn out to be one person. Refused: MergedWithItself, PersonIsMerged, PersonUnknown."""
        return self._tell(Person, self._ref(Person, person), PersonMerged, told, {"into": self._ref(Person, into)})
