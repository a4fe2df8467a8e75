"""What the keys of a mandate are called, and how several are listed."""

from collections.abc import Sequence
from datetime import date

from governance.mandate.frame import Frame
from governance.mandate.values import Words
from governance.text import N_, _, language, words
from governance.time import When

__all__ = ["MONTHS", "WEEKDAYS", "Names", "day", "either", "every", "on", "quoted", "told", "when"]

MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"), N_("August"),
    N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip

WEEKDAYS = {
    "monday": N_("Monday"),
    "tuesday": N_("Tuesday"),
    "wednesday": N_("Wednesday"),
    "thursday": N_("Thursday"),
    "friday": N_("Friday"),
    "saturday": N_("Saturday"),
    "sunday": N_("Sunday"),
}


def told(text: Words) -> str:
    """A text of the mandate in the page's language."""
    return words(text, language()).strip()


def every(parts: Sequence[str]) -> str:
    """A, B and C."""
    return _listed(parts, _("{first} and {last}"))


def either(parts: Sequence[str]) -> str:
    """A, B or C."""
    return _listed(parts, _("{first} or {last}"))


def _listed(parts: Sequence[str], joined: str) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return joined.format(first=", ".join(parts[:-1]), last=parts[-1])


def day(value: date) -> str:
    """17 May 2024."""
    return _("{day} {month} {year}").format(day=value.day, month=_(MONTHS[value.month - 1]), year=value.year)


def when(value: When) -> str:
    """17 May 2024, May 2024 or 2024."""
    if value.precision == "day":
        return day(value.first)
    if value.precision == "month":
        return _("{month} {year}").format(month=_(MONTHS[value.first.month - 1]), year=value.first.year)
    return str(value.first.year)


_ON = {"day": N_("on {when}"), "month": N_("in {when}"), "year": N_("in the year {when}")}


def on(value: When) -> str:
    """On a day, in a month or in a year."""
    return _(_ON[value.precision]).format(when=when(value))


class Names:
    """What the keys of one mandate are called. A key that names nothing is told in quotes, as it is."""

    def __init__(self, mandate: Frame) -> None:
        m = mandate
        self.network = m.network.name
        self._address = m.network.registry_address
        self._roles = {role.key: role.name for role in m.roles}
        self._sides = {side.key: side.name for side in m.sides}
        self._kinds = {kind.key: kind.name for kind in m.meeting_kinds}
        self._acts = {act.key: act.name for act in m.acts}
        self._goals = {goal.id: goal.text for goal in m.goals}
        self._bodies = {
            "network": m.network.name,
            "principal": m.principal.name,
            **{body.key: body.name for body in (m.principal, *m.members, *m.organisations)},
        }

    def party(self, key: str) -> str:
        """A role, an organisation, or one of the names that every mandate has."""
        if key == "members":
            return _("all members")
        if key == "registry":
            return _("the registry address {address}").format(address=self._address or "?")
        return self._called(self._roles if key in self._roles else self._bodies, key)

    def each(self, key: str) -> str:
        """One of those whom ``party`` names together."""
        if key == "members":
            return _("each member")
        if key in self._roles:
            return _("each holder of the role {role}").format(role=self.role(key))
        return self.party(key)

    def group(self, key: str) -> str:
        """The people behind a role or a side."""
        if key in self._sides:
            return _("the side {side}").format(side=self.side(key))
        return _("the holders of the role {role}").format(role=self.role(key))

    def role(self, key: str) -> str:
        return self._called(self._roles, key)

    def side(self, key: str) -> str:
        return quoted(told(self._sides[key])) if key in self._sides else quoted(key)

    def kind(self, key: str) -> str:
        return self._called(self._kinds, key)

    def of_kinds(self, keys: Sequence[str]) -> str:
        """What follows "meeting": " of the kind A or B"; nothing where every kind is meant."""
        return _(" of the kind {kinds}").format(kinds=either([self.kind(key) for key in keys])) if keys else ""

    def goal(self, key: str) -> str:
        return self._called(self._goals, key)

    def act(self, key: str) -> str | None:
        """An act of the mandate's own; None where it is none."""
        return told(self._acts[key]) if key in self._acts else None

    @staticmethod
    def _called(known: dict[str, Words], key: str) -> str:
        """As it stands inside a sentence: an English name's article is small there."""
        if key not in known:
            return quoted(key)
        name = told(known[key])
        return f"the {name[4:]}" if language() == "en" and name.startswith("The ") else name


def quoted(text: str) -> str:
    """A name in quotation marks."""
    return _("“{text}”").format(text=text)
