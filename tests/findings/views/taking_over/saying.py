"""What a document says beside its findings, and what the page of it sends."""

from django.urls import reverse

LOOKED_AFTER = {
    "name": "children looked after by the local authority",
    "value": 188,
    "unit": "children",
    "date": "2025-12-01",
    "as_written": "188 children looked after by the local authority",
    "source_ref": "para 44",
}
SHARE = {
    "name": "local authorities were judged inadequate",
    "value": 35,
    "unit": "local authorities",
    "date": "2017-04-30",
    "as_written": "35 (24%) of local authorities were judged inadequate",
    "source_ref": "para 3",
    "percent": 24.0,
    "out_of": 139,
}
SAID = {
    "metadata": {
        "date": "2026-03-02",
        "onsite_from": "2026-02-02",
        "onsite_to": "2026-02-06",
        "onsite_dates_as_written": "2 to 6 February 2026",
        "feedback_workshop_date": "2026-02-10",
        "provider": "Ofsted",
    },
    "methodology": {"discussions_with": "over 45 people", "case_files": 84},
    "judgements": [
        {"subject": "Help and protection", "grade": "Good", "source_ref": "Table 1"},
        {"subject": "Overall effectiveness", "grade": "Requires improvement"},
    ],
    "measures": [LOOKED_AFTER, SHARE],
    "abbreviations": [
        {"abbr": "ICB", "meaning": "Integrated care board"},
        {"abbr": "MASH", "meaning": "Multi-agency safeguarding hub"},
    ],
    "assurance_statement": {
        "text": "I am assured that partners comply with Working Together.",
        "standard": "Working Together to Safeguard Children (2018)",
    },
    "actions": [{"text": "Share the lessons of audits", "source_ref": "Priority 1"}],
}


def address(intake):
    return reverse("findings:intake_particulars", args=[intake.document.review_id, intake.pk])


def sent(client, intake, *ticked, **changed):
    """What the page sends: each field as it was offered, the boxes that are ticked, and what was changed."""
    form = client.get(address(intake)).context["form"]
    data = {"version": form["version"].value()}
    for name in form.fields:
        value = form[name].value()
        if isinstance(value, list):
            data |= {f"{name}_{part}": str(number) for part, number in enumerate(value)}
        elif value and name not in ("version", "form_token") and not name.endswith("-take"):
            data[name] = str(value)
    data |= {f"{prefix}-take": "on" for prefix in ticked}
    return data | changed


def errors(response):
    return dict(response.context["form"].errors)


def rows(response):
    return {row.row.prefix: row for _, rows in response.context["form"].shown for row in rows}
