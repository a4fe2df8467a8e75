"""Catalogues: the texts of this package in other languages, as gettext's ``.po`` files, read as they are.

A catalogue is ``LANGUAGE/LC_MESSAGES/governance.po`` in this folder; ``make texts`` keeps it complete and in one form,
with each text on a line of its own. So a text is found by looking for its line, and a program that shows ten texts
need not read a thousand.
"""

from pathlib import Path

__all__ = ["Translations", "file_of", "quoted", "translations"]


def file_of(lang: str) -> Path:
    """Where the catalogue of a language lies, whether there is one or not."""
    return Path(__file__).parent / lang / "LC_MESSAGES" / "governance.po"


class Translations:
    """The texts of one language, looked up when they are needed."""

    def __init__(self, catalogue: bytes) -> None:
        self._catalogue = b"\n" + catalogue
        self._known: dict[tuple[str, str | None], tuple[str, ...]] = {}

    def of(self, one: str, many: str | None = None) -> tuple[str, ...]:
        """A text in this language: one; two where it counts; none where it has no translation."""
        key = (one, many)
        if key not in self._known:
            self._known[key] = tuple(self._found(one, many))
        return self._known[key]

    def _found(self, one: str, many: str | None) -> list[str]:
        entry = f"\nmsgid {quoted(one)}\n" + (f"msgid_plural {quoted(many)}\n" if many else "")
        at = self._catalogue.find((entry + "msgstr").encode())
        if at < 0:
            return []
        lines = self._catalogue[at + len(entry.encode()) : self._catalogue.find(b"\n\n", at)].decode().splitlines()
        said = [_plain(line[line.index('"') + 1 : -1]) for line in lines]
        return said if all(said) else []


def translations(lang: str) -> Translations | None:
    """Those of a language; None where there are none."""
    if not (len(lang) == 2 and lang.isascii() and lang.isalpha() and (file := file_of(lang)).is_file()):
        return None
    return Translations(file.read_bytes())


def quoted(text: str) -> str:
    """A text as it stands in a catalogue."""
    for plain, escaped in _ESCAPES:
        text = text.replace(plain, escaped)
    return f'"{text}"'


_ESCAPES = (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t"))


def _plain(written: str) -> str:
    if "\\" not in written:
        return written
    parts = written.split("\\\\")  # what stands between two backslashes has no backslash of its own
    for plain, escaped in _ESCAPES[1:]:
        parts = [part.replace(escaped, plain) for part in parts]
    return "\\".join(parts)
