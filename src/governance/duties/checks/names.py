"""Keys that stand there twice, and names that name nothing."""

from collections.abc import Iterator

from governance.duties.checks.common import PARTIES, conditions_naming, duties, leaves, names, twice, unknown
from governance.duties.measures import MEASURE_OF, MEASURES, Measure
from governance.mandate.frame import RESERVED
from governance.mandate.tree import Fault, Node, shown
from governance.text import _

__all__ = ["CHECKS"]

_NAMED = {
    "party": (
        ("holder",), ("counterparty",), ("waived_by",), ("escalates_to",), ("step", "holder"), ("step", "counterparty"),
    ),
    "role": (
        ("roles",), ("signed_by",), ("deputies",), ("step", "signed_by"), *conditions_naming("role"),
    ),
    "meeting_kind": (("kinds",), ("unclear_kinds",), *conditions_naming("meeting_kind")),
}  # fmt: skip
"""In a duty: where the names of what stand."""

_OF_MEASURES = {
    key: kind
    for part in MEASURES
    for key, kind in part.named.items()
    if all(other.named.get(key, kind) == kind for other in MEASURES)
}
"""In whatever measure: what the names under a key name, where that is the same in all that have it."""

_LISTS = (
    ("counterparty",), ("kinds",), ("unclear_kinds",), ("silent_on",), ("waived_by",), ("roles",), ("signed_by",),
    ("deputies",), ("months",), ("or_evidence",),
    *(("measure", key) for key in dict.fromkeys(key for part in MEASURES for key in part.named)),
    *(way for what in ("meeting_kind", "evidence") for way in conditions_naming(what) if way[0] == "if"),
)  # fmt: skip
"""In a duty: the lists in which everything stands once."""


def keys_are_unique(root: Node) -> Iterator[Fault]:
    yield from twice(node for kind in (*PARTIES, "side") for node in root.each(kind, "key"))
    for heading, key in (("goal", "id"), ("meeting_kind", "key"), ("act", "key"), ("clause", "id")):
        yield from twice(root.each(heading, key))
    yield from twice(root.each("assignment", "key"))
    yield from twice(root.each("assumption", "id"))
    for assignment in root.each("assignment"):
        yield from twice(assignment.each("report", "key"))
    for duty in duties(root):
        yield from twice(duty.each("step", "key"))


def lists_name_nothing_twice(root: Node) -> Iterator[Fault]:
    for duty in duties(root):
        for keys in _LISTS:
            yield from twice(duty.each(*keys))
        yield from twice(duty.each("evidence"))
        for one_of in duty.each("measure", "including"):
            yield from twice(leaves(one_of))
        for step in duty.each("step"):
            yield from twice(step.each("counterparty"))
            yield from twice(step.each("signed_by"))
        for place in (*duty.each("signed_by"), *duty.each("step", "signed_by")):
            yield from twice(leaves(place))
    for side in root.each("side"):
        yield from twice(side.each("members"))
        yield from twice(side.each("roles"))
    for assignment in root.each("assignment"):
        yield from twice(assignment.each("goals"))


def keys_are_not_reserved(root: Node) -> Iterator[Fault]:
    for kind in (*PARTIES, "side"):
        for key in root.each(kind, "key"):
            if key.text in RESERVED:
                problem = _("{name} has a meaning of its own in every mandate; choose another key")
                yield Fault(key.path, problem.format(name=shown(key.text)))


def duties_name_what_there_is(root: Node) -> Iterator[Fault]:
    known = {kind: names(root.each(kind, "key")) for kind in ("role", "side", "member", "meeting_kind")}
    known["party"] = dict.fromkeys(RESERVED) | names(node for kind in PARTIES for node in root.each(kind, "key"))
    known["group"] = known["role"] | known["side"]
    headings = (*(kind for kind in PARTIES if kind != "principal"), "side", "meeting_kind", "act")
    others = {key: f"[[{heading}]]" for heading in headings for key in names(root.each(heading, "key"))}
    others |= dict.fromkeys(names(root.each("principal", "key")), "[principal]")
    for duty in duties(root):
        for kind, places in _NAMED.items():
            for keys in places:
                for node in (leaf for entry in duty.each(*keys) for leaf in leaves(entry)):
                    yield from unknown(node, known[kind], others)
        part = MEASURE_OF.get(duty["measure"]["of"].text or "", Measure)
        for key, kind in (_OF_MEASURES | part.named).items():
            for node in (leaf for entry in duty["measure"].each(key) for leaf in leaves(entry)):
                yield from unknown(node, known[kind], others)


def sides_name_what_there_is(root: Node) -> Iterator[Fault]:
    members, roles = names(root.each("member", "key")), names(root.each("role", "key"))
    for side in root.each("side"):
        for node in side.each("members"):
            yield from unknown(node, members)
        for node in side.each("roles"):
            yield from unknown(node, roles)


def goals_are_known(root: Node) -> Iterator[Fault]:
    known = names(root.each("goal", "id"))
    for node in root.each("assignment", "goals"):
        yield from unknown(node, known)


def clauses_are_known(root: Node) -> Iterator[Fault]:
    known = names(root.each("clause", "id"))
    for node in (*root.each("assignment", "clause"), *root.each("assumption", "clause")):
        yield from unknown(node, known)


def the_registry_has_an_address(root: Node) -> Iterator[Fault]:
    if root["network"]["registry_address"].value is None:
        for duty in duties(root):
            steps = (*duty.each("step", "holder"), *duty.each("step", "counterparty"))
            for node in (duty["holder"], *duty.each("counterparty"), *steps):
                if node.text == "registry":
                    yield Fault(node.path, _("the network has no registry address"), "network.registry_address")


def duties_have_ids_of_their_own(root: Node) -> Iterator[Fault]:
    """A clause's second duty is cited as ``clause.2``, so no other clause may have that name."""
    clauses = set(names(root.each("clause", "id")))
    for clause in root.each("clause"):
        for number, duty in enumerate(clause.each("duty"), 1):
            name = f"{clause['id'].text}.{number}"
            if number > 1 and name in clauses:
                yield Fault(duty.path, _("is cited as {name}, which is another clause").format(name=shown(name)))


CHECKS = (
    keys_are_unique,
    lists_name_nothing_twice,
    keys_are_not_reserved,
    duties_name_what_there_is,
    sides_name_what_there_is,
    goals_are_known,
    clauses_are_known,
    the_registry_has_an_address,
    duties_have_ids_of_their_own,
)
