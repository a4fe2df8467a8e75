"""The commands of a ledger: each is one of a unit's, carried out and saved at once.

The methods are made here; ``at_once.pyi`` has them written out for editors and type checkers, and follows from the
commands by ``make docs``.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from governance.ledger.command import Command, commands_in, require_keywords
from governance.ledger.commands import Commands
from governance.ledger.desk import Desk, attempts
from governance.ledger.receipt import Receipt
from governance.ledger.unit import Unit

__all__ = ["AtOnce"]


class AtOnce:
    """Every command, decided and saved; where somebody else was faster, decided again on what is there now."""

    desk: Desk


def _at_once(command: Command) -> Callable[..., Receipt]:
    method = command.__wrapped__

    @wraps(command)
    def carried_out(self: AtOnce, *arguments: Any, **keywords: Any) -> Receipt:
        require_keywords(command, keywords)
        for attempt in attempts():
            with attempt, Unit(self.desk, command_id=keywords.get("command_id")) as unit:
                receipt: Receipt = method(unit, *arguments, **keywords)
        return unit.receipt or receipt

    return carried_out


for _name, _command in commands_in(Commands).items():
    setattr(AtOnce, _name, _at_once(_command))
