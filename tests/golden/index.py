"""``python -m tests.golden.index`` writes the digest of each example index anew: do so only where a verdict was
wrong, and say in the commit which and why.
"""

import json
from pathlib import Path

from tests.kit.examples import LEDGERS, example
from tests.kit.rows import digest

DIGESTS = Path(__file__).with_name("index.json")


def main() -> None:
    found = {name: digest(example(name)) for name in LEDGERS}
    DIGESTS.write_text(json.dumps(found, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
