"""Random small mandates over the whole language: each part in the company of every other.

What does not go together is thrown away by ``read_mandate`` itself, so nothing here knows what that is.
"""

from collections.abc import Callable
from functools import partial
from random import Random
from typing import Any

from hypothesis import strategies as st

from governance.duties.events import EVENTS
from governance.duties.occasions import evidence_of
from governance.duties.reading import read_mandate
from governance.errors import MandateInvalid
from tests.kit.mandates import ASSIGNMENT, REPORTS, clause, small
from tests.kit.story import ACTS, SIDES
from tests.kit.wild_rules import ACT_KEYS, due, kinds, length, maybe, so_long

__all__ = ["mandates", "wild_mandate", "wild_versions"]

Duty = dict[str, Any]

OF_MEETINGS, OTHERWISE = evidence_of("each_meeting"), evidence_of("standing")
OF_ROLES = tuple(word for word, kind in EVENTS.items() if kind.of_roles)

AMENDED = ("2021-03-01", "2021-04-15", "2021-07-01", "2021-10-31", "2022-01-01")
ROLES = ("chair", "board", "office")
HOLDERS = (*ROLES, "network", "members", "secretary")
WORKING = (
    "",
    '[working_days]\ncountry = "SE"\n',
    '[working_days]\ncountry = "GB"\nregion = "ENG"\nclosed = [2021-06-30]\n',
    '[working_days]\nclosed_each_year = ["12-31", "03-31"]\nweekend = ["sunday"]\n',
)


def mandates() -> st.SearchStrategy[tuple[str, ...]]:
    """Mandate files with one to six duties; now and then a second version of the same, or a third."""
    return st.randoms(use_true_random=False).map(wild_versions)


def wild_mandate(rng: Random) -> str:
    return wild_versions(rng)[0]


def wild_versions(rng: Random) -> tuple[str, ...]:
    """A mandate, and its amendments by their first days: other numbers that are kept, due rules and working days."""
    begins = rng.choice(("2021-01-01", "2021-01-01", "2021-01-31", "2021-03-28", "2020-02-29"))
    ends = rng.choice((None, None, None, "2021-12-31", "2022-02-28"))
    head = (ACTS, SIDES, rng.choice(WORKING))
    about: tuple[str, ...] = (REPORTS, ASSIGNMENT) if rng.random() < 0.3 else ()
    stated: dict[str, Duty] = {}
    for number in range(1, rng.randint(1, 5) + 1):
        _state(stated, f"D{number}", partial(wild_duty, rng), (*head, *about))
    found = [small(*head, *about, *_clauses(stated), begins=begins, ends=ends)]
    for since in sorted(rng.sample(AMENDED, rng.choice((0, 0, 1, 1, 2)))):
        head = (ACTS, SIDES, rng.choice((head[2], *WORKING)))
        for name, duty in list(stated.items()):
            _state(stated, name, partial(_otherwise, rng, duty), (*head, *about))
        if begins < since and (ends is None or since < ends):
            version = f"{len(found) + 1}"
            found.append(small(*head, *about, *_clauses(stated), begins=since, ends=ends, version=version))
    return tuple(found)


def _clauses(stated: dict[str, Duty]) -> list[str]:
    return [clause(name, **duty) for name, duty in stated.items()]


def _state(stated: dict[str, Duty], name: str, made: Callable[[], Duty], others: tuple[str, ...]) -> None:
    """Enter a duty that goes with the others, if one is made soon."""
    for _attempt in range(30):
        duty = made()
        if _understood(*others, *_clauses(stated | {name: duty})):
            stated[name] = duty
            return


def _otherwise(rng: Random, duty: Duty) -> Duty:
    """What an amendment makes of a duty: most often nothing."""
    changed = dict(duty)
    if duty["pattern"] == "kept" and rng.random() < 0.6:
        number = rng.randint(0, 3)
        changed["measure"] = {**duty["measure"], "at_least": number}
        if "at_most" in duty["measure"]:
            changed["measure"]["at_most"] = number + rng.randint(0, 2)
    if "due" in duty and "exemption" not in duty and rng.random() < 0.6:
        occasion = str(duty.get("event", duty["pattern"]))
        changed["due"] = due(rng, occasion)
    return changed


