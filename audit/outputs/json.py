"""The whole report, for programs: ``templates/report.schema.json`` describes it."""

import json
from collections.abc import Sequence

from audit.report import Report


def render(reports: Sequence[Report]) -> str:
    """One report as an object, any other number as an array."""
    documents = [report.to_dict() for report in reports]
    value = documents[0] if len(documents) == 1 else documents
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
