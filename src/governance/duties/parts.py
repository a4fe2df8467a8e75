"""From a visible list of parts, each a class of its own, to what the mandate language needs of the list."""

from collections.abc import Mapping, Sequence
from functools import reduce
from operator import or_
from typing import Annotated, Any, TypeVar, get_args

from pydantic import Field

from governance.mandate.values import Part

__all__ = ["by_word", "one_of"]

AnyPart = TypeVar("AnyPart", bound=Part)


def by_word(parts: Sequence[type[AnyPart]], key: str) -> Mapping[str, type[AnyPart]]:
    """The parts by the words that a file writes under ``key`` for them: ``after`` under ``rule``."""
    return {str(get_args(part.model_fields[key].annotation)[0]): part for part in parts}


def one_of(parts: Sequence[type[Part]], key: str, description: str | None = None) -> Any:
    """The pydantic type of a table that is one of the parts; which one says the word under ``key``."""
    return Annotated[reduce(or_, parts), Field(discriminator=key, description=description)]
