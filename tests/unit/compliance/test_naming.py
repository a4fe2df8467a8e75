"""Which obligation a text means: the same as by judging all, though only what can be called so is judged."""

from collections.abc import Sequence
from datetime import date
from random import Random

import pytest

from governance.compliance.facts import Facts
from governance.compliance.judge import judge_all
from governance.compliance.naming import obligation_called
from governance.compliance.values import Obligation
from governance.duties.facts_of import facts_of
from governance.errors import ReferenceAmbiguous, ReferenceUnknown
from governance.model.network import Network
from tests.kit.examples import LEDGERS, example
from tests.kit.mandates import clause, small
from tests.kit.world import world

DAY = date(2024, 6, 1)


def among(judged: Sequence[Obligation], text: str) -> Obligation | str:
    """By looking through all of them."""
    names = [(o, (o.id, o.id.partition("/")[2])) for o in judged]
    exact = [o for o, own in names if text in own]
    candidates = exact or [o for o, own in names if any(name.startswith(text) for name in own)]
    return candidates[0] if len(candidates) == 1 else "several" if candidates else "none"


def called(facts: Facts, text: str) -> Obligation | str:
    try:
        return obligation_called(facts, text, DAY)
    except ReferenceAmbiguous:
        return "several"
    except ReferenceUnknown:
        return "none"


@pytest.mark.parametrize("name", LEDGERS)
def test_as_by_judging_all(name: str) -> None:
    desk, rng = example(name).desk, Random(name)  # noqa: S311 - which ones are looked at
    for network in desk.references.all(Network):
        facts = facts_of(network, desk.records_of(network, desk.last_position()))
        judged = list(judge_all(facts, DAY.year + 1))
        for obligation in rng.sample(judged, min(8, len(judged))):
            whole, own = obligation.id, obligation.id.partition("/")[2]
            beginning = rng.choice((whole, own))[: rng.randint(1, len(own))]
            for text in (whole, own, whole[:-1], whole + "x", beginning):
                assert called(facts, text) == among(judged, text), text


def test_of_any_year() -> None:
    duty = clause("Y", pattern="each_year", holder="network", evidence="work_plan_adopted")
    w = world(small(duty), adopted="2021-01-01")
    facts = facts_of("net", w.ledger.desk.records_of("net", w.size))
    assert obligation_called(facts, "net/Y/2021", DAY).subject == "2021"
    for year in ("2035", "2299"):
        assert obligation_called(facts, f"Y/{year}", DAY).subject == year
        assert w.ledger.explain(f"Y/{year}", as_of=f"{year}-06-01").item.subject == year
    with pytest.raises(ReferenceUnknown):
        obligation_called(facts, "Y/2020", DAY)
    with pytest.raises(ReferenceUnknown):
        obligation_called(facts, "Y/9999", DAY)
    with pytest.raises(ReferenceAmbiguous):
        obligation_called(facts, "Y", DAY)
