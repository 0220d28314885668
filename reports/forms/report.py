"""What stands around a report's text."""

from typing import Any

from crispy_forms_gds.layout import HTML, Field, Fluid
from django import forms
from django.db.models import QuerySet

from portal.forms import DateField, PortalForm, initial_from, require_order
from portal.wording import joined
from reports.models import RECOMMENDATIONS_LEAD, Abbreviation, Meeting, Report
from reports.rendering.abbreviations import short_forms

FIELDS = (
    "meeting",
    "title",
    "period_start_on",
    "period_end_on",
    "report_of",
    "author_contact",
    "chief_officer_contact",
    "specialist_officers",
    "wards_affected",
    "background_papers",
    "recommendations_lead",
    "abbreviations_added",
    "abbreviations_left_out",
)


class ReportForm(PortalForm):
    """The meeting, the period and the people of a report."""

    meeting = forms.ModelChoiceField(
        Meeting.objects.none(),
        empty_label="Choose a meeting",
        label="Committee meeting",
        help_text="An administrator can add committees and meetings.",
        error_messages={
            "required": "Choose the meeting that the report is for",
            "invalid_choice": "Choose a meeting from the list",
        },
    )
    title = forms.CharField(max_length=200, error_messages={"required": "Enter the title of the report"})
    period_start_on = DateField(label="First day of the period", missing="Enter the first day of the period")
    period_end_on = DateField(
        label="Last day of the period",
        missing="Enter the last day of the period",
        help_text="Tables, charts and the first draft of the text show the record as it stood on this day.",
    )
    report_of = forms.CharField(
        max_length=200,
        label="Report of",
        help_text="The post whose report this is, such as Director of Children’s Services",
        error_messages={"required": "Enter the post whose report this is"},
    )
    author_contact = forms.CharField(
        max_length=300,
        label="Author",
        help_text="Job title, e-mail address and telephone number. The report is public.",
        error_messages={"required": "Enter how to reach the author"},
    )
    chief_officer_contact = forms.CharField(
        max_length=300,
        label="Chief officer responsible",
        error_messages={"required": "Enter how to reach the chief officer responsible"},
    )
    specialist_officers = forms.CharField(
        required=False, max_length=300, label="Specialist officers (optional)"
    )
    wards_affected = forms.CharField(
        max_length=200, initial="All", error_messages={"required": "Enter the wards affected, or All"}
    )
    background_papers = forms.CharField(
        required=False,
        widget=forms.Textarea,
        label="Background papers (optional)",
        help_text="One on each line",
    )

    recommendations_lead = forms.CharField(
        required=False,
        max_length=200,
        initial=RECOMMENDATIONS_LEAD,
        label="Words before the recommendations (optional)",
        help_text="Each recommendation goes on from them. Leave this empty where it is a sentence of its own.",
    )
    abbreviations_added = forms.CharField(
        required=False,
        max_length=500,
        label="Other abbreviations to explain (optional)",
        help_text=(
            "Those that the text uses are explained already. "
            "Add others of the council’s list, such as those of an annex, with commas between them."
        ),
    )
    abbreviations_left_out = forms.CharField(
        required=False,
        max_length=500,
        label="Abbreviations not to explain (optional)",
        help_text="Short forms that need no explanation in this report, with commas between them",
    )

    def __init__(self, *args: Any, meetings: QuerySet, editing: Report | None = None, **kwargs: Any) -> None:
        if editing is not None:
            kwargs["initial"] = initial_from(editing, *FIELDS)
        super().__init__(*args, editing=editing, **kwargs)
        self.offer(meeting=meetings)

    def layout_fields(self) -> list[Any]:
        """Keep the lines as long as what is usually written on them."""
        wide = ("title", "report_of", "wards_affected", "recommendations_lead")
        return [
            Field.text(name, field_width=Fluid.TWO_THIRDS)
            if name in wide
            else Field.textarea(name, rows=4)
            if name == "background_papers"
            else name
            for name in FIELDS
        ]

    def clean_recommendations_lead(self) -> str:
        """Leave out the colon, which the paper adds."""
        return str(self.cleaned_data["recommendations_lead"]).rstrip(" :")

    def clean_abbreviations_added(self) -> str:
        """Take only what the council’s list explains."""
        wanted = short_forms(self.cleaned_data["abbreviations_added"])
        listed = set(Abbreviation.objects.filter(short__in=wanted).values_list("short", flat=True))
        missing = [short for short in wanted if short not in listed]
        if missing:
            verb = "is" if len(missing) == 1 else "are"
            raise forms.ValidationError(
                f"{joined(missing)} {verb} not on the council’s list of abbreviations. Add what is missing there first"
            )
        return ", ".join(wanted)

    def clean_abbreviations_left_out(self) -> str:
        """Write them as they are compared."""
        return ", ".join(short_forms(self.cleaned_data["abbreviations_left_out"]))

    def clean(self) -> dict[str, Any]:
        """Hold the days to their order."""
        values = super().clean() or self.cleaned_data
        message = "Enter a last day of the period that is on or after the first day"
        require_order(self, "period_start_on", "period_end_on", message)
        return values


class NewReportForm(ReportForm):
    """A report that then writes itself from the record."""

    submit_label = "Draft the report"

    is_another = forms.BooleanField(required=False, label="Draft another report for this meeting")
    first: Report | None = None

    def clean(self) -> dict[str, Any]:
        """Ask before a second report for one meeting is drafted."""
        values = super().clean()
        is_another, meeting = values.pop("is_another", False), values.get("meeting")
        self.first = meeting.reports.going_on().order_by("pk").first() if meeting else None
        if self.first:
            place = self.names_in_order.index("meeting") + 1
            notice = HTML("{% include 'reports/parts/first_report.html' with first=form.first %}")
            self.helper.layout.fields[place:place] = [notice, "is_another"]
        if self.first and not is_another:
            self.add_error(
                "is_another",
                "There is already a report for this meeting. Edit that one, or tick the box to draft another",
            )
        return values
