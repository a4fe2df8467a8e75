"""How an answer is understood: each reader takes what somebody typed and what was answered before, and gives a value
or raises ValueError with a sentence for people."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from pydantic import TypeAdapter, ValidationError

from governance.duties.shares import Share
from governance.errors import DateNotUnderstood
from governance.mandate.names import MONTHS
from governance.mandate.values import TimeZone
from governance.text import N_, _
from governance.time import When

__all__ = [
    "Draft", "Reader", "bound", "chosen", "day", "last_day", "line", "month", "number", "several", "signers", "when",
    "zone",
]  # fmt: skip

Draft = Mapping[str, Any]
"""What was answered so far, by the key of the question; None where it is not known."""

Reader = Callable[[str, Draft], Any]
_LONGEST = 200


def line(text: str, _draft: Draft) -> str:
    """A name or a sentence."""
    if not text.isprintable():
        raise ValueError(_("Please write it without control characters."))
    if len(text) > _LONGEST:
        raise ValueError(_("Please write it in at most {n} characters.").format(n=_LONGEST))
    return text


def number(low: int, high: int) -> Reader:
    """A whole number, in digits."""

    def read(text: str, _draft: Draft) -> int:
        if not re.fullmatch(r"[0-9]{1,6}", text, re.ASCII) or not low <= int(text) <= high:
            raise ValueError(_("Please write a whole number from {low} to {high}.").format(low=low, high=high))
        return int(text)

    return read


def day(text: str, _draft: Draft) -> date:
    """A day, written 2024-05-17."""
    try:
        found = When.parse(text)
    except DateNotUnderstood as error:
        raise ValueError(_("Please write a day as 2024-05-17.")) from error
    if found.precision != "day":
        raise ValueError(_("Please write a day as 2024-05-17."))
    return found.first


def last_day(text: str, draft: Draft) -> date:
    """A day that is not before the first one."""
    if (found := day(text, draft)) < draft["from"]:
        raise ValueError(_("That lies before the first day, {day}.").format(day=draft["from"]))
    return found


def when(text: str, draft: Draft) -> When:
    """A day, month or year within the mandate."""
    try:
        found = When.parse(text)
    except DateNotUnderstood as error:
        raise ValueError(_("Please write a day as 2024-05-17, a month as 2024-05 or a year as 2024.")) from error
    if found.last < draft["from"]:
        raise ValueError(_("That lies before the first day, {day}.").format(day=draft["from"]))
    if draft.get("to") and found.first > draft["to"]:
        raise ValueError(_("That lies after the last day, {day}.").format(day=draft["to"]))
    return found


def zone(text: str, _draft: Draft) -> str:
    """A time zone by its name."""
    try:
        TypeAdapter(TimeZone).validate_python(text)
    except ValidationError as error:
        raise ValueError(_("Please write a time zone such as Europe/Stockholm.")) from error
    return text


def month(text: str, _draft: Draft) -> int:
    """A month, by its number or its name in the reader's language or in English."""
    names = {name.casefold(): n for n, name in enumerate(MONTHS, 1)}
    names |= {_(name).casefold(): n for n, name in enumerate(MONTHS, 1)}
    found = names.get(text.casefold()) or (int(text) if re.fullmatch(r"[0-9]{1,2}", text, re.ASCII) else 0)
    if not 1 <= found <= 12:
        raise ValueError(_("Please write a month, by its name or as a number from 1 to 12."))
    return found


_SHARES = {
    N_("half"): Share(part="1/2"),
    N_("more than half"): Share(part="1/2", plus=1, round="down"),
    N_("one third"): Share(part="1/3"),
    N_("two thirds"): Share(part="2/3"),
    N_("three quarters"): Share(part="3/4"),
}


def bound(text: str, draft: Draft) -> int | Share:
    """How many must be present: a number, or a part of all."""
    shares = {_(words): share for words, share in _SHARES.items()}
    if text.casefold() in shares:
        return shares[text.casefold()]
    most = len(draft.get("members") or ()) or 1000
    if not re.fullmatch(r"[0-9]{1,4}", text, re.ASCII):
        raise ValueError(_("Please write a number, or one of: {words}.").format(words=", ".join(shares)))
    return int(number(1, most)(text, draft))


def chosen(choices: Callable[[Draft], Sequence[tuple[str, str]]]) -> Reader:
    """One of several, by its number in the list or by its name; what is kept is its key."""

    def read(text: str, draft: Draft) -> str:
        there = choices(draft)
        by_name = {name.casefold(): key for key, name in there}
        if text.casefold() in by_name:
            return by_name[text.casefold()]
        if re.fullmatch(r"[0-9]{1,3}", text, re.ASCII) and 1 <= int(text) <= len(there):
            return there[int(text) - 1][0]
        names = ", ".join(name for _key, name in there)
        raise ValueError(_("Please choose one of these, by its number or name: {names}.").format(names=names))

    return read


def several(one: Reader) -> Reader:
    """Several of them, with commas between."""

    def read(text: str, draft: Draft) -> tuple[str, ...]:
        parts = [part.strip() for part in text.split(",") if part.strip()]
        found = tuple(one(part, draft) for part in parts)
        if not found or len(set(found)) < len(found):
            raise ValueError(_("Please name each of them once, with commas between."))
        return found

    return read


def signers(one: Reader) -> Reader:
    """One of several, or several roles that do it together."""

    def read(text: str, draft: Draft) -> tuple[str, ...]:
        found: tuple[str, ...] = several(one)(text, draft)
        if len(found) > 1 and not all(key.startswith("role:") for key in found):
            raise ValueError(_("Where several sign, each must be a role."))
        return found

    return read