def _understood(*parts: str) -> bool:
    try:
        read_mandate(small(*parts))
    except MandateInvalid:
        return False
    return True


def wild_duty(rng: Random) -> Duty:
    """One duty of any pattern; most of what it could say is left out."""
    pattern = rng.choices(list(_PATTERNS), [5, 4, 2, 4, 1, 1, 2, 2, 1, 0.3])[0]
    duty = {"pattern": pattern, "holder": rng.choice(HOLDERS), **_PATTERNS[pattern](rng)}
    if rng.random() < 0.3:
        duty["counterparty"] = tuple(rng.sample(("principal", "archive", "registry"), rng.randint(1, 2)))
        maybe(rng, 0.3, duty, "to_each", lambda: True)
    maybe(rng, 0.0 if duty.get("evidence") == "meeting_led" else 0.15, duty, "by_each", lambda: True)
    maybe(rng, 0.15, duty, "if", lambda: condition(rng))
    maybe(rng, 0.1, duty, "waived_by", lambda: (rng.choice(("chair", "principal", "archive")),))
    maybe(rng, 0.1, duty, "waived_at_the_latest", lambda: due(rng, duty.get("event", pattern)))
    maybe(rng, 0.08, duty, "during_first", lambda: length(rng))
    maybe(rng, 0.08, duty, "after_first", lambda: length(rng))
    return duty


# occasions


def _each_meeting(rng: Random) -> Duty:
    duty: Duty = {}
    maybe(rng, 0.4, duty, "kinds", lambda: kinds(rng))
    if rng.random() < 0.25:
        measured = {"measure": quorum(rng) if rng.random() < 0.6 else rotation(rng)}
        return duty | measured | _excused(rng, "each_meeting")
    return duty | deed(rng, "each_meeting", (*OF_MEETINGS, *ACT_KEYS))


def _each_period(rng: Random) -> Duty:
    duty: Duty = {"every": rng.choice(("year", "half_year", "third", "quarter", "two_months", "month", "week"))}
    if duty["every"] != "week":
        maybe(rng, 0.2, duty, "months", lambda: tuple(sorted(rng.sample(range(1, 13), rng.randint(1, 3)))))
        maybe(rng, 0.2, duty, "year_begins", lambda: rng.choice((4, 8, 12)))
    maybe(rng, 0.5, duty, "part_periods", lambda: rng.choice(("owed", "not_owed", "pro_rata")))
    maybe(rng, 0.3, duty, "silent_on", lambda: (rng.choice(("part_years", "part_periods")),))
    if rng.random() < 0.3:
        return duty | {"measure": meetings(rng)} | _excused(rng, "each_period")
    if rng.random() < 0.25:
        attended: Duty = {"of": "attendance", "at_least": rng.randint(1, 3) if rng.random() < 0.3 else share(rng)}
        maybe(rng, 0.4, attended, "kinds", lambda: kinds(rng))
        return duty | {"measure": attended, "by_each": True, "holder": rng.choice(("chair", "board", "members"))}
    return duty | deed(rng, "each_period", (*OTHERWISE, *ACT_KEYS, *ACT_KEYS))


def _each_year(rng: Random) -> Duty:
    return deed(rng, "each_year", (*OTHERWISE, *ACT_KEYS))


def _each_event(rng: Random) -> Duty:
    event = rng.choice((*EVENTS, *OF_ROLES, "role_assigned", "role_assigned", "meetings_missed", *ACT_KEYS))
    duty: Duty = {"event": event}
    if event == "meetings_missed":
        maybe(rng, 0.6, duty, "in_a_row", lambda: 2)
        maybe(rng, 0.4, duty, "without_apology", lambda: True)
        maybe(rng, 0.3, duty, "kinds", lambda: kinds(rng))
    if event in OF_ROLES:
        maybe(rng, 0.5, duty, "roles", lambda: tuple(rng.sample(ROLES, rng.randint(1, 2))))
    if event == "role_assigned" and rng.random() < 0.5:
        return duty | {"measure": appointment(rng)}
    if event == "role_ended" and rng.random() < 0.6:
        return duty | {"evidence": "role_assigned", "due": due(rng, event)}
    return duty | deed(rng, event, (*OTHERWISE, *ACT_KEYS, *ACT_KEYS))


