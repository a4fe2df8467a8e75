"""What is wrong with a mandate file between its parts: names that name nothing, and statements that contradict.

Each check looks at one thing. It takes the values as they are, so that it also speaks when other parts of the file
are wrong in themselves.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from governance.mandate.language import RESERVED
from governance.mandate.patterns import DUE_PATTERNS
from governance.mandate.tree import Fault, Node, not_among, shown
from governance.text import _

__all__ = ["contradictions"]

_PARTIES = ("principal", "member", "organisation", "role")


def contradictions(file: object) -> Iterator[Fault]:
    """Everything that the checks find in the values of a file."""
    root = Node((), file)
    for check in CHECKS:
        yield from check(root)


def _names(nodes: Iterable[Node]) -> list[str]:
    return [node.text for node in nodes if node.text is not None]


def _duties(root: Node) -> Iterator[Node]:
    return root.each("clause", "duty")


def _patterns(clause: Node) -> list[str]:
    return _names(clause.each("duty", "pattern"))


def _twice(nodes: Iterable[Node]) -> Iterator[Fault]:
    seen: set[str] = set()
    for node in nodes:
        if node.text in seen:
            yield Fault(node.path, _("{name} stands here for the second time").format(name=shown(node.text)))
        if node.text is not None:
            seen.add(node.text)


def _unknown(node: Node, known: list[str]) -> Iterator[Fault]:
    if node.text is not None and node.text not in known:
        yield not_among(
            node.path, _("nothing here has the name {name}").format(name=shown(node.text)), node.text, known
        )


# The checks --------------------------------------------------------------------------------------------------


def keys_are_unique(root: Node) -> Iterator[Fault]:
    yield from _twice(node for kind in _PARTIES for node in root.each(kind, "key"))
    yield from _twice(root.each("goal", "id"))
    yield from _twice(root.each("meeting_kind", "key"))
    yield from _twice(root.each("clause", "id"))
    yield from _twice(root.each("assignment", "key"))
    yield from _twice(root.each("assumption", "id"))
    for assignment in root.each("assignment"):
        yield from _twice(assignment.each("report", "key"))


def lists_name_nothing_twice(root: Node) -> Iterator[Fault]:
    for duty in _duties(root):
        for key in ("counterparty", "kinds", "unclear_kinds", "silent_on"):
            yield from _twice(duty.each(key))
    for assignment in root.each("assignment"):
        yield from _twice(assignment.each("goals"))


def keys_are_not_reserved(root: Node) -> Iterator[Fault]:
    for kind in _PARTIES:
        for key in root.each(kind, "key"):
            if key.text in RESERVED:
                problem = _("{name} has a meaning of its own in every mandate; choose another key")
                yield Fault(key.path, problem.format(name=shown(key.text)))


def parties_are_known(root: Node) -> Iterator[Fault]:
    known = [*RESERVED, *(name for kind in _PARTIES for name in _names(root.each(kind, "key")))]
    for duty in _duties(root):
        for node in (duty["holder"], *duty.each("counterparty")):
            yield from _unknown(node, known)


def kinds_are_known(root: Node) -> Iterator[Fault]:
    known = _names(root.each("meeting_kind", "key"))
    for duty in _duties(root):
        for node in (*duty.each("kinds"), *duty.each("unclear_kinds")):
            yield from _unknown(node, known)


def goals_are_known(root: Node) -> Iterator[Fault]:
    known = _names(root.each("goal", "id"))
    for node in root.each("assignment", "goals"):
        yield from _unknown(node, known)


def clauses_are_known(root: Node) -> Iterator[Fault]:
    known = _names(root.each("clause", "id"))
    for node in (*root.each("assignment", "clause"), *root.each("assumption", "clause")):
        yield from _unknown(node, known)


def derived_roles_say_from_what(root: Node) -> Iterator[Fault]:
    for role in root.each("role"):
        held_by, source = role["held_by"].text, role["derived_from"]
        if held_by == "derived" and source.value is None:
            yield Fault(source.path, _("is missing: the role is derived"), "meeting.host")
        if held_by in ("person", "persons", "organisation") and source.value is not None:
            yield Fault(source.path, _("the role is not derived from anything"), 'held_by = "derived"')


def assignments_ask_for_reports(root: Node) -> Iterator[Fault]:
    """An assignment's reports are owed by the ``report`` duty of its clause."""
    reporting = {c["id"].text for c in root.each("clause") if "report" in _patterns(c)}
    known = _names(root.each("clause", "id"))
    for assignment in root.each("assignment"):
        clause = assignment["clause"]
        if clause.text in known and clause.text not in reporting:
            problem = _("the clause {name} has no duty to report").format(name=shown(clause.text))
            yield Fault(clause.path, problem, _("a clause with a duty of the pattern report"))
        if not any(True for _report in assignment.each("report")):
            problem = _("is missing: without a report nothing could ever show that the assignment was done")
            yield Fault(
                assignment["report"].path, problem, _("a heading [[{name}]] for each").format(name="assignment.report")
            )


