"""A readable page as values: what stands on it, whatever it will look like."""

from dataclasses import dataclass

__all__ = ["Entry", "Page", "Section"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of a section: how it is cited, what it is, what is said of it point by point, and its own parts."""

    text: str
    label: str = ""
    points: tuple[str, ...] = ()
    parts: tuple["Entry", ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, a line about what follows, and the entries. ``quotes`` are in the mandate's own words."""

    heading: str
    entries: tuple[Entry, ...]
    about: str = ""
    quotes: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A whole page in one language."""

    lang: str
    title: str
    lead: tuple[str, ...]
    sections: tuple[Section, ...]
