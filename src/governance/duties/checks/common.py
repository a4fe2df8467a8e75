"""What the checks have in common: how they go through a file, and the two faults that most of them find."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from governance.duties.conditions import CONDITIONS
from governance.duties.occasions import OCCASION_OF
from governance.duties.occasions.base import Duty
from governance.mandate.tree import Fault, Node, not_among, shown
from governance.text import _

__all__ = [
    "PARTIES",
    "can_be_late",
    "conditions",
    "conditions_naming",
    "duties",
    "duties_with_ids",
    "evidence_in",
    "leaves",
    "names",
    "part_of",
    "rules_of",
    "twice",
    "unknown",
]

PARTIES = ("principal", "member", "organisation", "role")
"""The headings that name somebody who can owe something or be owed it."""


def duties(root: Node) -> Iterator[Node]:
    """Every duty of the file."""
    return root.each("clause", "duty")


def duties_with_ids(clause: Node) -> Iterator[tuple[str, Node]]:
    """The duties of a clause, each with the id by which it is cited: the clause's, for the second one ``clause.2``."""
    for number, duty in enumerate(clause.each("duty"), 1):
        yield (f"{clause['id'].text}" if number == 1 else f"{clause['id'].text}.{number}"), duty


def part_of(duty: Node) -> type[Duty]:
    """The pattern that a duty says; what all patterns share, where it says none that there is."""
    return OCCASION_OF.get(duty["pattern"].text or "", Duty)


def can_be_late(duty: Node) -> bool:
    """What is measured has its time from the occasion; but a number that is kept has a time within which."""
    part = part_of(duty)
    return part.is_dated and (part.is_dated_though_measured or not duty["measure"].stated)


def names(nodes: Iterable[Node]) -> dict[str, None]:
    """The texts among them, each once, in their order; a dict, since it is quickly asked what is in it."""
    return {node.text: None for node in nodes if node.text is not None}


def conditions(duty: Node) -> Iterator[Node]:
    """The conditions of a duty and of its exemptions."""
    yield from (duty["if"], *duty.each("exemption", "if"))


def conditions_naming(what: str) -> tuple[tuple[str, ...], ...]:
    """Where in a duty its conditions name an ``evidence``, a ``role`` or a ``meeting_kind``: the ways to these keys."""
    keys = [part.key for part in CONDITIONS if part.names == what]
    return tuple((*way, key) for way in (("if",), ("exemption", "if")) for key in keys)


def leaves(node: Node) -> Iterator[Node]:
    """What stands there; of a list, what stands in it."""
    if isinstance(node.value, list):
        for index, value in enumerate(node.value):
            yield from leaves(Node((*node.path, index), value))
    else:
        yield node


def evidence_in(duty: Node) -> Iterator[tuple[Node, Node]]:
    """Each evidence of a duty, the other one included, with the table that states it: the duty itself, or a step."""
    for table in (duty, *duty.each("step")):
        for evidence in (*table.each("evidence"), *table.each("or_evidence")):
            yield table, evidence


def rules_of(table: Node) -> Iterator[Node]:
    """The due rules that a duty, a step or an assumption states, those inside others and of exemptions included."""
    exempt = (rule for key in ("due", "at_the_latest") for rule in table.each("exemption", key))
    for rule in (table["due"], table["not_before"], table["waived_at_the_latest"], *exempt):
        if rule.value is not None:
            yield rule
            yield from rule.each("of")


def twice(nodes: Iterable[Node]) -> Iterator[Fault]:
    """A fault for each text or number that came before."""
    seen: set[str | int] = set()
    for node in nodes:
        if isinstance(node.value, str | int):
            if node.value in seen:
                yield Fault(node.path, _("{name} stands here for the second time").format(name=shown(node.value)))
            seen.add(node.value)


def unknown(node: Node, known: Collection[str], others: Mapping[str, str] | None = None) -> Iterator[Fault]:
    """A fault if the text that stands there names nothing known; ``others`` are names that cannot stand there, each
    with the heading under which it stands."""
    if node.text is None or node.text in known:
        return
    if heading := (others or {}).get(node.text):
        problem = _("{name} is the key of {heading}, which cannot stand here")
        yield not_among(node.path, problem.format(name=shown(node.text), heading=heading), "", list(known))
    else:
        problem = _("nothing here has the name {name}").format(name=shown(node.text))
        yield not_among(node.path, problem, node.text, list(known))
