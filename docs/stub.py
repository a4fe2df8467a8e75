"""The stubs of the commands: each with every keyword by name, so that editors and type checkers show them."""

import ast
import inspect
import sys
from collections.abc import Iterator
from textwrap import indent

from governance.ledger import receipt
from governance.ledger.command import commands_in
from governance.ledger.commands import Commands

__all__ = ["at_once_stub", "commands_stub"]

_NOTE = "# Made by `make docs` from the commands: change it there.\n"


def commands_stub() -> Iterator[str]:
    """``governance/ledger/commands/__init__.pyi``."""
    methods = [_Method(name) for name in commands_in(Commands)]
    details = _Details()
    yield _NOTE
    imports = {line for part in (*methods, details) for line in part.imports()}
    yield from sorted(imports | {"from governance.ledger.draft import Draft"})
    yield '\n__all__ = ["Commands"]\n'
    yield "class Signatures:"
    yield '    """Every command, for type checkers and editors; at run time there is no such class."""\n'
    yield from (method.written(details) for method in methods)
    yield 'class Commands(Draft, Signatures):\n    """All of them, on a draft."""'
    yield ""


def at_once_stub() -> Iterator[str]:
    """``governance/ledger/at_once.pyi``."""
    yield _NOTE
    yield "from governance.ledger.commands import Signatures"
    yield "from governance.ledger.desk import Desk\n"
    yield '__all__ = ["AtOnce"]\n'
    yield 'class AtOnce(Signatures):\n    """Every command, decided and saved at once."""\n\n    desk: Desk'
    yield ""


def _lines(parameters: list[str]) -> Iterator[str]:
    """Parameters, as many on a line as fit."""
    line = ""
    for parameter in parameters:
        if len(line) + len(parameter) > 108:
            yield line.rstrip()
            line = ""
        line += f"{parameter}, "
    yield line.rstrip()


class _Module:
    """A module's source, and from where it has the names in it."""

    def __init__(self, name: str) -> None:
        self.tree = ast.parse(inspect.getsource(sys.modules[name]))
        self._homes = {
            alias.name: node.module
            for node in ast.walk(self.tree)
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }

    def imports(self, *nodes: ast.AST | None) -> Iterator[str]:
        """The lines that import what these nodes name."""
        for node in nodes:
            for part in ast.walk(node) if node else ():
                if isinstance(part, ast.Name) and part.id in self._homes:
                    yield f"from {self._homes[part.id]} import {part.id}"


class _Details:
    """What every command takes."""

    def __init__(self) -> None:
        self._module = _Module(receipt.__name__)
        (fields,) = (n for n in self._module.tree.body if isinstance(n, ast.ClassDef) and n.name == "Details")
        self._fields = [node for node in fields.body if isinstance(node, ast.AnnAssign)]

    def imports(self) -> Iterator[str]:
        return self._module.imports(*(field.annotation for field in self._fields))

    def written(self) -> Iterator[str]:
        for field in self._fields:
            default = "False" if ast.unparse(field.annotation) == "bool" else "None"
            yield f"{ast.unparse(field.target)}: {ast.unparse(field.annotation)} = {default}"


class _Method:
    """A command, as it is written in its module."""

    def __init__(self, name: str) -> None:
        self._module = _Module(getattr(Commands, name).__module__)
        (self._node,) = (
            n for n in ast.walk(self._module.tree) if isinstance(n, ast.FunctionDef) and n.name == name
        )  # fmt: skip

    def imports(self) -> Iterator[str]:
        arguments = self._node.args
        return self._module.imports(
            *(a.annotation for a in (*arguments.args, *arguments.kwonlyargs)),
            *arguments.kw_defaults,
            self._node.returns,
        )

    def written(self, details: _Details) -> str:
        arguments = self._node.args
        own = [
            f"{a.arg}: {ast.unparse(a.annotation)}" + (f" = {ast.unparse(default)}" if default else "")
            for a, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
            if a.annotation
        ]
        about = ", ".join(f"{a.arg}: {ast.unparse(a.annotation)}" for a in arguments.args[1:] if a.annotation)
        keywords = "\n".join(_lines(["self", about, "*", *own, *details.written()]))
        doc = ast.get_docstring(self._node) or ""
        indented = doc.replace("\n", "\n        ")
        return f'    def {self._node.name}(\n{indent(keywords, " " * 8)}\n    ) -> Receipt:\n        """{indented}"""\n'
