"""Every line of an error summary leads to the first input that is wrong."""

import re
from typing import Any

import pytest
from crispy_forms_gds.choices import Choice
from django import forms
from django.template import Context, Template

from portal.forms import DateField, PortalForm
from portal.templatetags.govuk_form import error_links


class EveryKindForm(PortalForm):
    """One field of each kind."""

    title = forms.CharField(label="Title", help_text="As its document names it")
    amount = forms.IntegerField(label="Amount")
    kind = forms.ChoiceField(label="Kind", choices=[("", "Choose"), ("a", "A")])
    stage = forms.ChoiceField(
        label="Stage", choices=[Choice("a", "A", hint="First")], widget=forms.RadioSelect
    )
    themes = forms.MultipleChoiceField(
        label="Themes", choices=[("a", "A"), ("b", "B")], widget=forms.CheckboxSelectMultiple
    )
    text = forms.CharField(label="Text", widget=forms.Textarea)
    document = forms.FileField(label="Document")
    password = forms.CharField(label="Password", widget=forms.PasswordInput)
    agreed = forms.BooleanField(label="Agreed")
    due_on = DateField(label="Due date", missing="Enter the due date")
    secret = forms.IntegerField(widget=forms.HiddenInput)


def rendered(form: forms.Form) -> str:
    template = Template(
        "{% load crispy_forms_tags crispy_forms_gds %}{% error_summary form %}{% crispy form %}"
    )
    return template.render(Context({"form": form, "csrf_token": "token"}))


def send(**data: Any) -> EveryKindForm:
    return EveryKindForm(data, {})


def test_summary_every_kind_of_field_links_to_an_input():
    html = rendered(send())

    targets = re.findall(r'<li><a href="#([^"]+)">', html)

    assert targets == [
        "id_title",
        "id_amount",
        "id_kind",
        "id_stage_1",
        "id_themes_1",
        "id_text",
        "id_document",
        "id_password",
        "id_agreed",
        "id_due_on_0",
    ]
    for target in targets:
        assert re.search(rf'<(input|select|textarea)[^>]* id="{target}"', html), target


def test_summary_hidden_field_is_read_without_a_link():
    (link,) = [link for link in error_links(send()) if not link.target]

    assert link.message == "Enter the secret"
    assert '<li><span class="govuk-error-message">Enter the secret</span></li>' in rendered(send())


def test_summary_error_of_the_whole_form_leads_to_its_first_input():
    form = send()
    form.add_error(None, "Something is wrong")

    assert error_links(form)[0].target == "id_title"


def test_summary_follows_the_page_whatever_found_the_errors():
    class LaidOutForm(PortalForm):
        second = forms.CharField()
        third = forms.CharField()
        first = forms.CharField(required=False)

        def layout_fields(self):
            return ["first", "second", "third"]

        def clean(self):
            self.add_error("first", "Enter the first, by a rule of the whole form")
            self.add_error(None, "Something is wrong")

    form = LaidOutForm({})
    form.is_valid()
    form.add_error("second", "Refused later")

    assert [link.message for link in error_links(form)] == [
        "Something is wrong",
        "Enter the first, by a rule of the whole form",
        "Enter the second",
        "Refused later",
        "Enter the third",
    ]


def test_summary_field_with_a_prefix_links_to_its_own_input():
    form = EveryKindForm({}, {}, prefix="row-1")

    assert error_links(form)[3].target == "id_row-1-stage_1"
    assert 'id="id_row-1-stage_1"' in rendered(form)


def test_summary_form_without_errors_shows_none():
    assert "govuk-error-summary" not in rendered(EveryKindForm())


def test_summary_group_without_anything_to_choose_is_read_without_a_link():
    form = send()
    form.fields["themes"].choices = []

    assert error_links(form)[4].target == ""


def test_summary_formset_lists_the_errors_of_each_form():
    formset = forms.formset_factory(EveryKindForm, extra=0)(
        {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "2", "form-0-title": "A", "form-1-title": ""}
    )

    targets = [link.target for link in error_links(formset)]

    assert targets[0] == "id_form-0-amount"
    assert "id_form-1-title" in targets


