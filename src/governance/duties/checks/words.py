"""Words for what can be recorded: the language's own, and the acts that the file names."""

from collections.abc import Iterator

from governance.duties.checks.common import conditions_naming, duties, evidence_in, names
from governance.duties.events import EVENTS
from governance.duties.evidence import EVIDENCE
from governance.duties.occasions import evidence_of
from governance.mandate.tree import Fault, Node, not_among, shown
from governance.text import _

__all__ = ["CHECKS"]

_CONDITIONS = conditions_naming("evidence")


def evidence_is_known(root: Node) -> Iterator[Fault]:
    acts = names(root.each("act", "key"))
    for duty in duties(root):
        known = evidence_of(duty["pattern"].text or "")
        asked = [node for keys in _CONDITIONS for node in duty.each(*keys)]
        for node in (*(evidence for _table, evidence in evidence_in(duty)), *asked):
            if node.text is not None and node.text not in known and node.text not in acts:
                yield _unfit(node, node.text, (*known, *acts))


def _unfit(node: Node, word: str, known: tuple[str, ...]) -> Fault:
    if word in EVIDENCE:
        problem = _("{word} cannot be recorded on this occasion").format(word=shown(word))
        return Fault(node.path, problem, ", ".join(known))
    problem = _("{word} is no kind of evidence, and no act of this file").format(word=shown(word))
    return not_among(node.path, problem, word, known)


def events_are_known(root: Node) -> Iterator[Fault]:
    known = dict.fromkeys(EVENTS) | names(root.each("act", "key"))
    for event in root.each("clause", "duty", "event"):
        if event.text is not None and event.text not in known:
            problem = _("{word} is no event, and no act of this file").format(word=shown(event.text))
            yield not_among(event.path, problem, event.text, list(known))


def acts_are_no_words_of_the_language(root: Node) -> Iterator[Fault]:
    for key in root.each("act", "key"):
        if key.text in EVIDENCE or key.text in EVENTS:
            problem = _("{name} has a meaning of its own in every mandate; choose another key")
            yield Fault(key.path, problem.format(name=shown(key.text)))


CHECKS = (evidence_is_known, events_are_known, acts_are_no_words_of_the_language)
