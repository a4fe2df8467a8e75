"""Catalogues: the texts of this package in other languages, as gettext's ``.po`` files, read as they are.

A catalogue is ``LANGUAGE/LC_MESSAGES/governance.po`` in this folder. `scripts/untranslated` keeps them complete. The
reader takes what that script writes and refuses all else, so that a slip in a file is found by the tests.
"""

import re
from pathlib import Path
from typing import NamedTuple

__all__ = ["Catalogue", "catalogue", "file_of", "read"]

_TEXT = r'"((?:[^"\\\n]|\\[\\"nt])*(?:"\n"(?:[^"\\\n]|\\[\\"nt])*)*)"\n'
_COUNTING = rf"msgid_plural {_TEXT}msgstr\[0\] {_TEXT}msgstr\[1\] {_TEXT}"
_ENTRY = re.compile(rf"(?:#[^\n]*\n|\n)*(?:msgid {_TEXT}(?:{_COUNTING}|msgstr {_TEXT})|\Z)")
_ESCAPES = {"\\\\": "\\", '\\"': '"', "\\n": "\n", "\\t": "\t", '"\n"': ""}
_ESCAPE = re.compile(r'\\[\\"nt]|"\n"')


class Catalogue(NamedTuple):
    """Texts by the English one; for those that count, two by the English two. What is not translated is empty."""

    texts: dict[str, str]
    counting: dict[tuple[str, str], tuple[str, str]]


def file_of(lang: str) -> Path:
    """Where the catalogue of a language lies, whether there is one or not."""
    return Path(__file__).parent / lang / "LC_MESSAGES" / "governance.po"


def catalogue(lang: str) -> Catalogue:
    """The catalogue of a language; an empty one where there is none."""
    if not re.fullmatch("[a-z]{2}", lang) or not (file := file_of(lang)).is_file():
        return Catalogue({}, {})
    return read(file.read_text(encoding="utf-8"))


def read(text: str) -> Catalogue:
    """A catalogue from the text of its file; raises ValueError where that is not as it must be."""
    found, at = Catalogue({}, {}), 0
    while at < len(text):
        entry = _ENTRY.match(text, at)
        if entry is None or entry.end() == at:
            raise ValueError(f"catalogue: line {text.count(chr(10), 0, at) + 1} or after it is no entry")
        at, (one, many, *said) = entry.end(), entry.groups()
        if many is not None:
            found.counting[_plain(one), _plain(many)] = _plain(said[0]), _plain(said[1])
        elif one is not None:
            found.texts[_plain(one)] = _plain(said[2])
    return found


def _plain(written: str) -> str:
    return _ESCAPE.sub(lambda found: _ESCAPES[found[0]], written) if "\\" in written or "\n" in written else written
