"""The console script. It loads the rest inside ``main``, so that an interruption even then is no traceback."""

import gc
import sys
from typing import NoReturn

__all__ = ["main"]


def main() -> NoReturn:
    """Carry out the command line of this process; its exit code ends it."""
    gc.set_threshold(200_000)  # what is loaded at the start stays: looking through it for garbage takes long
    try:
        from governance_cli.root import run

        status = run(sys.argv[1:])
    except KeyboardInterrupt:
        status = 130
    gc.freeze()  # nor is it looked through at the end
    raise SystemExit(status)


if __name__ == "__main__":
    main()
