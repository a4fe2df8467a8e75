"""A network with some history, as of 1 July 2021: what refusals, references and answers are tried on."""

from governance.model.event import Digest
from governance.store.recorder import LedgerRecorder
from tests.kit.mandates import small, stated
from tests.kit.world import World, world

__all__ = ["DIGEST", "lived"]

DIGEST = Digest(sha256="ab" * 32)


def lived(recorder: LedgerRecorder | None = None) -> World:
    """The network ``net``.

    Anna chaired it to 31 May, Bo since 1 June; both sit in the board; the archive is the office. The meeting of
    12 February was held at Alby, its minutes drafted, approved by Anna and submitted, with an open action ``a1``; that
    of 19 March was held at Berga, its minutes drafted and rejected; that of 5 May was cancelled; that of 7 June was
    held at Dal without minutes; that of 10 September is planned and was called on 1 June. Of the assignment ``net/a``
    the partial report was submitted on 2 June and accepted on 10 June. ``net/done`` is completed, ``net/gone``
    withdrawn; of ``net/mixed`` the report ``one`` is waived, ``two`` submitted and returned, ``three`` due on 1 August.
    """
    w = world(small(stated()), adopted="2021-01-01", recorder=recorder)
    ledger = w.ledger
    w.clock.at("2021-07-01")
    with ledger.unit() as unit:
        unit.register_person("Anna Å", person="p-anna", on="2021-01-01")
        unit.register_person("Bo B", person="p-bo", on="2021-01-01")
        unit.register_person("Cia C", person="p-cia", on="2021-01-01")
        unit.register_person("Cia C", person="p-cia2", on="2021-01-01")
        unit.merge_person("p-cia2", into="p-cia", on="2021-01-02")
        for holder in ("person:p-anna", "person:p-bo"):
            unit.assign_role("net", role="board", holder=holder, starts="2021-01-01", on="2021-01-01")
        unit.assign_role("net", role="chair", holder="p-anna", starts="2021-01-01", ends="2021-05-31", on="2021-01-01")
        unit.assign_role("net", role="chair", holder="p-bo", starts="2021-06-01", on="2021-06-01")
        unit.assign_role("net", role="office", holder="org:archive", starts="2021-01-01", on="2021-01-01")
        unit.form_working_group("net", group="words", name="Words", on="2021-02-12")
        unit.form_working_group("net", group="old", name="Old", on="2021-02-12")
        unit.dissolve_working_group("net", group="old", on="2021-03-01")
    with ledger.unit() as unit:
        for day, host in (("2021-02-12", "alby"), ("2021-03-19", "berga"), ("2021-05-05", "dal"), ("2021-06-07", "dal"),
                          ("2021-09-10", "alby")):  # fmt: skip
            unit.schedule_meeting("net", planned_on=day, kind="plain", host=host, on="2021-01-15")
        unit.call_meeting("net/2021-02-12", agenda=["One", "Two"], on="2021-02-01")
        unit.hold_meeting("net/2021-02-12", led_by="p-anna", on="2021-02-12")
        unit.agree_action("net/2021-02-12", key="a1", text="Do it", responsible="p-bo", on="2021-02-12")
        unit.take_decision("net/2021-02-12", key="d1", text="Yes", on="2021-02-12")
        unit.draft_minutes("net/2021-02-12", by="org:alby", on="2021-02-13")
        unit.approve_minutes("net/2021-02-12", by="p-anna", on="2021-02-15")
        unit.submit_minutes("net/2021-02-12", by="org:alby", recipient="registry", on="2021-02-20")
        unit.hold_meeting("net/2021-03-19", led_by="p-anna", on="2021-03-19")
        unit.draft_minutes("net/2021-03-19", by="org:berga", on="2021-03-20")
        unit.reject_minutes("net/2021-03-19", by="p-anna", reasons="Wrong", on="2021-03-25")
        unit.cancel_meeting("net/2021-05-05", on="2021-05-01")
        unit.hold_meeting("net/2021-06-07", led_by="p-bo", on="2021-06-07")
        unit.call_meeting("net/2021-09-10", on="2021-06-01")
    with ledger.unit() as unit:
        unit.submit_report("net/a", report="partial", on="2021-06-02", document=DIGEST)
        unit.accept_report("net/a", report="partial", on="2021-06-10")
        unit.issue_assignment("net", key="done", title="Done", goals=["1"], on="2021-02-01")
        unit.complete_assignment("net/done", on="2021-06-01")
        unit.issue_assignment("net", key="gone", title="Gone", on="2021-02-01")
        unit.withdraw_assignment("net/gone", reason="No need", on="2021-06-01")
    reports = '[{"report":"one"},{"report":"two"},{"report":"three","due":"2021-08-01"}]'
    asked = [
        f'{{"command":"issue_assignment","network":"net","key":"mixed","title":"M","on":"2021-02-01","reports":{reports}}}',
        '{"command":"waive_report","assignment":"net/mixed","report":"one","reason":"No","on":"2021-03-01"}',
        '{"command":"submit_report","assignment":"net/mixed","report":"two","on":"2021-03-01"}',
        '{"command":"return_report","assignment":"net/mixed","report":"two","reasons":"Thin","on":"2021-03-05"}',
    ]
    ledger.import_lines(asked)
    return w
