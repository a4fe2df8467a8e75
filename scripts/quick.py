"""Runs the tests of what was just changed, in seconds.

python scripts/quick.py          what differs from the last commit
python scripts/quick.py main     and the commits since ``main``

A changed file stands for the unit tests that mirror it (or else import it), and for the features of the noun in its
name; the gate of the feature files runs always. All tests together are ``make test``.
"""

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

__all__ = ["changed_files", "mirrors_of", "nouns_of"]

ROOT = Path(__file__).parents[1]
GATE = "tests/test_feature_files.py"
FEATURES = "tests/test_features.py"
NOUNS = frozenset(folder.name for folder in (ROOT / "features").iterdir() if folder.is_dir())
_BESIDES = {
    r"(docs/|[A-Z]+)\S*\.md": ["tests/unit/test_pages.py"],
    r"\S+\.po": ["tests/unit/test_catalogue.py"],
    r"examples/mandates/\S+": ["tests/examples", "tests/unit/examples"],
    r"examples/parts/\S+": ["tests/unit/duties/test_parts.py"],
    r"(src|cli)/\S+\.py": ["tests/unit/test_import_circles.py"],
}
"""What is tested where no test mirrors it, by the path."""


def changed_files(since: str | None) -> list[str]:
    """The files that differ from a commit (else the last one), new ones included, by their paths below the root."""
    git = [["diff", "--name-only", since or "HEAD"], ["ls-files", "--others", "--exclude-standard"]]
    outputs = [subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=True) for words in git]  # noqa: S603, S607 - our own words
    return sorted({line for output in outputs for line in output.stdout.splitlines()})


def mirrors_of(file: str) -> Iterator[str]:
    """The tests that mirror a file; where none does, those of its room that import it."""
    path = Path(file)
    for pattern, besides in _BESIDES.items():
        if re.fullmatch(pattern, file):
            yield from besides
    if file.startswith("tests/") and path.name.startswith("test_"):
        yield file
    if path.parts[0] in ("src", "cli") and path.suffix == ".py":
        room = ROOT / ("tests/cli" if path.parts[0] == "cli" else "tests/unit")
        stem = path.parent.name if path.stem == "__init__" else path.stem
        mirrors = [test for test in room.rglob(f"test_{stem}*.py") if _same_room(test, path)]
        module = ".".join(path.with_suffix("").parts[1:]).removesuffix(".__init__")
        imports = re.compile(rf"\b{re.escape(module)}\b")
        users = (test for test in room.rglob("test_*.py") if imports.search(test.read_text("utf-8")))
        yield from (test.relative_to(ROOT).as_posix() for test in sorted(mirrors or users))


def _same_room(test: Path, file: Path) -> bool:
    """Whether a test lies in the folder of the file's room, or beside the rooms."""
    return test.parent.name in ("unit", "cli", *file.parts)


def nouns_of(file: str) -> set[str]:
    """The nouns in a path that have features: ``meeting`` of ``model/meeting_events.py``."""
    parts = Path(file).with_suffix("").parts
    steps = parts[1:2] if parts[0] == "features" else re.split(r"[_\W]", parts[-1]) if "." in file else ()
    return {noun for step in steps for noun in (step, step.removesuffix("s")) if noun in NOUNS}


class _OfNouns:
    """Leaves out the scenarios of other nouns."""

    def __init__(self, nouns: set[str]) -> None:
        self._nouns = nouns

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [item for item in items if self._wanted(item)]

    def _wanted(self, item: pytest.Item) -> bool:
        scenario = getattr(getattr(item, "obj", None), "__scenario__", None)
        return scenario is None or Path(scenario.feature.filename).parent.name in self._nouns


def main(since: str | None = None) -> int:
    """Run what the changes call for; the exit code of pytest."""
    files: Iterable[str] = changed_files(since)
    tests = {test for file in files for test in mirrors_of(file) if (ROOT / test).exists()}
    nouns = {noun for file in files for noun in nouns_of(file)}
    features = [FEATURES] if nouns else []
    return pytest.main(["-q", "--rootdir", str(ROOT), GATE, *features, *sorted(tests)], plugins=[_OfNouns(nouns)])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
