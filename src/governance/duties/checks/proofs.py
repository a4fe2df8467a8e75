"""What shows that a duty was done: one evidence, one measure, or steps, and what is said beside it."""

from collections.abc import Iterator

from governance.duties.checks.common import conditions_naming, duties, evidence_in, names, part_of, rules_of
from governance.duties.events import EVENTS, event_called
from governance.duties.evidence import EVIDENCE
from governance.mandate.tree import Fault, Node, shown
from governance.text import N_, _

__all__ = ["CHECKS"]

_BESIDE = {
    "step": (
        ("or_evidence", "signed_by", "at_least", "in_order", "due", "not_before"),
        N_("the duty has steps, and each of them says this for itself"),
    ),
    "measure": (
        ("or_evidence", "signed_by", "at_least", "in_order", "not_before"),
        N_("this speaks of evidence, and the duty is measured"),
    ),
}  # fmt: skip


def each_duty_has_one_proof(root: Node) -> Iterator[Fault]:
    for duty in duties(root):
        part = part_of(duty)
        ways = part.proofs
        allowed = _("exactly one of {keys}").format(keys=", ".join(ways))
        told = [key for key in ways if duty[key].stated]
        if ways and not told and not part.own_evidence:
            yield Fault(duty["evidence"].path, _("is missing: nothing says what shows that it was done"), allowed)
        for key in told[1:]:
            problem = _("stands beside {key}, and only one can show that it was done").format(key=told[0])
            yield Fault(duty[key].path, problem, allowed)


def what_stands_beside_it_belongs_to_it(root: Node) -> Iterator[Fault]:
    for duty in duties(root):
        for way, (keys, problem) in _BESIDE.items():
            if duty[way].stated:
                for key in keys:
                    if duty[key].stated:
                        yield Fault(duty[key].path, _(problem))


def evidence_says_by_whom(root: Node) -> Iterator[Fault]:
    acts = names(root.each("act", "key"))
    acting = dict.fromkeys(word for word, kind in EVIDENCE.items() if kind.by_whom) | acts
    signing = dict.fromkeys(word for word, kind in EVIDENCE.items() if kind.signed) | acts
    for duty in duties(root):
        for table, evidence in evidence_in(duty):
            signed = table["signed_by"].stated
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


def either_of_several_signs(root: Node) -> Iterator[Fault]:
    for duty in duties(root):
        for place in (*duty.each("signed_by"), *duty.each("step", "signed_by")):
            if isinstance(place.value, list) and len(place.value) == 1:  # an empty one is told already
                problem = _("a list in this list names roles of which one is enough, so it has two or more")
                yield Fault(place.path, problem, _("the key of a role, or a list of roles of which one is enough"))


def other_evidence_is_another(root: Node) -> Iterator[Fault]:
    for duty in duties(root):
        shows = duty["evidence"].text or part_of(duty).own_evidence
        for other in duty.each("or_evidence"):
            if other.text is not None and other.text == shows:
                problem = _("{word} is the evidence already").format(word=shown(other.text))
                yield Fault(other.path, problem, _("another fact that shows it as well"))


_ASKED = conditions_naming("evidence")
_OF_MEETINGS = tuple(word for word, kind in EVIDENCE.items() if "meeting" in kind.on)
_BESIDE_MEETINGS = ("next_meeting", "previous_meeting")


def _recorded(duty: Node) -> dict[str, None]:
    """What is looked for on the occasions of a duty: its evidence, and what its conditions ask for."""
    asked = (node for keys in _ASKED for node in duty.each(*keys))
    return names((*(evidence for _table, evidence in evidence_in(duty)), *asked))


def kinds_are_those_of_meetings(root: Node) -> Iterator[Fault]:
    """What they narrow is evidence of meetings or, for an event, the next or the previous meeting."""
    for clause in root.each("clause"):
        assumed = [a for a in root.each("assumption") if a["clause"].text == clause["id"].text]
        for duty in clause.each("duty"):
            part = part_of(duty)
            if not part.narrows_evidence or not duty["kinds"].stated or _recorded(duty).keys() & {*_OF_MEETINGS}:
                continue
            tables = (duty, *duty.each("step"), *assumed)
            days = names(rule["from"] for table in tables for rule in rules_of(table))
            missed = event_called(duty["event"].text or "").of_meetings
            if part.of_events and (missed or days.keys() & {*_BESIDE_MEETINGS}):
                continue
            if duty["measure"].stated:
                yield Fault(duty["kinds"].path, _("what is measured names its kinds itself"), "measure = { kinds = … }")
            else:
                problem = _("the evidence is of no meeting, so there are no kinds to choose from")
                able = (word for word in _OF_MEETINGS if EVIDENCE[word].holds != "next")
                yield Fault(duty["kinds"].path, problem, f"evidence = {' | '.join(able)}")


def roles_are_those_of_the_evidence(root: Node) -> Iterator[Fault]:
    for duty in duties(root):
        told = part_of(duty).roles_of_evidence and duty["roles"].stated
        able = [word for word, kind in EVIDENCE.items() if kind.about_a_role]
        if told and not _recorded(duty).keys() & {*able}:
            problem = _("the evidence is not about a role")
            yield Fault(duty["roles"].path, problem, f"evidence = {' | '.join(able)}")


def roles_are_those_of_an_event(root: Node) -> Iterator[Fault]:
    words = dict.fromkeys(EVENTS) | names(root.each("act", "key"))
    able = [word for word, kind in EVENTS.items() if kind.of_roles]
    for duty in duties(root):
        event = duty["event"].text
        if event in words and event not in able and duty["roles"].stated:
            problem = _("the event {word} is not about a role").format(word=shown(event))
            yield Fault(duty["roles"].path, problem, f"event = {' | '.join(able)}")


def own_keys_stand_beside_their_event(root: Node) -> Iterator[Fault]:
    for duty in duties(root):
        others = (kind for word, kind in EVENTS.items() if word != duty["event"].text)
        for other in others if part_of(duty).of_events else ():
            for key, problem in other.own_keys.items():
                if duty[key].stated:
                    yield Fault(duty[key].path, _(problem), f"event = {other.word}")


CHECKS = (
    each_duty_has_one_proof,
    what_stands_beside_it_belongs_to_it,
    evidence_says_by_whom,
    either_of_several_signs,
    other_evidence_is_another,
    kinds_are_those_of_meetings,
    roles_are_those_of_the_evidence,
    roles_are_those_of_an_event,
    own_keys_stand_beside_their_event,
)
