"""What assignments ask for."""

from collections.abc import Iterator

from governance.duties.checks.common import names
from governance.mandate.tree import Fault, Node, shown
from governance.text import _

__all__ = ["CHECKS"]


def assignments_ask_for_reports(root: Node) -> Iterator[Fault]:
    """An assignment's reports are owed by the ``report`` duty of its clause."""
    reporting = {c["id"].text for c in root.each("clause") if "report" in names(c.each("duty", "pattern"))}
    known = names(root.each("clause", "id"))
    for assignment in root.each("assignment"):
        clause = assignment["clause"]
        if clause.text in known and clause.text not in reporting:
            problem = _("the clause {name} has no duty to report").format(name=shown(clause.text))
            yield Fault(clause.path, problem, _("a clause with a duty of the pattern report"))
        if not any(True for _report in assignment.each("report")):
            problem = _("is missing: without a report nothing could ever show that the assignment was done")
            heading = _("a heading [[{name}]] for each").format(name="assignment.report")
            yield Fault(assignment["report"].path, problem, heading)


CHECKS = (assignments_ask_for_reports,)
