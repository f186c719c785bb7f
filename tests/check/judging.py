"""A draft judged, and what of it a test looks at."""

from datetime import date

from netralitas.check.draft import Checked, checked, drafted
from netralitas.check.finding import Finding

ON = date(2026, 1, 15)


def judged(store, written: str, language: str = "id", **chosen) -> Checked:
    return checked(store, drafted(written), language, **{"on": ON} | chosen)


def one(draft: Checked, found: str) -> Finding:
    return next(finding for finding in draft.findings if finding.found == found)


def verdicts(draft: Checked) -> dict[str, str]:
    return {finding.found: finding.verdict for finding in draft.findings if finding.kind != "bukan"}