@pytest.mark.parametrize(
    ("parts", "wrong"),
    [
        (("", "", ""), [0, 1, 2]),
        (("", "2", "2026"), [0]),
        (("1", "", "2026"), [1]),
        (("1", "", ""), [1, 2]),
        (("31", "4", "2026"), [0]),
        (("1", "13", "2026"), [1]),
        (("1", "2", "26"), [2]),
        (("x", "2", "y"), [0, 2]),
    ],
)
def test_date_wrong_parts_are_marked_and_the_first_is_linked(parts, wrong):
    form = send(**{f"due_on_{number}": part for number, part in enumerate(parts)})
    html = rendered(form)

    (target,) = [link.target for link in error_links(form) if link.target.startswith("id_due_on")]
    marked = [
        number
        for number in range(3)
        if re.search(rf'<input[^>]*govuk-input--error[^>]* id="id_due_on_{number}"', html)
    ]

    assert target == f"id_due_on_{wrong[0]}"
    assert marked == wrong


def test_date_error_added_later_links_to_the_day_and_marks_the_whole():
    form = send(due_on_0="1", due_on_1="2", due_on_2="2026")
    form.add_error("due_on", "The due date must be after the start")

    assert error_links(form)[-1].target in {"id_due_on_0", ""}
    assert rendered(form).count("govuk-date-input__input govuk-input--width-2 govuk-input--error") == 2


def test_date_inputs_bring_up_a_keypad():
    assert rendered(EveryKindForm()).count('inputmode="numeric"') == 3


def test_input_names_its_hint_and_its_errors():
    html = rendered(send())

    assert re.search(r'id="id_title"[^>]*', html)
    assert 'aria-describedby="id_title_hint id_title_1_error"' in html
    assert 'id="id_title_hint"' in html
    assert 'id="id_title_1_error"' in html
    assert '<fieldset class="govuk-fieldset" role="group" aria-describedby="id_due_on_1_error">' in html


def test_inputs_have_the_classes_of_their_kind():
    html = rendered(send())

    for name, classes in {
        "title": "govuk-input govuk-input--error",
        "amount": "govuk-input govuk-input--error",
        "kind": "govuk-select govuk-select--error",
        "text": "govuk-textarea govuk-textarea--error",
        "document": "govuk-file-upload govuk-file-upload--error",
        "password": "govuk-input govuk-input--error govuk-password-input__input govuk-js-password-input-input",
        "agreed": "govuk-checkboxes__input",
    }.items():
        (tag,) = re.findall(rf'<(?:input|select|textarea)[^>]* id="id_{name}"[^>]*>', html)
        assert f'class="{classes}"' in tag


def test_labels_and_hints_from_data_are_escaped():
    form = EveryKindForm()
    form.fields["title"].label = "<b>Title</b>"
    form.fields["title"].help_text = "<i>Hint</i>"

    html = rendered(form)

    assert "&lt;b&gt;Title" in html
    assert "&lt;i&gt;Hint" in html


def test_ids_are_unique():
    ids = re.findall(r' id="([^"]+)"', rendered(send()))

    assert sorted(ids) == sorted(set(ids))


def test_messages_say_what_to_do():
    form = send(amount="x", kind="z", themes=["z"], agreed="", due_on_0="")

    messages = {name: errors[0] for name, errors in form.errors.items()}

    assert messages == {
        "title": "Enter the title",
        "amount": "Amount must be a whole number",
        "kind": "Select the kind from the list",
        "stage": "Select the stage",
        "themes": "Select the themes from the list",
        "text": "Enter the text",
        "document": "Select the document",
        "password": "Enter the password",
        "agreed": "Tick “Agreed”",
        "due_on": "Enter the due date",
        "secret": "Enter the secret",
    }


def test_message_that_a_form_sets_stays():
    class NamingForm(PortalForm):
        title = forms.CharField(error_messages={"required": "Enter what it is called"}, max_length=3)

    assert NamingForm({}).errors["title"] == ["Enter what it is called"]
    assert NamingForm({"title": "long"}).errors["title"] == ["Title must be 3 characters or fewer"]


def test_text_of_several_lines_is_held_to_a_length_unless_its_form_has_a_limit_of_its_own():
    class OwnLimit(EveryKindForm):
        own_limits = ("text",)

    too_long, longest = {"text": "a" * 20_001}, {"text": "a" * 20_000}

    assert EveryKindForm(too_long).errors["text"] == ["Shorten the text to 20,000 characters or fewer"]
    assert "text" not in EveryKindForm(longest).errors
    assert "text" not in OwnLimit(too_long).errors
