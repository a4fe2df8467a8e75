"""Derived roles."""

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from governance.duties.checks.common import names, unknown
from governance.mandate.tree import Fault, Node, shown
from governance.text import _

__all__ = ["CHECKS"]

_OF_A_MEETING = ("meeting.host", "meeting.leader")


def derived_roles_say_from_what(root: Node) -> Iterator[Fault]:
    known = dict.fromkeys(_OF_A_MEETING) | names(root.each("role", "key"))
    for role in root.each("role"):
        held_by, source = role["held_by"].text, role["derived_from"]
        if held_by == "derived" and source.value is None:
            yield Fault(source.path, _("is missing: the role is derived"), ", ".join((*_OF_A_MEETING, _("a role"))))
        if held_by in ("person", "persons", "organisation") and source.value is not None:
            yield Fault(source.path, _("the role is not derived from anything"), 'held_by = "derived"')
        yield from unknown(source, known)


def roles_do_not_derive_in_a_circle(root: Node) -> Iterator[Fault]:
    """Only the first circle is told: when it is mended the others show."""
    sources = {role["key"].text: role["derived_from"] for role in root.each("role")}
    graph = {key: [source.text] for key, source in sources.items() if source.text in sources}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle = error.args[1]
        problem = _("in the end the role is derived from itself: {circle}")
        first = next(key for key in sources if key in circle)
        way = " → ".join(map(shown, _from(first, sources)))
        yield Fault(sources[first].path, problem.format(circle=way), ", ".join((*_OF_A_MEETING, _("another role"))))


def _from(first: str | None, sources: dict[str | None, Node]) -> Iterator[str | None]:
    yield first
    key = sources[first].text
    while key != first:
        yield key
        key = sources[key].text
    yield first


CHECKS = (derived_roles_say_from_what, roles_do_not_derive_in_a_circle)