def time_runs_forwards(root: Node) -> Iterator[Fault]:
    begins, ends = (_day(root["in_force"][key]) for key in ("from", "to"))
    if begins and ends and ends < begins:
        yield Fault(
            ("in_force", "to"),
            _("{day} lies before the first day").format(day=ends),
            _("{day} or later").format(day=begins),
        )


def _day(node: Node) -> date | None:
    try:
        return date.fromisoformat(node.text or "")
    except ValueError:
        return None


def kinds_count_or_are_unclear(root: Node) -> Iterator[Fault]:
    for duty in _duties(root):
        counting, unclear = _names(duty.each("kinds")), list(duty.each("unclear_kinds"))
        for node in unclear:
            if node.text in counting:
                yield Fault(node.path, _("{name} counts for certain, by kinds").format(name=shown(node.text)))
        if unclear and not counting:
            problem = _("without kinds every meeting counts, so none is unclear")
            yield Fault(duty["unclear_kinds"].path, problem, _("kinds, with those that count"))


def the_registry_has_an_address(root: Node) -> Iterator[Fault]:
    if root["network"]["registry_address"].value is None:
        for duty in _duties(root):
            for node in (duty["holder"], *duty.each("counterparty")):
                if node.text == "registry":
                    yield Fault(node.path, _("the network has no registry address"), "network.registry_address")


def assumptions_fill_silences(root: Node) -> Iterator[Fault]:
    yield from _twice(root.each("assumption", "clause"))
    clauses = {clause["id"].text: clause for clause in root.each("clause")}
    for node in root.each("assumption", "clause"):
        if clause := clauses.get(node.text):
            able = [duty for duty in clause.each("duty") if duty["pattern"].text in DUE_PATTERNS]
            allowed = _("a clause with a duty of the pattern {patterns}").format(patterns=", ".join(DUE_PATTERNS))
            if not able:
                problem = _("no duty of the clause {name} can have a due date assumed")
                yield Fault(node.path, problem.format(name=shown(node.text)), allowed)
            elif all(duty["due"].value is not None for duty in able):
                problem = _("the clause {name} states itself when it is due").format(name=shown(node.text))
                yield Fault(node.path, problem, _("a clause that does not"))


def duties_have_ids_of_their_own(root: Node) -> Iterator[Fault]:
    """A clause's second duty is cited as ``clause.2``, so no other clause may have that name."""
    clauses = set(_names(root.each("clause", "id")))
    for clause in root.each("clause"):
        for number, duty in enumerate(clause.each("duty"), 1):
            name = f"{clause['id'].text}.{number}"
            if number > 1 and name in clauses:
                yield Fault(duty.path, _("is cited as {name}, which is another clause").format(name=shown(name)))


CHECKS: tuple[Callable[[Node], Iterator[Fault]], ...] = (
    keys_are_unique,
    lists_name_nothing_twice,
    keys_are_not_reserved,
    parties_are_known,
    kinds_are_known,
    goals_are_known,
    clauses_are_known,
    derived_roles_say_from_what,
    assignments_ask_for_reports,
    time_runs_forwards,
    kinds_count_or_are_unclear,
    the_registry_has_an_address,
    assumptions_fill_silences,
    duties_have_ids_of_their_own,
)
