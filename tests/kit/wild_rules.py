"""Random due rules, lengths of time and kinds of meeting."""

from collections.abc import Callable
from random import Random
from typing import Any

from governance.duties.events import EVENTS

__all__ = ["ACT_KEYS", "due", "kinds", "length", "maybe", "so_long"]

Duty = dict[str, Any]

ACT_KEYS = ("review", "check", "training")


def maybe(rng: Random, chance: float, duty: Duty, key: str, made: Callable[[], Any]) -> None:
    if rng.random() < chance:
        duty[key] = made()


def kinds(rng: Random) -> tuple[str, ...]:
    return (rng.choice(("plain", "plain", "other")),)


def length(rng: Random) -> Duty:
    return dict([rng.choice((
        ("days", rng.choice((0, 1, 7, 14, 30))),
        ("working_days", rng.choice((0, 1, 2, 5, 10))),
        ("weeks", rng.choice((1, 2, 4))),
        ("months", rng.choice((1, 2, 3, 12))),
        ("years", 1),
    ))])  # fmt: skip


_FROM = {
    "each_meeting": ("meeting", "meeting", "planned", "called", "next_meeting", "next_meeting", "previous_meeting",
                     "established", "mandate_start", "mandate_end"),
    "each_period": ("period_start", "period_end", "period_end", "period_end", "established", "mandate_end"),
    "each_year": ("period_start", "period_end", "mandate_end"),
    **dict.fromkeys((*EVENTS, *ACT_KEYS), ("next_meeting", "previous_meeting", "mandate_end")),
    "role_assigned": ("term_start", "term_start", "term_end", "next_meeting", "mandate_end"),
}  # fmt: skip


def due(rng: Random, occasion: str, *, alone: bool = True) -> Duty:
    """A due rule, counted from the trigger or from something else that the occasion has."""
    kind = rng.choice(("after", "after", "after", "before", "on", "in_year", "in_period", "day_of_month",
                       "nth_weekday", "earliest", "latest", "asap"))  # fmt: skip
    if not alone and kind in ("earliest", "latest", "asap"):
        kind = "after"
    if kind in ("earliest", "latest"):
        return {"rule": kind, "of": tuple(due(rng, occasion, alone=False) for _n in range(2))}
    rule: Duty = {"rule": kind, **_RULES[kind](rng)}
    if kind not in ("on", "asap"):
        maybe(rng, 0.35, rule, "from", lambda: rng.choice(_FROM.get(occasion, ("established", "mandate_end"))))
    if kind != "asap" and "hours" not in rule:
        maybe(rng, 0.25, rule, "if_closed", lambda: rng.choice(("next_working_day", "previous_working_day")))
    return rule


def so_long(rng: Random) -> Duty:
    return {"hours": rng.choice((1, 24, 36, 72))} if rng.random() < 0.25 else length(rng)


def _nth_weekday(rng: Random) -> Duty:
    rule: Duty = {"nth": rng.choice((1, 2, 3, 4, -1)), "weekday": rng.choice(("monday", "wednesday", "sunday"))}
    if rng.random() < 0.3:
        return rule | {"month": rng.randint(1, 12)}
    return rule | {"months_later": rng.randint(0, 2)}


_RULES: dict[str, Callable[[Random], Duty]] = {
    "after": so_long,
    "before": so_long,
    "on": lambda rng: {"date": rng.choice(("2021-03-31", "2021-05", "2021-10-31", "2022", "2022-02"))},
    "in_year": lambda rng: {"month": rng.randint(1, 12), "years_later": rng.choice((0, 0, 1)),
                            **({"day": rng.randint(1, 28)} if rng.random() < 0.5 else {})},
    "in_period": lambda rng: {"period": rng.choice(("month", "quarter", "half_year", "year")),
                              "later": rng.choice((0, 0, 1, 2))},
    "day_of_month": lambda rng: {"day": rng.randint(1, 31), "months_later": rng.randint(0, 2)},
    "nth_weekday": _nth_weekday,
    "asap": lambda _rng: {},
}  # fmt: skip
