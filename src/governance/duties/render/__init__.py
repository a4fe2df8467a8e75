"""A mandate given back as a readable page, so that whoever wrote the file sees whether it was understood."""

from typing import Literal

from governance.duties.language import Mandate
from governance.duties.render.forms import FORMS
from governance.duties.render.sections import duty_texts, mandate_page

__all__ = ["FORMS", "duty_texts", "mandate_page", "render_mandate"]


def render_mandate(mandate: Mandate, *, lang: str | None = None, form: Literal["text", "html", "md"] = "text") -> str:
    """The page of a mandate in Swedish (``sv``) or English (``en``), or in the reader's language where left out."""
    return FORMS[form](mandate_page(mandate, lang))
