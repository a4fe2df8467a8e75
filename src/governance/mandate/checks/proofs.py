"""What shows that a duty was done: one evidence, one measure, or steps, and what is said beside it."""

from collections.abc import Iterator

from governance.mandate.checks.common import duties, evidence_in, is_told, names
from governance.mandate.occasions import ROLE_EVENTS, WITH_BY
from governance.mandate.patterns import EVENTS
from governance.mandate.tree import Fault, Node, shown
from governance.text import N_, _

__all__ = ["CHECKS"]

_WAYS = {
    "each_meeting": ("evidence", "measure", "step"),
    "each_period": ("evidence", "measure", "step"),
    "each_event": ("evidence", "measure", "step"),
    "each_year": ("evidence", "step"),
    "standing": ("evidence", "step"),
    "each_item": ("evidence", "step"),
}
_SHOWS_ITSELF = ("each_item",)
"""Where nothing needs to be named: that an item went to somebody shows it."""

"""By pattern: the keys of which a duty has exactly one."""

_BESIDE = {
    "step": (
        ("signed_by", "at_least", "in_order", "due", "not_before"),
        N_("the duty has steps, and each of them says this for itself"),
    ),
    "measure": (
        ("signed_by", "at_least", "in_order", "not_before"),
        N_("this speaks of evidence, and the duty is measured"),
    ),
}  # fmt: skip


def each_duty_has_one_proof(root: Node) -> Iterator[Fault]:
    for duty in duties(root):
        ways = _WAYS.get(duty["pattern"].text or "", ())
        allowed = _("exactly one of {keys}").format(keys=", ".join(ways))
        told = [key for key in ways if is_told(duty[key])]
        if ways and not told and duty["pattern"].text not in _SHOWS_ITSELF:
            yield Fault(duty["evidence"].path, _("is missing: nothing says what shows that it was done"), allowed)
        for key in told[1:]:
            problem = _("stands beside {key}, and only one can show that it was done").format(key=told[0])
            yield Fault(duty[key].path, problem, allowed)


def what_stands_beside_it_belongs_to_it(root: Node) -> Iterator[Fault]:
    for duty in duties(root):
        for way, (keys, problem) in _BESIDE.items():
            if is_told(duty[way]):
                for key in keys:
                    if is_told(duty[key]):
                        yield Fault(duty[key].path, _(problem))


def evidence_says_by_whom(root: Node) -> Iterator[Fault]:
    acting = dict.fromkeys(WITH_BY) | names(root.each("act", "key"))
    signing = {word: None for word in acting if word not in ROLE_EVENTS}
    for duty in duties(root):
        for table, evidence in evidence_in(duty):
            signed = is_told(table["signed_by"])
            able = signing if signed else acting
            if evidence.text is None or evidence.text in able or not (signed or duty["by_each"].value is True):
                continue
            if signed:
                problem = _("{word} is recorded without saying by whom, so nobody can have signed it")
                path = table["signed_by"].path
            else:
                problem = _("{word} is recorded without saying by whom, so it cannot be owed by each")
                path = duty["by_each"].path
            yield Fault(path, problem.format(word=shown(evidence.text)), ", ".join(able))


def roles_are_those_of_an_event(root: Node) -> Iterator[Fault]:
    for duty in duties(root):
        event = duty["event"].text
        if event in EVENTS and event not in ROLE_EVENTS and is_told(duty["roles"]):
            problem = _("the event {word} is not about a role").format(word=shown(event))
            yield Fault(duty["roles"].path, problem, f"event = {' | '.join(ROLE_EVENTS)}")


CHECKS = (
    each_duty_has_one_proof,
    what_stands_beside_it_belongs_to_it,
    evidence_says_by_whom,
    roles_are_those_of_an_event,
)
