"""What is measured, and by which number."""

from collections.abc import Iterator

from governance.duties.checks.common import duties, names, part_of
from governance.duties.events import EVENTS
from governance.duties.measures import MEASURE_OF, Measure
from governance.mandate.tree import Fault, Node, shown
from governance.text import _

__all__ = ["CHECKS"]

_APPOINTMENTS = tuple(word for word, kind in EVENTS.items() if kind.begins_a_term)


def measures_do_not_contradict_themselves(root: Node) -> Iterator[Fault]:
    roles = names(root.each("role", "key"))
    for duty in duties(root):
        if part := MEASURE_OF.get(duty["measure"]["of"].text or ""):
            yield from part.faults(duty["measure"], duty, roles)


def the_least_is_no_more_than_the_most(root: Node) -> Iterator[Fault]:
    for duty in duties(root):
        measure = duty["measure"]
        for low, high in (
            (measure["at_least"], measure["at_most"]),
            *((share["at_least"], share["at_most"]) for share in (measure["at_least"], measure["at_most"])),
        ):
            yield from high.less_than(low)


def measures_of_appointments_have_some(root: Node) -> Iterator[Fault]:
    for duty in duties(root):
        of, event = duty["measure"]["of"].text, duty["event"]
        looks_at_one = MEASURE_OF.get(of or "", Measure).of_appointments and part_of(duty).of_events
        if looks_at_one and event.text not in (None, *_APPOINTMENTS):
            problem = _("the measure {of} looks at who is appointed").format(of=shown(of))
            yield Fault(event.path, problem, ", ".join(_APPOINTMENTS))


def kinds_count_or_are_unclear(root: Node) -> Iterator[Fault]:
    for duty in duties(root):
        for table in (duty, duty["measure"]):
            counting, unclear = names(table.each("kinds")), list(table.each("unclear_kinds"))
            for node in unclear:
                if node.text in counting:
                    yield Fault(node.path, _("{name} counts for certain, by kinds").format(name=shown(node.text)))
            if unclear and not counting:
                problem = _("without kinds every meeting counts, so none is unclear")
                yield Fault(table["unclear_kinds"].path, problem, _("kinds, with those that count"))


CHECKS = (
    measures_do_not_contradict_themselves,
    the_least_is_no_more_than_the_most,
    measures_of_appointments_have_some,
    kinds_count_or_are_unclear,
)
