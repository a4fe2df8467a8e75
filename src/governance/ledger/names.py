"""Which persons bear a name, so that people can write it instead of a subject id."""

from collections import defaultdict

from governance.model.person import Person

__all__ = ["Names"]


class Names:
    """The names of registered persons, whatever their case. Whoever keeps it tells it of every person that changes."""

    def __init__(self) -> None:
        self._name: dict[str, str] = {}
        self._bearers: defaultdict[str, set[str]] = defaultdict(set)

    def take(self, person: Person) -> None:
        """A person as it is now; one who was merged into another has no name any longer."""
        before, name = self._name.pop(person.ref, None), name_of(person)
        if before is not None:
            self._bearers[before].discard(person.ref)
        if name is not None:
            self._name[person.ref] = name
            self._bearers[name].add(person.ref)

    def bearers(self, name: str) -> list[str]:
        """The subject ids of the persons of this name, sorted."""
        return sorted(self._bearers.get(name.casefold(), ()))


def name_of(person: Person) -> str | None:
    """A person's own name in small letters; None for one who is not registered or was merged into another."""
    name = None if person.merged_into() else person.detail("name")
    return name.casefold() if name else None
