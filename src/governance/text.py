"""The one door for every text that a person reads.

Catalogues are found under ``governance/locale``; without one, the English text is shown as written.
Texts with values in them are written as ``_("Held on {day}.").format(day=day)``, so that a translator
sees the whole sentence.
"""

import gettext as _gettext
import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

__all__ = ["N_", "_", "language", "ngettext", "words"]

_LOCALE = Path(__file__).parent / "locale"


def language() -> str:
    """The two-letter language of this process: GOVERNANCE_LANGUAGE, else the locale's, else ``en``."""
    for name in ("GOVERNANCE_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value and value[:2] not in ("C", "C.", "PO"):
            return value[:2].lower()
    return "en"


@lru_cache(maxsize=8)
def _catalogue(lang: str) -> _gettext.NullTranslations:
    return _gettext.translation("governance", _LOCALE, [lang], fallback=True)


def _(message: str) -> str:
    """``message`` in the reader's language."""
    return _catalogue(language()).gettext(message)


def ngettext(one: str, many: str, n: int) -> str:
    """``one`` or ``many``, as the reader's language counts ``n``."""
    return _catalogue(language()).ngettext(one, many, n)


def N_(message: str) -> str:  # noqa: N802 - gettext's customary name for "translate later"
    """Mark ``message`` for translation where it stands; whoever shows it calls ``_``."""
    return message


def words(text: Mapping[str, str], lang: str) -> str:
    """A text that is told in several languages: in ``lang``, else without one, else in English, else the first."""
    return text.get(lang) or text.get("") or text.get("en") or next(iter(text.values()))
