"""What the words of a duty's parts rest on."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from governance.duties.anchors import ANCHOR_WORDS
from governance.mandate.names import Names
from governance.text import N_, _

__all__ = ["Scene"]


@dataclass(frozen=True, slots=True)
class Scene:
    """The names, what calls for a duty, and what its steps are called."""

    names: Names
    trigger: str
    """The day from which its due rules count, where they name no other."""
    before: str = ""
    """That day for rules that count backwards, where it is another."""
    steps: Mapping[str, str] = field(default_factory=dict)
    same: tuple[str, ...] = ()
    """Of which periods "the same" is clear without saying: for a quarterly duty the year, but not the month."""
    of_kinds: bool = False
    """Whether it is about meetings of some kinds, so that the next meeting is the next of these kinds."""

    def anchor(self, name: str | None, *, backwards: bool = False) -> str:
        """What a due rule counts from."""
        if name is None or name == "trigger":
            return self.before if backwards and self.before else self.trigger
        kind, dot, what = name.partition(".")
        if not dot:
            return _(_SUCH[name] if self.of_kinds and name in _SUCH else ANCHOR_WORDS[name])
        what = self.steps.get(what) or _("clause {id}").format(id=what)
        return _(_DONE_OR_DUE[kind]).format(what=what)


_SUCH = {
    "next_meeting": N_("the next such meeting"),
    "previous_meeting": N_("the last such meeting before it"),
}
_DONE_OR_DUE = {
    "done": N_("the day on which {what} is done"),
    "due": N_("the day on which {what} is due"),
}
