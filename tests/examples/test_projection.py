"""The example that follows a ledger with the library's own projection runner."""

import subprocess
import sys
from pathlib import Path

from examples.projection import follow
from governance.ledger import Ledger
from tests.kit.mandates import small
from tests.kit.world import ACTOR, Clock

_ANOTHER = """
import sys
from governance.ledger import Ledger
with Ledger.open(sys.argv[1], create=False, actor="system:another", confirm_clock=True) as ledger:
    ledger.hold_meeting("net/b", on="2021-03-02")
    print(ledger.rename_network("net", name="N").positions[-1])
"""


def test_meetings_are_counted_as_they_are_recorded(tmp_path: Path) -> None:
    path = tmp_path / "net.db"
    with Ledger.open(path, actor=ACTOR, clock=Clock("2021-04-01T12:00:00+02:00")) as ledger:
        ledger.adopt_mandate(small(), on="2021-01-01")
        for key in ("a", "b", "c"):
            ledger.schedule_meeting("net", key=key, planned_on="2021-03-02", kind="plain", on="2021-02-01")
        (first,) = ledger.hold_meeting("net/a", on="2021-03-02").positions
        with follow(str(path)) as runner:
            runner.wait(first, timeout=60)
            assert dict(runner.view.held) == {"net": 1}
            (second,) = ledger.hold_meeting("net/c", on="2021-03-02").positions
            runner.wait(second, timeout=60)
            assert dict(runner.view.held) == {"net": 2}
            subprocess.run([sys.executable, "-c", _ANOTHER, str(path)], check=True)
            runner.wait(second + 1, timeout=60)
            assert dict(runner.view.held) == {"net": 3}
