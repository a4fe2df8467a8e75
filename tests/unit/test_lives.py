"""Networks that end and live again, and that become another kind of body; organisations that are renamed."""

from datetime import date

import pytest

from governance import errors as e
from governance.ledger import Ledger
from governance.model.network import Network
from tests.kit.mandates import clause, small
from tests.kit.world import World, world


@pytest.fixture
def w() -> World:
    """The network lived to June 2021 and lives again since October."""
    made = world(small(), today="2022-07-01", adopted="2021-01-01")
    made.ledger.dissolve_network("net", on="2021-06")
    made.ledger.reestablish_network("net", reason="It was missed", on="2021-10-01")
    return made


def network(ledger: Ledger) -> Network:
    return ledger.unit().load(Network, "network:net")


def test_it_has_several_lives(w: World) -> None:
    assert network(w.again()).lives() == [(date(2021, 1, 1), date(2021, 6, 30)), (date(2021, 10, 1), None)]
    assert network(w.ledger).dissolved_on() is None
    w.ledger.dissolve_network("net", on="2022-03-31")
    assert network(w.ledger).lives()[1] == (date(2021, 10, 1), date(2022, 3, 31))
    assert str(network(w.ledger).dissolved_on()) == "2022-03-31"


@pytest.mark.parametrize("day", ["2021-01-01", "2021-06-30", "2021-10-01", "2022-07-01"])
def test_in_each_life_it_acts(w: World, day: str) -> None:
    w.ledger.adopt_work_plan("net", year=2021, on=day)


@pytest.mark.parametrize(
    ("day", "error"),
    [("2020-12-31", e.NetworkNotYetEstablished), ("2021-07-01", e.NetworkIsDissolved),
     ("2021-09-30", e.NetworkIsDissolved)],
)  # fmt: skip
def test_before_and_between_it_does_not(w: World, day: str, error: type[e.Refused]) -> None:
    with pytest.raises(error):
        w.ledger.adopt_work_plan("net", year=2021, on=day)


def test_of_a_network_that_ended_for_good_the_last_end_is_named(w: World) -> None:
    w.ledger.dissolve_network("net", on="2022-03-31")
    with pytest.raises(e.NetworkIsDissolved, match="2022-03-31"):
        w.ledger.adopt_work_plan("net", year=2022, on="2022-04-01")
    with pytest.raises(e.NetworkIsDissolved, match="on 2021-06\\."):
        w.ledger.adopt_work_plan("net", year=2022, on="2021-08-01")


def test_each_life_ends_on_its_first_end_however_it_is_recorded(w: World) -> None:
    w.ledger.dissolve_network("net", on="2021-05-01")
    assert network(w.ledger).lives()[0] == (date(2021, 1, 1), date(2021, 5, 1))
    with pytest.raises(e.NetworkIsDissolved, match="2021-05-01"):
        w.ledger.dissolve_network("net", on="2021-08-01")


def test_only_what_ended_lives_again_and_only_afterwards() -> None:
    w = world(small(), today="2022-07-01", adopted="2021-01-01")
    with pytest.raises(e.NetworkIsAlive):
        w.ledger.reestablish_network("net")
    w.ledger.dissolve_network("net", on="2021-06-30")
    for day in ("2021-06-30", "2021-06"):
        with pytest.raises(e.NetworkIsAlive):
            w.ledger.reestablish_network("net", on=day)
    w.ledger.reestablish_network("net", on="2021-07-01")
    with pytest.raises(e.NetworkIsAlive):
        w.ledger.reestablish_network("net", on="2021-08-01")


def test_an_end_that_was_none_cannot_be_taken_back_before_the_new_life_is(w: World) -> None:
    dissolved, again = (next(w.ledger.log(kind=k)).event for k in ("NetworkDissolved", "NetworkReestablished"))
    with pytest.raises(e.CorrectionBreaksHistory):
        w.ledger.retract_fact(dissolved, reason="It went on")
    w.ledger.retract_fact(again, reason="It did not")
    w.ledger.retract_fact(dissolved, reason="It went on")
    assert network(w.ledger).lives() == [(date(2021, 1, 1), None)]


