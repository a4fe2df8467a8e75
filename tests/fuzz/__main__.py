"""``python -m tests.fuzz [TARGET …] [--count N] [--seed N]``: random inputs, 100,000 for each target.

A fault is shown with the seed that makes it again: ``python -m tests.fuzz commands --count 1 --seed 4711``.
"""

import argparse
import sys
import time
import traceback
from random import Random

from governance.errors import GovernanceError
from tests.fuzz.targets import TARGETS, Target


def run(target: Target, count: int, seed: int) -> int | None:
    """The first seed whose input made a fault, if any; it is raised again by ``target(Random(seed))``."""
    for number in range(seed, seed + count):
        try:
            target(Random(number))  # noqa: S311 - repeatable, not secret
        except GovernanceError:
            continue
        except Exception:  # noqa: BLE001 - that is what is looked for
            traceback.print_exc(limit=-8)
            return number
    return None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", choices=[*TARGETS, []], metavar="TARGET")
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 10**9)
    told = parser.parse_args()
    faults = 0
    for name in told.targets or TARGETS:
        began = time.monotonic()
        seed = run(TARGETS[name], told.count, told.seed)
        took = f"{time.monotonic() - began:.0f} s"
        faults += seed is not None
        said = f"{told.count} inputs, no fault" if seed is None else f"FAULT with --seed {seed}"
        sys.stdout.write(f"{name}: {said} ({took}, from seed {told.seed})\n")
        sys.stdout.flush()
    return min(faults, 1)


if __name__ == "__main__":
    sys.exit(main())
