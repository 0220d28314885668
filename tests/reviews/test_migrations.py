"""What a migration does with the rows that are there."""

import datetime

import pytest

DAY = datetime.date(2026, 6, 1)


@pytest.mark.django_db
def test_names_alike_but_for_capitals_get_a_number(migrator, caplog):
    apps = migrator.apply_initial_migration(("reviews", "0001_initial")).apps
    person = apps.get_model("portal", "User").objects.create(email="officer@council.example", name="Officer")
    provider = apps.get_model("portal", "Organisation").objects.create(name="Inspectorate")
    frameworks = apps.get_model("reviews", "Framework").objects
    for name, first_day in (
        ("ILACS", None),
        ("Ilacs", None),
        ("ILACS", DAY),
        ("ilacs", DAY),
        ("Other", None),
    ):
        frameworks.create(name=name, kind="inspection", valid_from_on=first_day)
    reviews = apps.get_model("reviews", "Review").objects
    one, two = (
        reviews.create(title=title, kind="inspection", provider=provider, logged_by=person) for title in "12"
    )
    strands = apps.get_model("reviews", "Strand").objects
    for review, name in ((one, "Help"), (one, "HELP"), (one, "help (2)"), (two, "help"), (one, "hELP")):
        strands.create(review=review, name=name, position=strands.count())

    apps = migrator.apply_tested_migration(("reviews", "0002_one_of_each_name")).apps

    framework, strand = (apps.get_model("reviews", name).objects for name in ("Framework", "Strand"))
    assert [row.name for row in framework.order_by("pk")] == [
        "ILACS",
        "Ilacs (2)",
        "ILACS",
        "ilacs (2)",
        "Other",
    ]
    names = [row.name for row in strand.order_by("pk")]
    assert names == ["Help", "HELP (3)", "help (2)", "help", "hELP (4)"]
    assert [text for text in caplog.messages if "strand" in text] == [
        f"Renamed strand {row.pk} from “{before}” to “{row.name}”"
        for before, row in zip(
            ("HELP", "hELP"), strand.filter(name__in=["HELP (3)", "hELP (4)"]), strict=True
        )
    ]


@pytest.mark.django_db
def test_dates_and_overall_grades_from_before_stay(migrator):
    apps = migrator.apply_initial_migration(("reviews", "0002_one_of_each_name")).apps
    person = apps.get_model("portal", "User").objects.create(email="officer@council.example", name="Officer")
    provider = apps.get_model("portal", "Organisation").objects.create(name="Inspectorate")
    graded = apps.get_model("reviews", "Framework").objects.create(name="Graded", kind="inspection")
    apps.get_model("reviews", "Grade").objects.create(framework=graded, name="Good", position=1)
    plain = apps.get_model("reviews", "Framework").objects.create(name="Plain", kind="survey")
    known = {"kind": "inspection", "provider": provider, "logged_by": person}
    reviews = apps.get_model("reviews", "Review").objects
    dated = reviews.create(title="Dated", response_due_on=DAY, follow_up_from_on=DAY, **known)
    open_ended = reviews.create(title="Open", **known)

    apps = migrator.apply_tested_migration(("reviews", "0004_keep_dates_entered_before")).apps

    review, framework = (apps.get_model("reviews", name).objects for name in ("Review", "Framework"))
    kept = review.get(pk=dated.pk)
    why = "Entered by hand before the portal worked dates out"
    assert (kept.response_basis, kept.response_due_on, kept.response_why) == ("given", DAY, why)
    assert (kept.follow_up_basis, kept.follow_up_from_on, kept.follow_up_why) == ("given", DAY, why)
    other = review.get(pk=open_ended.pk)
    assert (other.response_basis, other.follow_up_basis) == ("rule", "rule")
    assert framework.get(pk=graded.pk).gives_overall_grade is True
    assert framework.get(pk=plain.pk).gives_overall_grade is False
