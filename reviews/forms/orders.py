"""Which of a review’s dates comes first, and what to enter where it does not."""

ORDERS = (
    (
        "fieldwork_start_on",
        "fieldwork_end_on",
        "Enter a date for the end of the fieldwork that is on or after its start",
    ),
    ("fieldwork_start_on", "feedback_on", "Enter a feedback date that is on or after the start of fieldwork"),
    (
        "fieldwork_start_on",
        "received_on",
        "Enter a date of receipt that is on or after the start of fieldwork",
    ),
    (
        "fieldwork_start_on",
        "published_on",
        "Enter a publication date that is on or after the start of fieldwork",
    ),
    (
        "received_on",
        "response_due_on",
        "Enter a due date that is on or after the day the report was received",
    ),
    ("received_on", "draft_sent_on", "Enter a date that is on or after the day the report was received"),
    ("received_on", "response_sent_on", "Enter a date that is on or after the day the report was received"),
    (
        "fieldwork_start_on",
        "follow_up_from_on",
        "Enter a first day of the follow-up that is on or after the start of fieldwork",
    ),
    (
        "follow_up_from_on",
        "follow_up_to_on",
        "Enter a last day of the follow-up that is on or after its first",
    ),
)
