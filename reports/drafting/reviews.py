"""What was reviewed in the period."""

from findings.models import Response
from portal.wording import day, joined
from reports.drafting.nothing import nothing
from reports.drafting.words import capital, count, is_are, verbatim
from reports.facts import Facts, review_facts
from reports.facts.record import reported_on
from reports.facts.reviews import ReviewFact
from reports.models import Section

ANSWERS = {
    Response.ACCEPTED: "accepted",
    Response.PARTLY_ACCEPTED: "accepted in part",
    Response.NOT_ACCEPTED: "not accepted",
    "": "still to be answered",
}


def reviews_text(known: Facts) -> str:
    """Tell of each review that reported in the period, and name those under way."""
    facts = known.about_period(review_facts)
    reported = f"{capital(count(len(facts.reported), 'review'))} reported in the period."
    count_line = reported if facts.reported else nothing(Section.Kind.REVIEWS)
    paragraphs = [count_line, *(review_text(fact) for fact in facts.reported)]
    if facts.under_way:
        names = joined(
            f"{verbatim(review.title)} ({verbatim(review.provider.name)})" for review in facts.under_way
        )
        verb = is_are(len(facts.under_way))
        paragraphs.append(
            f"{capital(count(len(facts.under_way), 'review'))} {verb} under way and had not reported by "
            f"{facts.period.end_in_words}: {names}."
        )
    return "\n\n".join(paragraphs)


def review_text(fact: ReviewFact) -> str:
    """Tell of one review: who, when, how widely, what it found, and how the council answered."""
    review = fact.review
    kind = review.get_kind_display().lower()
    sentences = [
        f"**{verbatim(review.title)}.** This {kind} was carried out by {verbatim(review.provider.name)} "
        f"and reported on {day(reported_on(review))}."
    ]
    methods = [
        f"spoke to {review.people_spoken_to:,} people" if review.people_spoken_to else "",
        f"read {review.case_files_read:,} case files" if review.case_files_read else "",
    ]
    if any(methods):
        sentences.append(f"The reviewers {joined(filter(None, methods))}.")
    sentences.append(
        f"The report has {count(fact.strengths, 'strength')} and {count(fact.areas, 'area')} for consideration."
    )
    if fact.areas == 1:
        answer = next(words for response, words in ANSWERS.items() if fact.answered(response))
        return " ".join([*sentences, f"The area is {answer}."])
    numbers = ((fact.answered(response), answer) for response, answer in ANSWERS.items())
    given = [
        f"{count(number, is_are(number), is_are(number))} {answer}" for number, answer in numbers if number
    ]
    if given:
        sentences.append(f"Of the areas {joined(given)}.")
    return " ".join(sentences)