def _quota(rng: Random) -> Duty:
    duty: Duty = {"at_least": rng.randint(1, 4)}
    if rng.random() < 0.5:
        duty["kinds"] = ("plain",)
        maybe(rng, 0.5, duty, "unclear_kinds", lambda: ("other",))
    maybe(rng, 0.3, duty, "silent_on", lambda: ("part_years",))
    return duty


def _standing(rng: Random) -> Duty:
    return deed(rng, "standing", (*OTHERWISE, *ACT_KEYS))


def _kept(rng: Random) -> Duty:
    measure: Duty = {"of": "members"} if rng.random() < 0.4 else {"of": "holders", "role": rng.choice(ROLES)}
    at_least = rng.randint(0, 3)
    maybe(rng, 0.8, measure, "at_least", lambda: share(rng) if rng.random() < 0.3 else at_least)
    if "at_least" not in measure or rng.random() < 0.3:
        measure["at_most"] = share(rng) if rng.random() < 0.3 else at_least + rng.randint(0, 2)
    maybe(rng, 0.4, measure, "side", lambda: rng.choice(("staff", "owner")))
    if measure["of"] == "holders":
        maybe(rng, 0.4, measure, "among", lambda: tuple(rng.sample(ROLES, rng.randint(1, 2))))
    duty: Duty = {"measure": measure}
    maybe(rng, 0.6, duty, "due", lambda: due(rng, "kept"))
    return duty


def _each_item(rng: Random) -> Duty:
    duty = {"open_after": rng.randint(1, 2), "escalates_to": rng.choice(("principal", "chair"))}
    maybe(rng, 0.3, duty, "kinds", lambda: kinds(rng))
    maybe(rng, 0.7, duty, "due", lambda: due(rng, "each_item"))
    return duty


def _retention(rng: Random) -> Duty:
    duty: Duty = {"evidence": tuple(rng.sample((*evidence_of("retention"), *ACT_KEYS), rng.randint(1, 3)))}
    maybe(rng, 0.8, duty, "keep", lambda: length(rng))
    maybe(rng, 0.6, duty, "from", lambda: rng.choice(("event", "period_end", "mandate_end", "dissolved")))
    return duty


def _unmeasured(rng: Random) -> Duty:
    return {"evidence": rng.choice(("none", "attendance", "review"))}


_PATTERNS: dict[str, Callable[[Random], Duty]] = {
    "each_meeting": _each_meeting,
    "each_period": _each_period,
    "each_year": _each_year,
    "each_event": _each_event,
    "quota": _quota,
    "standing": _standing,
    "kept": _kept,
    "each_item": _each_item,
    "retention": _retention,
    "unmeasured": _unmeasured,
}


# proofs


def deed(rng: Random, occasion: str, evidence: tuple[str, ...]) -> Duty:
    """By one kind of evidence, or in steps that may count from each other."""
    if rng.random() < 0.2:
        first = {"key": "first", **_proof(rng, occasion, evidence)}
        second = {"key": "second", **_proof(rng, occasion, evidence)}
        if rng.random() < 0.7:
            second["due"] = {"rule": "after", **length(rng), "from": rng.choice(("done.first", "due.first"))}
        if rng.random() < 0.5:
            second["not_before"] = {"rule": "after", **so_long(rng), "from": rng.choice(("done.first", "due.first"))}
        return {"step": (first, second)}
    return _proof(rng, occasion, evidence) | _excused(rng, occasion)


def _excused(rng: Random, occasion: str) -> Duty:
    found: Duty = {}
    maybe(rng, 0.25, found, "exemption", lambda: tuple(exemption(rng, occasion) for _n in range(rng.randint(1, 2))))
    return found


def _proof(rng: Random, occasion: str, evidence: tuple[str, ...]) -> Duty:
    duty: Duty = {"evidence": rng.choice(evidence)}
    maybe(rng, 0.75, duty, "due", lambda: due(rng, occasion))
    maybe(rng, 0.2, duty, "not_before", lambda: due(rng, occasion))
    if duty["evidence"] == "meeting_led":
        return duty
    maybe(rng, 0.08, duty, "or_evidence", lambda: (rng.choice(ACT_KEYS),))
    if rng.random() < 0.2:
        duty["signed_by"] = signers(rng)
        maybe(rng, 0.3, duty, "in_order", lambda: True)
    maybe(rng, 0.12, duty, "at_least", lambda: rng.randint(1, 2))
    return duty


