"""On what condition a duty holds, or another rule holds instead.

Each thing that a condition can state is one class: its key, its words, what is wrong in it, and when it holds. They are
listed once, as the bases of ``Condition``, which has the keys of all of them.
"""

from abc import abstractmethod
from collections.abc import Iterator
from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from governance.compliance.duty import ALWAYS, Circumstances, Spell
from governance.duties.due import DueRule
from governance.duties.proof import proof
from governance.mandate.names import Names, either, every
from governance.mandate.tree import Doubt, Fault, Node, Path, shown
from governance.mandate.values import Evidence, Key, Part, Words
from governance.text import _

__all__ = ["CONDITIONS", "Condition", "Exemption"]


class Statement(Part):
    """One thing that a condition can state."""

    key: ClassVar[str]
    """Under which it stands in the file."""
    names: ClassVar[str] = ""
    """What stands there: the names of an ``evidence``, a ``role`` or a ``meeting_kind``."""

    @abstractmethod
    def phrase(self, names: Names) -> str:
        """What must hold, after "if"."""

    @abstractmethod
    def spell(self, seen: Circumstances) -> Spell:
        """When it holds."""

    @classmethod
    def faults(cls, node: Node) -> Iterator[Fault]:  # noqa: ARG003 - most have none that their fields do not show
        """What contradicts itself in the table of a condition, whose values may be of any kind."""
        yield from ()


class Kinds(Statement):
    """The meeting is of one of some kinds."""

    kinds: Annotated[tuple[Key, ...], Field(title="The meeting is of one of these kinds")] = ()

    key: ClassVar = "kinds"
    names: ClassVar = "meeting_kind"

    def phrase(self, names: Names) -> str:
        return _("the meeting is{kinds}").format(kinds=names.of_kinds(self.kinds))

    def spell(self, seen: Circumstances) -> Spell:
        return ALWAYS if seen.kind in self.kinds else None


class Recorded(Statement):
    """Something was recorded."""

    recorded: Annotated[tuple[Evidence, ...], Field(title="One of these was recorded")] = ()
    with_reason: Annotated[bool, Field(title="Only what was recorded with a reason counts as recorded")] = False

    key: ClassVar = "recorded"
    names: ClassVar = "evidence"

    def phrase(self, names: Names) -> str:
        text = _("it was recorded that {facts}")
        if self.with_reason:
            text = _("it was recorded with a reason that {facts}")
        return text.format(facts=_facts(self.recorded, names))

    def spell(self, seen: Circumstances) -> Spell:
        since = seen.first_recorded(self.recorded, with_reason=self.with_reason, in_time=True)
        return (since, None) if since else None

    @classmethod
    def faults(cls, node: Node) -> Iterator[Fault]:
        if node["with_reason"].stated and not node["recorded"].stated:
            yield Fault(node["with_reason"].path, _("a reason for what?"), _("recorded, with what was recorded"))


class NotRecorded(Statement):
    """Something was not recorded so far."""

    not_recorded: Annotated[tuple[Evidence, ...], Field(title="None of these was recorded")] = ()

    key: ClassVar = "not_recorded"
    names: ClassVar = "evidence"

    def phrase(self, names: Names) -> str:
        return _("it was not recorded that {facts}").format(facts=_facts(self.not_recorded, names))

    def spell(self, seen: Circumstances) -> Spell:
        return date.min, seen.first_recorded(self.not_recorded)


class RoleHeld(Statement):
    """Somebody holds a role."""

    role_held: Annotated[Key | None, Field(title="Somebody holds this role")] = None

    key: ClassVar = "role_held"
    names: ClassVar = "role"

    def phrase(self, names: Names) -> str:
        return _("somebody holds the role {role}").format(role=names.role(self.role_held or ""))

    def spell(self, seen: Circumstances) -> Spell:
        return ALWAYS if seen.holders(self.role_held or "") else None


class RoleVacant(Statement):
    """Nobody holds a role."""

    role_vacant: Annotated[Key | None, Field(title="Nobody holds this role")] = None

    key: ClassVar = "role_vacant"
    names: ClassVar = "role"

    def phrase(self, names: Names) -> str:
        return _("nobody holds the role {role}").format(role=names.role(self.role_vacant or ""))

    def spell(self, seen: Circumstances) -> Spell:
        return None if seen.holders(self.role_vacant or "") else ALWAYS


