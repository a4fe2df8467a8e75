"""What is measured, and by which number."""

from collections.abc import Iterator

from governance.duties.checks.common import duties, names
from governance.duties.events import EVENTS
from governance.mandate.tree import Fault, Node, shown
from governance.text import _

__all__ = ["CHECKS"]

_NEEDS = {
    "meetings": ("at_least", "at_most"),
    "holders": ("at_least", "at_most"),
    "members": ("at_least", "at_most"),
    "terms": ("at_most", "years"),
    "eligible": ("sides", "members", "roles"),
}
"""By measure: the keys of which it has one or more."""

_APPOINTMENTS = tuple(word for word, kind in EVENTS.items() if kind.begins_a_term)
_OF_APPOINTMENTS = ("eligible", "separate", "terms", "rotation")


def measures_say_how_much(root: Node) -> Iterator[Fault]:
    for duty in duties(root):
        measure = duty["measure"]
        needs = _NEEDS.get(measure["of"].text or "", ())
        if needs and not any(measure[key].stated for key in needs):
            yield Fault(
                measure.path, _("does not say what must hold"), _("one of {keys}").format(keys=", ".join(needs))
            )


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
        if duty["pattern"].text != "each_event":
            continue
        of, event = duty["measure"]["of"].text, duty["event"]
        if of in _OF_APPOINTMENTS and event.text not in (None, *_APPOINTMENTS):
            problem = _("the measure {of} looks at who is appointed").format(of=shown(of))
            yield Fault(event.path, problem, ", ".join(_APPOINTMENTS))


def each_is_said_of_several(root: Node) -> Iterator[Fault]:
    for duty in duties(root):
        measure = duty["measure"]
        if measure["of"].text == "present" and measure["each"].stated and not measure["among"].stated:
            yield Fault(measure["each"].path, _("each of which? Nothing is named"), _("among, with roles or sides"))


def shares_are_of_something(root: Node) -> Iterator[Fault]:
    """All who hold a role are all of its holders, so a part of them has to be told apart by something."""
    apart = {"holders": ("among", "side"), "members": ("side",)}
    for duty in duties(root):
        measure = duty["measure"]
        keys = apart.get(measure["of"].text or "", ())
        for bound in (measure["at_least"], measure["at_most"]):
            if keys and isinstance(bound.value, dict) and not any(measure[key].stated for key in keys):
                allowed = _("one of {keys}").format(keys=", ".join(keys))
                yield Fault(bound.path, _("a part of what? Nothing says who is counted of whom"), allowed)


def attendance_is_that_of_each(root: Node) -> Iterator[Fault]:
    """It is told of persons and of members, and counted at the end of the period."""
    able = dict.fromkeys(("members",)) | names(root.each("role", "key"))
    for duty in duties(root):
        if duty["measure"]["of"].text != "attendance":
            continue
        if duty["by_each"].value is not True:
            yield Fault(duty["by_each"].path, _("each attends by itself, so it is owed by each"), "by_each = true")
        if duty["holder"].text is not None and duty["holder"].text not in able:
            problem = _("whether {name} attends is not told: that is told of persons and of members")
            yield Fault(duty["holder"].path, problem.format(name=shown(duty["holder"].text)), ", ".join(able))
        for due in (duty["due"], *duty.each("exemption", "due")):
            if due.value is not None:
                yield Fault(due.path, _("attendance is counted at the end of the period, so nothing is due before"))


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
    measures_say_how_much,
    the_least_is_no_more_than_the_most,
    measures_of_appointments_have_some,
    each_is_said_of_several,
    shares_are_of_something,
    attendance_is_that_of_each,
    kinds_count_or_are_unclear,
)
