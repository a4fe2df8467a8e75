"""What was recorded of a meeting or of the whole body, by the word for it."""

from collections.abc import Callable, Sequence

from governance.compliance.facts import Facts
from governance.duties.evidence import evidence_called
from governance.model.event import Event
from governance.model.meeting import Meeting

__all__ = ["of_meeting", "of_network"]


def of_meeting(facts: Facts, meeting: Meeting, kinds: Sequence[str]) -> Callable[[str], Sequence[Event]]:
    """What was recorded of a meeting, by the word for it; ``kinds`` say what its next meeting is."""
    return lambda word: evidence_called(word).in_meeting(facts, meeting, kinds)


def of_network(facts: Facts, word: str, kinds: Sequence[str] = ()) -> Sequence[Event]:
    """Everything of a kind that was recorded, of whatever occasion. What a meeting brought is looked for in all, or in
    those of these kinds."""
    return facts.read(_recorded, word, tuple(kinds))


def _recorded(facts: Facts, word: str, kinds: tuple[str, ...]) -> Sequence[Event]:
    return evidence_called(word).in_body(facts, kinds)
