"""What the committee is asked to do, to begin with."""

from reports.drafting.words import count
from reports.facts import Facts, action_facts


def draft_recommendations(known: Facts) -> list[tuple[str, str]]:
    """Return recommendations with their reasons: to note the report, and to ask about what is late."""
    late = len(known.about_period(action_facts).late)
    recommendations = [
        (
            "Note the findings of the reviews in the period and the progress of the actions",
            "So that members know what was found, what was done and whether it made a difference",
        )
    ]
    if late:
        recommendations.append(
            (
                f"Ask for an account of the {count(late, 'late action')} at the next meeting",
                "So that members can see what stands in the way and when the work will be done",
            )
        )
    return recommendations
