"""``python -m tests.vectors.make``: writes the JSON files of this folder anew, always the same.

Each case says what is given and what is wanted: ``accepted``, ``malformed`` (not as the format demands) or
``unproven`` (as the format demands, and proving nothing). Texts are given as ``text``, bytes that are no text as
``hex``. What is right is worked out apart from the code that is tested: by the recursive definitions of RFC 6962
(``tests.kit.rfc6962``), by the specifications' own examples, and by the signatures of the package cryptography.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.vectors.given import Case
from tests.vectors.others import leaves, policies, signatures, tiles
from tests.vectors.proofs import consistencies, inclusions
from tests.vectors.texts import checkpoints, keys, notes
from tests.vectors.trees import trees

__all__ = ["MADE", "written"]

HERE = Path(__file__).parent

MADE: dict[str, Callable[[], Iterator[Case]]] = {
    "keys": keys, "notes": notes, "checkpoints": checkpoints, "inclusion": inclusions, "consistency": consistencies,
    "policies": policies, "tiles": tiles, "leaves": leaves, "trees": trees,
    "signatures": signatures,
}  # fmt: skip


def written(name: str) -> str:
    """A file's content."""
    made = MADE[name]
    about = (made.__doc__ or "").strip()
    lines = ",\n".join(json.dumps(each, ensure_ascii=True) for each in made())
    return f'{{"about": {json.dumps(about)}, "cases": [\n{lines}\n]}}\n'


if __name__ == "__main__":
    for each in MADE:
        (HERE / f"{each}.json").write_text(written(each), encoding="ascii", newline="\n")
