"""Managing the council's themes."""

import pytest
from django.urls import reverse

from reviews.models import Theme
from tests.factories.reviews import ThemeFactory

pytestmark = pytest.mark.django_db
LIST = reverse("reviews:theme_admin_list")
ADD = reverse("reviews:theme_add")


def edit_address(theme):
    return reverse("reviews:theme_edit", args=[theme.pk])


def test_theme_admin_list_in_order(client, administrator):
    ThemeFactory(name="Second", position=2)
    ThemeFactory(name="First", position=1, is_active=False)

    response = client.get(LIST)

    assert [theme.name for theme in response.context["themes"]] == ["First", "Second"]
    assert response.content.decode().count("Not in use") == 1


def test_theme_admin_list_makes_as_many_queries_for_three_rows_as_for_one(
    client, administrator, counted_queries
):
    ThemeFactory()
    one = counted_queries(LIST)
    ThemeFactory.create_batch(2)

    assert counted_queries(LIST) == one


def test_theme_add_puts_it_last(client, administrator):
    ThemeFactory(position=7)

    client.post(ADD, {"name": "Neglect", "description": "Long-term neglect"})

    theme = Theme.objects.get(name="Neglect")
    assert (theme.position, theme.description, theme.is_active) == (8, "Long-term neglect", True)


def test_theme_add_sent_twice(client, administrator, token):
    responses = [client.post(ADD, {"form_token": token, "name": "Neglect"}) for _ in range(2)]

    assert [response.status_code for response in responses] == [302, 302]
    assert Theme.objects.count() == 1


def test_theme_add_without_a_name(client, administrator):
    response = client.post(ADD, {})

    assert response.context["form"].errors == {"name": ["Enter the name of the theme"]}
    assert not Theme.objects.exists()


def test_theme_add_with_a_name_that_is_taken(client, administrator):
    ThemeFactory(name="Neglect")

    response = client.post(ADD, {"name": "neglect"})

    assert response.context["form"].errors == {"name": ["There is already a theme with this name"]}
    assert Theme.objects.count() == 1


def test_theme_edit_takes_it_out_of_use(client, administrator):
    theme = ThemeFactory(position=3)

    client.post(edit_address(theme), {"version": 0, "name": "Neglect", "position": ""})

    theme.refresh_from_db()
    assert (theme.name, theme.position, theme.is_active) == ("Neglect", 3, False)


def test_theme_edit_of_a_stale_form(client, administrator):
    theme = ThemeFactory(name="Theirs", version=1)

    response = client.post(edit_address(theme), {"version": 0, "name": "Mine", "is_active": "on"})

    assert "This was changed" in response.content.decode()
    theme.refresh_from_db()
    assert theme.name == "Theirs"
