"""Where somebody writes a section: what it says now, and what they have kept of it."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import Any, TypeVar

from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from portal.models import User
from portal.requests import PersonRequest
from portal.wording import joined
from reports import presenters
from reports.drafting import text_of
from reports.facts import Facts
from reports.forms.section import NewSectionForm, SectionForm, WordsForm
from reports.models import KeptSection, KeptText, Report, Section
from reports.rendering.blocks import Block
from reports.rendering.differences import differences
from reports.rendering.passages import passages_of_words
from reports.rendering.unwritten import name_of, unwritten_section
from reports.rules.attempts import attempt
from reports.services.kept_texts import is_saved

Form = TypeVar("Form", bound=SectionForm)
NewForm = TypeVar("NewForm", bound=NewSectionForm)
TAKEN_UP = "text=kept"
WRITING_FOR = timedelta(minutes=15)
"""How long after their last words somebody is said to be writing."""


@dataclass(frozen=True, kw_only=True)
class Desk:
    """What somebody has kept of a section that they write, and where it is written, kept and discarded."""

    kept: KeptText | KeptSection | None
    is_taken_up: bool
    others: str = ""
    """Who else writes it."""
    url: str
    keep_url: str
    discard_url: str

    @property
    def known(self) -> Facts | None:
        """What the record says, where that is read already."""
        return None

    @property
    def unwritten(self) -> Block | None:
        """What says that the record's words could not be written, and what to do about it."""
        return None

    @property
    def has_moved_on(self) -> bool:
        """Whether the section was changed after they began what they kept."""
        return False

    def kept_elsewhere(self, form: WordsForm) -> KeptText | KeptSection | None:
        """Return what the person has kept and a form does not hold."""
        holds = form.data.get("kept") if form.is_bound else form.initial.get("kept")
        return None if self.kept is None or holds == self.kept.stamp else self.kept

    def overtaken(self, form: WordsForm) -> dict[str, Any]:
        """Return what somebody else saved meanwhile, and how what was typed differs from it; nothing where none can."""
        return {}


@dataclass(frozen=True, kw_only=True)
class SectionDesk(Desk):
    """A section as somebody writes it: what it says now, and what they have kept of it."""

    section: Section
    kept: KeptText | None

    @classmethod
    def of(cls, request: PersonRequest, section: Section) -> "SectionDesk":
        """Read what a person needs who writes in a section."""
        kept = section.kept_texts.filter(person=request.user).select_related("exemption").first()
        if kept is not None and is_saved(kept, section):
            kept = None
        place = [section.report_id, section.pk]
        return cls(
            section=section,
            kept=kept,
            is_taken_up=is_taken_up(request, kept),
            others=others_at(section, request.user),
            url=reverse("reports:section_edit", args=place),
            keep_url=reverse("reports:section_keep", args=place),
            discard_url=reverse("reports:section_discard", args=place),
        )

    @cached_property
    def known(self) -> Facts:
        """What the record says."""
        return Facts.of(self.section.report)

    @cached_property
    def text(self) -> str:
        """What the section says now, nothing where that could not be written.

        Read where it is asked for, for keeping words does not need it.
        """
        return self.written or ""

    @cached_property
    def written(self) -> str | None:
        """What the section says now; None where it could not be written."""
        return attempt(lambda: text_of(self.section, self.known), None, name=name_of(self.section))

    @property
    def unwritten(self) -> Block | None:
        """What says that the record's words could not be written, and what to do about it."""
        return unwritten_section(self.section) if self.written is None else None

    @property
    def has_moved_on(self) -> bool:
        """Whether the section was changed after they began what they kept."""
        return self.kept is not None and self.kept.begun_at_version != self.section.version

    def form(self, kind: type[Form], data: QueryDict | None) -> Form:
        """Return the form with what was sent, what was kept where it is taken up, or what the section says."""
        return kind(
            data,
            editing=self.section,
            text=self.text if data is None else "",
            taken_up=self.kept if self.is_taken_up else None,
            keep_url=self.keep_url,
            exemptions=self.section.report.exemptions.all(),
        )

    def overtaken(self, form: WordsForm) -> dict[str, Any]:
        """Return what somebody else saved meanwhile, and how what was typed differs from it."""
        section = self.section
        mine = passages_of_words(form.cleaned_data["heading"], form.cleaned_data["body"])
        found = differences(passages_of_words(section.heading, self.text), mine)
        return {
            "saved_text": f"{section.heading}\n\n{self.text}",
            "differences": presenters.tagged(found),
            "url": section.get_absolute_url(),
        }


@dataclass(frozen=True, kw_only=True)
class NewDesk(Desk):
    """A section that somebody is adding to a report: what they have kept of it."""

    report: Report
    kept: KeptSection | None

    @classmethod
    def of(cls, request: PersonRequest, report: Report) -> "NewDesk":
        """Read what a person needs who adds a section."""
        kept = report.kept_sections.filter(person=request.user).first()
        return cls(
            report=report,
            kept=kept,
            is_taken_up=is_taken_up(request, kept),
            url=reverse("reports:section_add", args=[report.pk]),
            keep_url=reverse("reports:new_section_keep", args=[report.pk]),
            discard_url=reverse("reports:new_section_discard", args=[report.pk]),
        )

    def form(self, kind: type[NewForm], data: QueryDict | None) -> NewForm:
        """Return the form with what was sent, or what was kept where it is taken up."""
        return kind(
            data,
            sections=self.report.sections.order_by("position"),
            taken_up=self.kept if self.is_taken_up else None,
            keep_url=self.keep_url,
            exemptions=self.report.exemptions.all(),
        )


def is_taken_up(request: PersonRequest, kept: KeptText | KeptSection | None) -> bool:
    """Tell whether somebody goes on with what they kept."""
    return kept is not None and request.GET.urlencode() == TAKEN_UP


def others_at(section: Section, person: User) -> str:
    """Say who else has typed in a section within the last minutes; nothing where nobody has."""
    since = timezone.now() - WRITING_FOR
    names = [row.person.name for row in KeptText.objects.by_others(section, than=person.pk, since=since)]
    return f"{joined(names)} {'is' if len(names) == 1 else 'are'} also writing this section" if names else ""
