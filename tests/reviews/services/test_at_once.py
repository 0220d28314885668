"""Two people who change a review at the same moment."""

import pytest

from portal.exceptions import Refused
from reviews.models import Review
from reviews.services import judgement as judging
from reviews.services import review as reviewing
from tests.concurrency import Pause, at_once
from tests.factories.portal import UserFactory
from tests.factories.reviews import FrameworkFactory, GradeFactory, JudgementFactory, ReviewFactory

pytestmark = pytest.mark.django_db(transaction=True)


def kept():
    """The framework of the review, and that of each of its judgements."""
    review = Review.objects.get()
    return review.framework_id, [row.grade.framework_id for row in review.judgements.select_related("grade")]


def test_framework_is_not_changed_while_a_judgement_is_recorded(tmp_path, monkeypatch):
    grade, other, people = GradeFactory(), FrameworkFactory(), UserFactory.create_batch(2)
    review, pause = ReviewFactory(framework=grade.framework, stage="planned"), Pause()
    monkeypatch.setattr(judging, "save_new", pause.before(judging.save_new))

    def judge():
        judging.record_judgement(by=people[0], review=review, strand=None, grade=grade)

    def change_framework():
        found = Review.objects.get()
        reviewing.edit_review(review=found, by=people[1], version=0, changes={"framework": other})

    judged, changed = at_once([judge, pause.during(change_framework)], folder=tmp_path)

    assert judged is None
    assert str(changed) == ("This review has judgements on its framework’s grades. Choose the same framework")
    assert at_once([kept], folder=tmp_path) == [(grade.framework_id, [grade.framework_id])]


def test_judgement_on_a_review_whose_framework_was_changed_meanwhile_is_refused():
    grade, officer = GradeFactory(), UserFactory()
    seen = ReviewFactory(framework=grade.framework)
    judgement = JudgementFactory(review=ReviewFactory(framework=grade.framework), grade=grade)
    Review.objects.update(framework=FrameworkFactory())

    with pytest.raises(Refused, match="Choose a grade of this review’s framework"):
        judging.record_judgement(by=officer, review=seen, strand=None, grade=grade)
    with pytest.raises(Refused, match="Choose a grade of this review’s framework"):
        judging.edit_judgement(judgement=judgement, by=officer, version=0, changes={"note": "As published"})