class MembersAtLeast(Statement):
    """There are so many members or more."""

    members_at_least: Annotated[int, Field(ge=1, le=10_000)] | None = None

    key: ClassVar = "members_at_least"

    def phrase(self, names: Names) -> str:  # noqa: ARG002 - a number needs no names
        return _("there are at least {n} members").format(n=self.members_at_least)

    def spell(self, seen: Circumstances) -> Spell:
        return ALWAYS if seen.members() >= (self.members_at_least or 0) else None


class MembersAtMost(Statement):
    """There are so many members or fewer."""

    members_at_most: Annotated[int, Field(ge=0, le=10_000)] | None = None

    key: ClassVar = "members_at_most"

    def phrase(self, names: Names) -> str:  # noqa: ARG002 - a number needs no names
        return _("there are at most {n} members").format(n=self.members_at_most)

    def spell(self, seen: Circumstances) -> Spell:
        return ALWAYS if seen.members() <= (self.members_at_most or 0) else None

    @classmethod
    def faults(cls, node: Node) -> Iterator[Fault]:
        yield from node["members_at_most"].less_than(node["members_at_least"])


def _facts(words: tuple[str, ...], names: Names) -> str:

    return either([proof(word, names).fact for word in words])


class Condition(MembersAtMost, MembersAtLeast, RoleVacant, RoleHeld, NotRecorded, Recorded, Kinds):
    """Everything that is stated must hold. ``recorded`` looks at what was recorded of the same occasion: the meeting,
    the period, the event."""

    @property
    def stated(self) -> list[type[Statement]]:
        """What it states."""
        return [part for part in CONDITIONS if getattr(self, part.key) not in ((), None)]

    def phrase(self, names: Names) -> str:
        return every([part.phrase(self, names) for part in self.stated])

    def spell(self, seen: Circumstances) -> Spell:
        begins, ends = date.min, None
        for part in self.stated:
            spell = part.spell(self, seen)
            if spell is None:
                return None
            begins = max(begins, spell[0])
            ends = min((day for day in (ends, spell[1]) if day), default=None)
        return (begins, ends) if ends is None or begins < ends else None

    @classmethod
    def faults(cls, node: Node) -> Iterator[Fault]:
        if isinstance(node.value, dict) and not node.value:
            yield Fault(node.path, _("is empty: it says no condition"), _("what must hold"))
        for part in CONDITIONS:
            yield from part.faults(node)

    def doubts(self, path: Path, clause: str) -> Iterator[Doubt]:
        """What it states that can never hold; ``clause`` is the id of the duty that has it."""
        if both := sorted({*self.recorded} & {*self.not_recorded}):
            text = _("{word} cannot be recorded and not recorded at once").format(word=shown(both[0]))
            yield Doubt((*path, "not_recorded"), clause, text, _("name it in one of the two"))
        if self.role_held and self.role_held == self.role_vacant:
            text = _("the role {role} cannot be held and vacant at once").format(role=shown(self.role_held))
            yield Doubt((*path, "role_vacant"), clause, text, _("name it in one of the two"))


CONDITIONS: tuple[type[Statement], ...] = Condition.__bases__[::-1]
"""Everything that a condition can state. Python takes the fields of the last base first, so the list is turned."""


class Exemption(Part):
    """Under a condition another due rule holds, or the duty is not owed at all. The first that applies counts."""

    if_: Annotated[Condition, Field(alias="if", title="On what condition")]
    due: Annotated[DueRule | None, Field(title="When it is due then")] = None
    not_owed: Annotated[bool, Field(title="It is not owed then")] = False
    at_the_latest: Annotated[DueRule | None, Field(title="By when that must have happened")] = None
    text: Annotated[Words | None, Field(title="How the mandate puts it")] = None

    @classmethod
    def faults(cls, node: Node) -> Iterator[Fault]:
        """What a table of a file does not say, or says twice, of what holds instead."""
        due, not_owed = node["due"].stated, node["not_owed"]
        if due and not_owed.stated:
            yield Fault(not_owed.path, _("what is not owed has no due date"), _("due or not_owed, not both"))
        if (latest := node["at_the_latest"]).stated and not node["if"]["recorded"].stated:
            yield Fault(latest.path, _("nothing is looked for that could come too late"), "if = { recorded = […] }")
        if not due and not not_owed.stated:
            yield Fault(node.path, _("does not say what holds instead"), "due = { … }, not_owed = true")
