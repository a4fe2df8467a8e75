"""The one door for every text that a person reads: its language, and nothing in it that would deceive.

Catalogues are found under ``governance/locale``; without one, the English text is shown as written.
Texts with values in them are written as ``_("Held on {day}.").format(day=day)``, so that a translator
sees the whole sentence.
"""

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from governance.locale import Translations

__all__ = ["N_", "Reason", "_", "language", "ngettext", "printable", "printable_json", "speaking", "words"]

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


# Names and texts of a record are the words of others. Whatever they hold, they must not steer a terminal, turn the
# direction of writing, or hide: such letters are shown by their numbers, everywhere in the same way.

_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
"""Letters and marks that Unicode has as printable and that show nothing (UAX #44, Default_Ignorable_Code_Point)."""


def printable(text: object) -> str:
    """A text on one line, with what cannot be seen shown by its number: ``\\u202e``."""
    line = str(text).replace("\r\n", " ").replace("\n", " ").replace("\t", " ")
    if line.isprintable() and (line.isascii() or not _UNSEEN.search(line)):
        return line
    return "".join(c if _is_seen(c) else _number_of(c) for c in line)


def printable_json(value: object, *, ascii_only: bool = False, indent: int | None = None) -> str:
    """A value as JSON that means the same to every reader, and in which everything can be seen."""
    import json  # texts alone do not need it

    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    if text.isascii():
        return text.replace("\x7f", "\\u007f")
    return "".join(c if c == "\n" or _is_seen(c) else json.dumps(c)[1:-1] for c in text).replace("\x7f", "\\u007f")


def _is_seen(letter: str) -> bool:
    return letter.isprintable() and not _UNSEEN.match(letter)


def _number_of(letter: str) -> str:
    return f"\\u{ord(letter):04x}" if ord(letter) < 0x10000 else f"\\U{ord(letter):08x}"
