"""Recording a finding by hand, correcting it and answering it."""

import json
from collections.abc import Sequence
from typing import Any, cast

from crispy_forms_gds.layout import Field
from django import forms
from django.db.models import QuerySet

from findings.forms.under_strands import bar, under_strands
from findings.models import Document, Finding, Kind, Prominence, Response
from portal.fields import SectionedCheckboxes
from portal.forms import PortalForm, initial_from
from portal.forms.base import OPEN_AGAIN, changed_meanwhile
from reviews.models import Strand, Theme


class FindingForm(PortalForm):
    """A finding in the reviewers' words; the strands and documents are those of its review."""

    kind = forms.ChoiceField(
        choices=Kind,
        widget=forms.RadioSelect,
        label="What is it?",
        error_messages={"required": "Choose whether it is a strength or an area for consideration"},
    )
    text = forms.CharField(
        widget=forms.Textarea,
        label="The reviewers’ words",
        help_text="As the document has them, also where it is wrong",
        error_messages={"required": "Enter what the reviewers said"},
    )
    correction = forms.CharField(
        required=False,
        widget=forms.Textarea,
        label="Correction (optional)",
        help_text="Where the document is wrong: what is right, and how you know. For example “This was on "
        "8 December 2016, as the minutes say”. It is shown beside the words, which stay as they are",
    )
    prominence = forms.ChoiceField(
        choices=Prominence,
        widget=forms.RadioSelect,
        initial=Prominence.DETAIL,
        label="How prominently does the document say it?",
        error_messages={"required": "Choose how prominently the document says it"},
    )
    strand = forms.ModelChoiceField(
        Strand.objects.none(),
        required=False,
        empty_label="No strand",
        label="Strand (optional)",
        error_messages={"invalid_choice": "Choose a strand of this review"},
    )
    also_relates_to = forms.ModelMultipleChoiceField(
        Strand.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label="Also relates to (optional)",
        error_messages={"invalid_choice": "Choose strands of this review"},
    )
    themes = forms.ModelMultipleChoiceField(
        Theme.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label="Themes (optional)",
        help_text="Leave all empty to use the themes of the strand",
    )
    source_ref = forms.CharField(
        required=False,
        max_length=300,
        label="Place in the document (optional)",
        help_text="For example “page 4, third bullet”",
    )
    document = forms.ModelChoiceField(
        Document.objects.none(),
        required=False,
        empty_label="No document",
        label="Document (optional)",
        error_messages={"invalid_choice": "Choose a document of this review"},
    )

    def __init__(
        self,
        *args: Any,
        strands: QuerySet,
        themes: QuerySet,
        documents: QuerySet,
        editing: Finding | None = None,
        **kwargs: Any,
    ) -> None:
        if editing:
            kwargs["initial"] = initial_from(editing, *self.base_fields)
        self.has_strands = strands.exists()
        super().__init__(*args, editing=editing, **kwargs)
        self.offer(strand=strands, also_relates_to=strands, themes=themes, document=documents)
        if editing:
            self.fields["themes"].help_text = ""

    def layout_fields(self) -> list[Any]:
        """Keep the long lists of boxes close together, and ask for other strands only where there are some."""
        return [
            "kind",
            Field.textarea("text", rows=6),
            Field.textarea("correction", rows=3),
            "prominence",
            "strand",
            *([Field.checkboxes("also_relates_to", small=True)] if self.has_strands else []),
            Field.checkboxes("themes", small=True),
            Field.text("source_ref"),
            "document",
        ]

    def clean(self) -> dict[str, Any]:
        """Keep the finding's own strand out of the others that it relates to."""
        values = super().clean() or self.cleaned_data
        if values.get("strand") in values.get("also_relates_to", []):
            self.add_error("also_relates_to", "Choose strands other than the finding’s own")
        return values


