"""What the filters that apply are called."""

import datetime

from django import forms

from portal.filters import chosen_label


def test_chosen_date_is_written_in_words_and_typed_words_are_quoted():
    assert chosen_label(forms.DateField(), datetime.date(2026, 1, 1)) == "1 January 2026"
    assert chosen_label(forms.CharField(), "missing & late") == "“missing & late”"
