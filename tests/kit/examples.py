"""The ten example ledgers: the network of the real mandate, and the nine bodies of ``examples/mandates``."""

import json

from governance.ledger import Ledger
from governance.time import instant
from tests.kit.mandates import EXAMPLES
from tests.kit.world import World

__all__ = ["LEDGERS", "example"]

FOLDERS = {path.parent.name: path.parent for path in (EXAMPLES / "mandates").glob("*/mandate.toml")}
REAL = "skaraborg-vuxenutbildning-2021"
LEDGERS = (REAL, *sorted(FOLDERS))


def example(name: str) -> Ledger:
    """A ledger in memory with the history of an example; today is the day of its last line."""
    folder = FOLDERS.get(name, EXAMPLES)
    lines = (folder / ("history.jsonl" if name in FOLDERS else f"{name}.jsonl")).read_text("utf-8").splitlines()
    today = max(instant(json.loads(line)["recorded_at"]) for line in lines if line.strip())
    w = World(text=today.isoformat())
    w.ledger.import_lines(lines, keep_times=True, text_of=lambda file: (folder / file).read_text("utf-8"))
    return w.ledger