class AnswerForm(PortalForm):
    """The council's answer to one or more areas for consideration."""

    submit_label = "Save response"

    response = forms.ChoiceField(
        choices=Response,
        widget=forms.RadioSelect,
        label="Does the council accept this?",
        error_messages={"required": "Choose whether the council accepts this"},
    )
    reason = forms.CharField(
        required=False,
        widget=forms.Textarea,
        label="Reason",
        help_text="You must give a reason if the council does not accept all of it",
    )

    def layout_fields(self) -> list[Any]:
        """Leave room for the reason."""
        return ["response", Field.textarea("reason", rows=5)]

    def clean(self) -> dict[str, Any]:
        """Ask for the reason of anything but full acceptance."""
        values = super().clean() or self.cleaned_data
        answer = values.get("response")
        if answer and answer != Response.ACCEPTED and not values.get("reason"):
            self.add_error("reason", "Enter the reason why the council does not accept all of it")
        return values


class ResponseForm(AnswerForm):
    """The answer to one area, or another answer in its place."""

    def __init__(self, *args: Any, editing: Finding, **kwargs: Any) -> None:
        kwargs["initial"] = {"response": editing.response, "reason": editing.response_reason}
        super().__init__(*args, editing=editing, **kwargs)


class ResponsesForm(AnswerForm):
    """One answer to several areas of a review."""

    findings = forms.ModelMultipleChoiceField(
        Finding.objects.none(),
        widget=SectionedCheckboxes,
        label="Which areas is this the response to?",
        error_messages={
            "required": "Select the areas that this is the response to",
            "invalid_choice": "Select areas that still wait for a response: somebody has answered one of these",
        },
    )

    versions = forms.JSONField(widget=forms.HiddenInput, error_messages=OPEN_AGAIN)

    def __init__(self, *args: Any, waiting: QuerySet, shown: Sequence[Finding], **kwargs: Any) -> None:
        """Of the areas that wait, those are `shown` that are on this page."""
        kwargs["initial"] = {"versions": {str(row.pk): row.version for row in shown}}
        super().__init__(*args, **kwargs)
        self.offer(findings=waiting)
        findings = cast(forms.ModelMultipleChoiceField, self.fields["findings"])
        findings.choices = under_strands(shown, hint=lambda row: "")
        response = cast(forms.ChoiceField, self.fields["response"])
        response.label = "Does the council accept these?"
        response.error_messages["required"] = "Choose whether the council accepts these"

    def layout_fields(self) -> list[Any]:
        """The answer first, however many the areas are."""
        return [*super().layout_fields(), "findings"]

    def hidden_layout(self) -> list[Any]:
        """Keep the button in sight below the areas."""
        *hidden, button = super().hidden_layout()
        return [*hidden, bar(button)]

    def clean_versions(self) -> dict[str, int]:
        """Take what the person was looking at: the version of each area by its key."""
        versions = self.cleaned_data["versions"]
        if not isinstance(versions, dict):
            raise forms.ValidationError(OPEN_AGAIN["invalid"])
        return versions

    def clean(self) -> dict[str, Any]:
        """Say who has reworded an area meanwhile, keep what was typed, and let a second sending go through."""
        values = super().clean()
        seen: dict[str, int] | None = self.cleaned_data.get("versions")
        chosen = self.cleaned_data.get("findings", ())
        for finding in chosen:
            if seen is not None and seen.get(str(finding.pk), finding.version) != finding.version:
                self.add_error(
                    "findings",
                    f"{finding.reference} was {changed_meanwhile(finding)}. Nothing of yours was saved yet. "
                    "Check that the response still fits, then save again",
                )
        if self.has_error("findings") and seen is not None:
            current = {str(finding.pk): finding.version for finding in chosen}
            data = cast(Any, self.data).copy()
            data[self.add_prefix("versions")] = json.dumps(seen | current)
            self.data = data
        return values

    @property
    def record(self) -> dict[str, Any]:
        """The answer and the areas that it is for."""
        return {name: value for name, value in super().record.items() if name != "versions"}