def signers(rng: Random) -> tuple[Any, ...]:
    """One to three places, of which now and then one is for either of two roles."""
    roles: list[Any] = rng.sample(("chair", "board", "secretary"), rng.randint(1, 3))
    if rng.random() < 0.4:
        roles[rng.randrange(len(roles))] = tuple(rng.sample(("chair", "board", "secretary"), 2))
    return tuple(roles)


def meetings(rng: Random) -> Duty:
    measure: Duty = {"of": "meetings"}
    at_least = rng.randint(1, 3)
    maybe(rng, 0.7, measure, "at_least", lambda: at_least)
    if "at_least" not in measure or rng.random() < 0.3:
        measure["at_most"] = at_least + rng.randint(0, 2)
    if rng.random() < 0.4:
        measure["kinds"] = ("plain",)
        maybe(rng, 0.5, measure, "unclear_kinds", lambda: ("other",))
    return measure


def quorum(rng: Random) -> Duty:
    measure: Duty = {"of": "present", "at_least": rng.randint(1, 3)}
    if rng.random() < 0.6:
        measure["at_least"] = share(rng)
    among = ("board", "chair", "staff", "owner")
    maybe(rng, 0.6, measure, "among", lambda: tuple(rng.sample(among, rng.randint(1, 2))))
    maybe(rng, 0.3, measure, "each", lambda: True)
    maybe(rng, 0.2, measure, "including", lambda: rng.choice((("chair",), ("board",), (("chair", "office"),))))
    maybe(rng, 0.2, measure, "not_counting", lambda: ("chair",))
    return measure


def share(rng: Random) -> Duty:
    found: Duty = {"part": rng.choice(("1/2", "1/3", "2/3", "3/4", "1/1"))}
    maybe(rng, 0.3, found, "plus", lambda: 1)
    maybe(rng, 0.6, found, "round", lambda: rng.choice(("up", "down", "nearest")))
    maybe(rng, 0.2, found, "at_least", lambda: rng.randint(1, 3))
    maybe(rng, 0.2, found, "at_most", lambda: rng.randint(3, 4))
    return found


def rotation(rng: Random) -> Duty:
    among = rng.choice(("members", "members", "sides"))
    return {"of": "rotation", "among": among, "rule": rng.choice(("in_turn", "not_twice_running"))}


def appointment(rng: Random) -> Duty:
    kind = rng.choice(("eligible", "separate", "terms", "rotation"))
    if kind == "eligible":
        words = {"sides": ("owner", "staff"), "members": ("alby", "berga"), "roles": ("board", "chair")}
        where = rng.sample(sorted(words), rng.randint(1, 2))
        return {"of": "eligible", **{key: (rng.choice(words[key]),) for key in where}}
    if kind == "separate":
        return {"of": "separate", "roles": (rng.choice(("board", "chair")),)}
    if kind == "terms":
        return {"of": "terms", rng.choice(("at_most", "years")): rng.randint(1, 2)}
    return rotation(rng) | {"among": rng.choice(("members", "sides", "holders"))}


# conditions


def condition(rng: Random, occasion: str = "") -> Duty:
    kind = rng.choice(("kinds", "recorded", "recorded", "not_recorded", "role_held", "role_vacant", "members"))
    if kind == "kinds":
        return {"kinds": kinds(rng)}
    if kind == "recorded":
        word = rng.choice(("meeting_called", "minutes_drafted", "summary_sent", *ACT_KEYS))
        return {"recorded": (word,), **({"with_reason": True} if rng.random() < 0.5 else {})}
    if kind == "not_recorded":
        return {"not_recorded": (rng.choice(("meeting_called", "mandate_reviewed", *ACT_KEYS)),)}
    if kind == "members":
        return {rng.choice(("members_at_least", "members_at_most")): rng.randint(2, 4)}
    return {kind: rng.choice(ROLES)}


def exemption(rng: Random, occasion: str) -> Duty:
    found = {"if": condition(rng, occasion)}
    if "recorded" in found["if"]:
        maybe(rng, 0.4, found, "at_the_latest", lambda: due(rng, occasion))
    return found | ({"not_owed": True} if rng.random() < 0.4 else {"due": due(rng, occasion)})
