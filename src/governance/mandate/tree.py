"""A mandate file as TOML gives it, before anybody knows whether it is right, and what is said of it if it is not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import NamedTuple

from governance.text import _

__all__ = ["Doubt", "Fault", "Node", "Path", "inside", "named", "not_among", "shown"]

Path = tuple[str | int, ...]
"""The way from the top of the file to a value: ``("clause", 3, "duty", 0, "due")``; entries count from 0."""

_SHOWN = 60
_COMPARED = 100
_LISTED = 40


class Fault(NamedTuple):
    """What is wrong at a place, and what may stand there."""

    path: Path
    problem: str
    allowed: str = ""


class Doubt(NamedTuple):
    """Something doubtful at a place, the clause or duty that it is about, and what can be done."""

    path: Path
    clause: str
    text: str
    advice: str
    grave: bool = True
    """Whether it can hardly be meant; else it is mentioned for the sake of completeness."""


def inside(value: object, step: str | int) -> object:
    """What lies one step into a value; None where there is no such thing."""
    if isinstance(step, int):
        return value[step] if isinstance(value, list) and step < len(value) else None
    return value.get(step) if isinstance(value, dict) else None


@dataclass(frozen=True, slots=True)
class Node:
    """A place in the file and what stands there; it can be asked for anything and finds nothing in the wrong thing."""

    path: Path
    value: object

    def __getitem__(self, key: str) -> "Node":
        return Node((*self.path, key), inside(self.value, key))

    def each(self, *keys: str) -> Iterator["Node"]:
        """The entries of the lists found by following ``keys`` from here; a single thing is taken for its own list."""
        if not keys:
            yield self
            return
        found = inside(self.value, keys[0])
        if isinstance(found, list):
            for index, value in enumerate(found):
                yield from Node((*self.path, keys[0], index), value).each(*keys[1:])
        elif found is not None:
            yield from Node((*self.path, keys[0]), found).each(*keys[1:])

    @property
    def text(self) -> str | None:
        return self.value if isinstance(self.value, str) else None

    @property
    def stated(self) -> bool:
        """Whether something stands there; an empty list and ``false`` say nothing."""
        return self.value is not None and self.value != [] and self.value is not False

    def less_than(self, least: "Node") -> Iterator[Fault]:
        """A fault if this number, the most, is less than the least."""
        if isinstance(self.value, int) and isinstance(least.value, int) and self.value < least.value:
            problem = _("{high} is less than the least, {low}").format(high=self.value, low=least.value)
            yield Fault(self.path, problem, _("{low} or more").format(low=least.value))


def named(path: Path, tree: object) -> str:
    """A path for people: ``clause[Se2].duty[1].due``. An entry goes by its id or key, else by its number from 1."""
    words, value = "", tree
    for step in path:
        value = inside(value, step)
        if isinstance(step, str):
            words += f".{_plain(step)}"
        else:
            names = (inside(value, "id"), inside(value, "key"))
            words += f"[{next((_plain(n) for n in names if isinstance(n, str)), step + 1)}]"
    return words.removeprefix(".")


def _plain(name: str) -> str:
    return name if name.isidentifier() or name.replace("-", "").replace(".", "").isalnum() else shown(name)


def shown(value: object) -> str:
    """A value as a message shows it: on one line, short, with control characters visible."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return repr(value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…")
    if isinstance(value, int | float):
        return str(value)[:_SHOWN]
    return _("a list") if isinstance(value, list) else _("a table")


def not_among(path: Path, problem: str, name: str, known: Sequence[str]) -> Fault:
    """The fault that ``name`` is not one of ``known``, with the one that was probably meant."""
    near = next(iter(get_close_matches(name[:_SHOWN], known[:_COMPARED], 1)), None)
    guess = _("{problem}; did you mean {near}?").format(problem=problem, near=_plain(near or ""))
    listed = ", ".join(map(_plain, known[:_LISTED])) + (", …" if len(known) > _LISTED else "")
    return Fault(path, guess if near else problem, listed)