def test_its_kind_changes_and_changes_back(w: World) -> None:
    for kind in ("committee", "council", "committee"):
        w.ledger.change_network_kind("net", to=kind, reason="Decided", on="2022-01-01")
        with pytest.raises(e.NetworkKindAlready):
            w.ledger.change_network_kind("net", to=kind, on="2022-01-02")
    with pytest.raises(e.NetworkIsDissolved):
        w.ledger.change_network_kind("net", to="board", on="2021-08-01")


# Organisations ----------------------------------------------------------------------------------------------------


def label(w: World, party: str) -> str:
    """The same from the index of a ledger that grew with the log, and of one that reads it anew."""
    known = w.ledger.labels()(party)
    assert w.again().labels()(party) == known
    return known


def test_the_newest_told_name_of_an_organisation_is_shown() -> None:
    w = world(small(), today="2022-07-01", adopted="2021-01-01")
    assert label(w, "org:alby") == "Alby"
    w.ledger.rename_organisation("net", organisation="alby", name="City of Alby", on="2021-03-01")
    assert label(w, "org:alby") == label(w, "net/alby") == "City of Alby"
    w.ledger.amend_mandate(small(version="2", begins="2022-01-01"), on="2022-01-01")
    assert label(w, "org:alby") == label(w, "net/alby") == "Alby"
    w.ledger.rename_organisation("net", organisation="alby", name="Greater Alby", on="2021-02-01")
    assert label(w, "org:alby") == label(w, "net/alby") == "Alby"  # told last, but decided before


def test_a_member_that_no_mandate_names_and_the_principal_can_be_renamed() -> None:
    w = world(small(), today="2022-07-01", adopted="2021-01-01")
    w.ledger.join_network("net", member="ek", name="Ek", on="2021-02-01")
    w.ledger.rename_organisation("net", organisation="ek", name="Oak")
    w.ledger.rename_organisation("net", organisation="owners", name="The partners")
    assert label(w, "org:ek") == "Oak"
    assert label(w, "net/principal") == label(w, "org:owners") == "The partners"


def test_obligations_show_the_new_name() -> None:
    owed = clause("O2", pattern="standing", holder="office", counterparty=("owners",), evidence="summary_sent")
    w = world(small(owed), today="2022-07-01", adopted="2021-01-01")
    w.ledger.assign_role("net", role="office", holder="org:archive", starts="2021-01-01", on="2021-01-01")
    assert [i.holder for i in w.ledger.obligations(as_of="2022-01-01")] == ["The archive"]
    receipt = w.ledger.rename_organisation("net", organisation="archive", name="City archive")
    w.ledger.rename_organisation("net", organisation="owners", name="The partners")
    (item,) = w.ledger.obligations(as_of="2022-01-01")
    assert (item.holder, item.counterparty) == ("City archive", "The partners")
    w.ledger.retract_fact(receipt.event_ids[0], reason="It was not")
    assert [i.holder for i in w.ledger.obligations(as_of="2022-01-01")] == ["The archive"]


def test_what_nothing_names_is_not_renamed() -> None:
    w = world(small(), today="2022-07-01", adopted="2021-01-01")
    with pytest.raises(e.PartyUnknown):
        w.ledger.rename_organisation("net", organisation="ek", name="Oak")


def test_a_holder_stands_for_an_organisation_that_is_known() -> None:
    w = world(small(), today="2022-07-01", adopted="2021-01-01")
    w.ledger.register_person("Anna", person="p-anna")
    with pytest.raises(e.PartyUnknown):
        w.ledger.assign_role("net", role="board", holder="p-anna", member="nowhere")
    w.ledger.assign_role("net", role="board", holder="p-anna", member="alby")
    assert next(w.ledger.log(newest_first=True)).data["member"] == "alby"
