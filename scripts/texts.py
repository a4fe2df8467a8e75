"""Keeps the catalogues complete: which texts there are in the code, and which of them a catalogue lacks.

python scripts/texts.py            says what is missing, stale or wrong; the exit code is 1 when anything is
python scripts/texts.py --write    enters what is missing with an empty translation, and takes out what is stale
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import NamedTuple

from governance.locale import file_of, quoted
from governance.locale.reading import Catalogue, read
from governance.questions import QUESTIONS
from governance_cli.docstrings import of_method, of_question
from governance_cli.lazy import paragraphs

__all__ = ["LANGUAGES", "Text", "complaints", "found", "written"]

ROOT = Path(__file__).parents[1]
LANGUAGES = ("sv",)
_HEAD = (
    "Language: {lang}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n"
)
_PLURAL = "Plural-Forms: nplurals=2; plural=(n != 1);\n"


class Text(NamedTuple):
    """A text of the code: one, or two that count; the file in which it stands first."""

    one: str
    many: str | None
    file: str


# What there is -----------------------------------------------------------------------------------------------


def found() -> dict[tuple[str, str | None], Text]:
    """Every text of the code that is to be translated, in the order of the files."""
    texts: dict[tuple[str, str | None], Text] = {}
    for folder in ("src/governance", "cli/governance_cli"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            name = file.relative_to(ROOT).as_posix()
            for one, many in _of_file(name, ast.parse(file.read_text(encoding="utf-8"))):
                if one:
                    texts.setdefault((one, many), Text(one, many, name))
    return texts


def _of_file(name: str, tree: ast.Module) -> Iterator[tuple[str, str | None]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield from _marked(name, node, node.func.id)
    if name.startswith("cli/"):
        yield from ((paragraphs(ast.get_docstring(node)), None) for node in _commands(tree))
    if name.startswith("src/governance/ledger/commands/"):
        yield from ((of_method(docstring), None) for docstring in _methods(tree))
    if name.startswith("src/governance/questions/"):
        yield from (
            (of_question(ast.get_docstring(node) or ""), None)
            for node in tree.body
            if isinstance(node, ast.FunctionDef) and node.name in QUESTIONS
        )


def _marked(name: str, call: ast.Call, marker: str) -> Iterator[tuple[str, str | None]]:
    if marker not in ("_", "N_", "ngettext"):
        return
    literal = [argument.value if isinstance(argument, ast.Constant) else None for argument in call.args]
    if any(isinstance(argument, ast.JoinedStr) for argument in call.args):
        raise SystemExit(f"{name}:{call.lineno}: a text with values in it is written with .format, not as an f-string")
    if marker == "ngettext":
        if isinstance(literal[0], str) and isinstance(literal[1], str):
            yield literal[0], literal[1]
    elif isinstance(literal[0], str):
        yield literal[0], None


def _commands(tree: ast.Module) -> Iterator[ast.FunctionDef]:
    """The functions that become commands; their docstrings are shown as help."""
    for node in tree.body:
        decorators = node.decorator_list if isinstance(node, ast.FunctionDef) else []
        names = [call.func.id for call in decorators if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)]
        if isinstance(node, ast.FunctionDef) and ("command" in names or "answer" in names):
            yield node


def _methods(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        for method in node.body if isinstance(node, ast.ClassDef) else ():
            if isinstance(method, ast.FunctionDef) and not method.name.startswith("_"):
                yield ast.get_docstring(method) or ""


# What a catalogue says of it ---------------------------------------------------------------------------------


def complaints(known: Catalogue, texts: dict[tuple[str, str | None], Text]) -> Iterator[str]:
    """What is missing in a catalogue, what no text of the code asks for, and what says something else."""
    for one, many, file in texts.values():
        said = _said(known, one, many)
        if not said or not all(said):
            yield f"missing: {file}: {one!r}"
        elif wrong := _wrong(one, many, said):
            yield f"wrong: {file}: {one!r} as {said[-1]!r}: {wrong}"
    for one in known.texts:
        if one and (one, None) not in texts:
            yield f"stale: {one!r}"
    for pair in known.counting:
        if pair not in texts:
            yield f"stale: {pair[0]!r}"


def _said(known: Catalogue, one: str, many: str | None) -> tuple[str, ...]:
    if many is None:
        return (known.texts.get(one, ""),)
    return known.counting.get((one, many), ())


def _wrong(one: str, many: str | None, said: tuple[str, ...]) -> str:
    for text, translated in zip((one, many or one), (said[0], said[-1]), strict=True):
        if _fields(translated) != _fields(text) and (text is not one or many is None):
            return "other values are filled in"
        if text.strip() != text and (text[:1].isspace(), text[-1:].isspace()) != (
            translated[:1].isspace(), translated[-1:].isspace(),
        ):  # fmt: skip
            return "other blanks at the ends"
        if (text[-1:] in ".?!:") != (translated[-1:] in ".?!:"):
            return "another end"
    return "" if _fields(said[0]) <= _fields(one) | _fields(many or one) else "other values are filled in"


def _fields(text: str) -> set[str]:
    try:
        return {name for _text, name, _spec, _how in Formatter().parse(text) if name is not None}
    except ValueError:
        return set()


def written(lang: str, known: Catalogue, texts: dict[tuple[str, str | None], Text]) -> str:
    """A catalogue file: every text of the code in its order, with what is known of it."""
    lines = ['msgid ""', f"msgstr {quoted(_HEAD.format(lang=lang) + _PLURAL)}"]
    file = ""
    for one, many, at in texts.values():
        lines += ["", *([f"# {at}"] if at != file else []), f"msgid {quoted(one)}"]
        file = at
        said = _said(known, one, many)
        if many is None:
            lines.append(f"msgstr {quoted(said[0])}")
        else:
            first, more = said or ("", "")
            lines += [f"msgid_plural {quoted(many)}", f"msgstr[0] {quoted(first)}", f"msgstr[1] {quoted(more)}"]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Say what is amiss, or mend what can be mended by itself."""
    texts = found()
    amiss = False
    for lang in LANGUAGES:
        file = file_of(lang)
        known = read(file.read_text(encoding="utf-8")) if file.exists() else Catalogue({}, {})
        if "--write" in sys.argv[1:]:
            file.write_text(written(lang, known, texts), encoding="utf-8", newline="\n")
            known = read(file.read_text(encoding="utf-8"))
        for complaint in complaints(known, texts):
            amiss = True
            sys.stdout.write(f"{lang}: {complaint}\n")
    sys.exit(amiss)


if __name__ == "__main__":
    main()
