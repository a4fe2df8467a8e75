"""Once, on no stated occasion."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar, Literal

from governance.compliance.case import Case
from governance.compliance.deeds import deed
from governance.compliance.duty import CompiledDuty
from governance.compliance.occasions import Occasion
from governance.compliance.values import Obligation
from governance.duties.occasions.base import Deed, dropped, on_every_day, states_last
from governance.duties.occasions.recorded import of_network
from governance.mandate.names import Names
from governance.mandate.tree import Node
from governance.text import N_, _

__all__ = ["Standing"]


class Standing(Deed):
    """Owed while the mandate is in force, on no stated occasion; feedback is owed to each counterparty by itself."""

    pattern: Literal["standing"]

    proofs: ClassVar = ("evidence", "step")
    trigger: ClassVar = N_("the day on which the clause comes into force")

    @property
    def same_periods(self) -> tuple[str, ...]:
        return ()

    @classmethod
    def shared(cls, node: Node) -> str | None:
        return node["pattern"].text

    @property
    def is_called_for(self) -> bool:
        return True

    def begins(self, names: Names) -> str:  # noqa: ARG002 - nothing calls for it
        return _("Once, while the clause is in force")

    def subjects(self, case: Case, duty: CompiledDuty, _horizon: int, /) -> tuple[str, ...]:
        return states_last(case, duty)

    def judge(self, case: Case, duty: CompiledDuty, _whole: str, /) -> Iterator[Obligation]:
        begins = case.ruling.first_day(duty.clause)
        occasion = Occasion(
            about="standing",
            subject=case.facts.key,
            begins=begins,
            arises=begins,
            counts=begins,
            anchors={**case.fixed, "trigger": on_every_day(begins), "ahead": on_every_day(begins)},
            recorded=lambda word: of_network(case.facts, word),
            stop=dropped(case, duty),
            span=(begins, date.max),
        )
        yield from deed(case, duty, occasion)
