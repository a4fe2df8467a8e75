"""Every part of the mandate language has an example file of its name, which is in order and does speak of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from docs.parts_page import EXAMPLES, PARTS
from governance.duties.reading import check_mandate
from governance.mandate.syntax import values_and_lines

FILES = sorted(EXAMPLES.glob("*.toml"))
EVERY = [(key, part) for key, parts in PARTS.items() for part in parts]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_example_is_in_order(file: Path) -> None:
    checked = check_mandate(file.read_text(encoding="utf-8"), file.name)
    assert checked.problems == ()
    assert checked.findings == ()
    assert checked.mandate is not None


def test_every_part_has_an_example_and_every_example_is_of_a_part() -> None:
    assert {file.stem for file in FILES} == {part for _key, part in EVERY}


@pytest.mark.parametrize(("key", "part"), EVERY)
def test_an_example_speaks_of_its_part(key: str, part: str) -> None:
    text = (EXAMPLES / f"{part}.toml").read_text(encoding="utf-8")
    tree, _lines = values_and_lines(text)
    assert text.startswith("# ")
    assert part in text.partition(":")[0].replace(",", " ").split()
    if key == "if":
        assert any(part in condition for condition in _found(tree, "if") if isinstance(condition, dict))
    elif key == "together":
        assert text.partition("\n")[0].startswith(f"# {part}: ")
    elif key:
        assert part in list(_found(tree, key))
    else:
        assert any(True for _value in _found(tree, part))


def _found(value: object, key: str) -> Iterator[object]:
    """Whatever stands under a key anywhere; of a list, its entries too."""
    if isinstance(value, dict):
        for name, entry in value.items():
            if name == key:
                yield entry
                yield from entry if isinstance(entry, list) else ()
            yield from _found(entry, key)
    elif isinstance(value, list):
        for entry in value:
            yield from _found(entry, key)
