"""The one door for every text that a person reads.

Catalogues are found under ``governance/locale``; without one, the English text is shown as written.
Texts with values in them are written as ``_("Held on {day}.").format(day=day)``, so that a translator
sees the whole sentence.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from governance.locale import Translations

__all__ = ["N_", "Reason", "_", "language", "ngettext", "speaking", "words"]

_spoken: ContextVar[str] = ContextVar("spoken", default="")


def language() -> str:
    """The two-letter language of this process: GOVERNANCE_LANGUAGE, else the locale's, else ``en``."""
    if spoken := _spoken.get():
        return spoken
    for name in ("GOVERNANCE_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value and value[:2] not in ("C", "C.", "PO"):
            return value[:2].lower()
    return "en"


@contextmanager
def speaking(lang: str | None) -> Iterator[None]:
    """Every text is in this language meanwhile, whatever the reader's is; as it was where None is given."""
    before = _spoken.set(lang or _spoken.get())
    try:
        yield
    finally:
        _spoken.reset(before)


@lru_cache(maxsize=8)
def _translations(lang: str) -> "Translations | None":
    if lang == "en":
        return None
    from governance.locale import translations

    return translations(lang)


def _(message: str) -> str:
    """``message`` in the reader's language."""
    known = _translations(language())
    said = known.of(message) if known and message else ()
    return said[0] if said else message


def ngettext(one: str, many: str, n: int) -> str:
    """``one`` or ``many``, as the reader's language counts ``n``: one for 1, many for all else. The two can also be
    marked for translation by themselves."""
    known = _translations(language())
    said = known.of(one, many) if known else ()
    return said[n != 1] if said else _(many if n != 1 else one)


def N_(message: str) -> str:  # noqa: N802 - gettext's customary name for "translate later"
    """Mark ``message`` for translation where it stands; whoever shows it calls ``_``."""
    return message


def words(text: Mapping[str, str], lang: str) -> str:
    """A text that is told in several languages: in ``lang``, else without one, else in English, else the first."""
    return text.get(lang) or text.get("") or text.get("en") or next(iter(text.values()))


class Reason(NamedTuple):
    """A sentence and the values in it, put into words only when somebody reads it."""

    text: str
    values: Mapping[str, Any] | None = None

    def said(self) -> str:
        """In the reader's language."""
        return _(self.text).format(**(self.values or {}))
