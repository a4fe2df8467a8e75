"""The frame of a mandate that was adopted: parsed once, not checked again."""

import json
from functools import lru_cache

from pydantic import ValidationError

from governance.errors import MandateInvalid
from governance.mandate.frame import Frame
from governance.mandate.syntax import NotReadableError, values_and_lines

__all__ = ["read_frame"]


@lru_cache(maxsize=256)
def read_frame(document: str) -> Frame:
    """The frame in the text of a mandate file that was checked when it was adopted; raises MandateInvalid for a text
    that can never have been that."""
    try:
        tree, _lines = values_and_lines(document.removeprefix("\ufeff"))
        return Frame.model_validate_json(json.dumps(tree), by_alias=True, by_name=False)
    except (NotReadableError, ValidationError) as error:
        raise MandateInvalid(file="mandate.toml", count=1, problems=(str(error),)) from error
