"""The root of all errors, and its branches."""

import re
from typing import Any, ClassVar

from governance.text import N_, _

_BETWEEN_WORDS = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")

__all__ = ["GovernanceError", "InputError", "Refused", "StorageError", "Unproven"]


class GovernanceError(Exception):
    """The root. Keyword arguments become ``details`` and fill the class's ``text``."""

    code: ClassVar[str] = "governance-error"
    text: ClassVar[str] = N_("Something went wrong.")

    def __init_subclass__(cls) -> None:
        cls.code = _BETWEEN_WORDS.sub("-", cls.__name__).lower()

    def __init__(self, **details: Any) -> None:
        self.details = details
        super().__init__(_(self.text).format(**details))

    def __reduce__(self) -> tuple[Any, ...]:
        return _remade, (type(self), self.details)


def _remade(kind: type[GovernanceError], details: dict[str, Any]) -> GovernanceError:
    return kind(**details)


class InputError(GovernanceError):
    """What was given cannot be understood; nothing was recorded."""


class Refused(GovernanceError):
    """Understood, but it makes no sense in this record; nothing was recorded."""


class StorageError(GovernanceError):
    """The place where the ledger lies gives trouble."""


class Unproven(GovernanceError):
    """What was given as evidence does not prove what it should; somebody may have altered something."""
