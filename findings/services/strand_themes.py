"""Giving the strands that came with a document their themes, all at once."""

from collections.abc import Mapping, Sequence

from django.db.models import F

from findings.models import Finding
from findings.services.finding import link_themes
from portal.exceptions import Refused
from portal.history import note_linked
from portal.models import User
from portal.services import change
from reviews.models import Strand, Theme


def give_themes(*, by: User, chosen: Mapping[Strand, Sequence[Theme]]) -> None:
    """Give strands without themes these, and those of their findings that have none; raises Refused.

    The number of queries does not depend on the number of strands.
    """
    keys = [strand.pk for strand in chosen]
    with change(by=by):
        held = Strand.objects.select_for_update().filter(pk__in=keys).order_by("pk")
        if len(held) < len(keys):
            raise Refused("A strand was removed after you opened this page. Nothing was saved. Choose again")
        taken = Strand.objects.filter(pk__in=keys, themes__isnull=False).first()
        if taken is not None:
            raise Refused(
                f"“{taken}” was given themes after you opened this page. Nothing of yours was saved. Choose again"
            )
        Strand.objects.filter(pk__in=keys).update(version=F("version") + 1)
        through = Strand.themes.through
        through.objects.bulk_create(
            through(strand=strand, theme=theme) for strand, themes in chosen.items() for theme in themes
        )
        note_linked("themes", chosen.items(), by=by)
        themes_of: dict[int | None, Sequence[Theme]] = {row.pk: themes for row, themes in chosen.items()}
        bare = Finding.objects.filter(strand__in=keys, themes=None).order_by("pk")
        # An edit form that was opened before holds the finding without its themes and would take them away.
        bare.update(version=F("version") + 1)
        link_themes(by, [(finding, themes_of[finding.strand_id]) for finding in bare])
