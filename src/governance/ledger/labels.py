"""What people call parties, and what the mandate names, by the records themselves: no index is needed."""

from collections.abc import Callable, Iterable

from governance.compliance.facts import Facts
from governance.compliance.labels import labels_of
from governance.model.person import Person
from governance.text import language, words

__all__ = ["Labels"]


class Labels:
    """Called with a party (``person:p-anna``, ``org:skovde``) or what a mandate names (``vux/chair``,
    ``vux/act:round``), it gives its name in the reader's language; else the text itself. Each is looked up once."""

    def __init__(self, facts: Iterable[Facts], person: Callable[[str], Person]) -> None:
        self._person = person
        self._names: dict[str, dict[str, str]] = {}
        for of_network in facts:
            self._names |= labels_of(of_network)

    def __call__(self, party: str) -> str:
        if party not in self._names:
            name = self._name_of(party.partition(":")[2]) if party.startswith("person:") else None
            self._names[party] = {"": name or party}
        return words(self._names[party], language())

    def _name_of(self, subject: str) -> str | None:
        """A person's name; of one who was merged into another, that one's."""
        merged = {subject}
        person = self._person(subject)
        while (into := person.merged_into()) and into not in merged:
            merged.add(into)
            person = self._person(into)
        return person.detail("name")
