"""The records of the benchmark of actions: a council's twelve years, made by bulk SQL, the same every time."""

import datetime
from typing import Any

ACTIONS, UPDATES_OF_EACH = 100_000, 5
FINDINGS, REVIEWS, THEMES, ORGANISATIONS, GROUPS, LEADS = 20_000, 200, 20, 40, 30, 300

# Agreed over twelve years; a start, a due date; three in ten were extended; most that fell due were delivered.
ACTION = """
    INSERT INTO actions_action (version, reference, title, success_measure, lead_id, lead_organisation_id, group_id,
        start_on, original_due_on, due_on, status, confidence, agreed_by_id, agreed_at)
    SELECT 0, 'A-2020-' || lpad(n::text, 6, '0'), 'Action ' || n, 'It works', %(lead)s + n %% %(leads)s,
        %(organisation)s + n %% %(organisations)s, CASE WHEN n %% 3 > 0 THEN %(group)s + n %% %(groups)s END,
        agreed + 7, agreed + 7 + span, agreed + 7 + span + CASE WHEN n %% 10 < 3 THEN 90 ELSE 0 END,
        CASE WHEN n %% 50 = 0 THEN 'cancelled'
            WHEN agreed > %(today)s::date - 14 THEN 'not_started'
            WHEN agreed + 7 + span > %(today)s::date OR n %% 20 = 1
                THEN CASE WHEN n %% 25 = 2 THEN 'paused' ELSE 'in_progress' END
            WHEN n %% 30 = 3 THEN 'delivered' ELSE 'signed_off' END,
        (ARRAY['high', 'high', 'medium', 'low'])[1 + n %% 4], %(person)s, agreed::timestamp + interval '10 hours'
    FROM (SELECT n, %(today)s::date - (random() * 4380)::int AS agreed, 90 + (random() * 310)::int AS span
        FROM generate_series(1, %(actions)s) AS n) AS drawn"""
MOVED = """
    INSERT INTO actions_transition (action_id, from_status, to_status, reason, made_by_id, led_by_id, made_at)
    SELECT id, {before}, {after}, '', %(person)s, lead_id, {moment} FROM actions_action WHERE {where}"""
DELIVERED_AT = "least(due_on + (id %% 40)::int - 30, %(today)s::date - 2)::timestamp + interval '11 hours'"
SIGNED_OFF_AT = "least(due_on + (id %% 40)::int - 15, %(today)s::date - 1)::timestamp + interval '11 hours'"
ENDED = "status IN ('delivered', 'signed_off')"
TRANSITIONS = [
    ("'not_started'", "'in_progress'", "start_on::timestamp + interval '9 hours'", "status <> 'not_started'"),
    ("'in_progress'", "'paused'", "%(today)s::timestamp - interval '40 days'", "status = 'paused'"),
    ("'in_progress'", "'cancelled'", "due_on::timestamp - interval '50 days'", "status = 'cancelled'"),
    ("'in_progress'", "'delivered'", DELIVERED_AT, ENDED),
    ("'delivered'", "'signed_off'", SIGNED_OFF_AT, "status = 'signed_off'"),
]
UPDATE = """
    INSERT INTO actions_update (action_id, narrative, percent_complete, confidence, blockers, correction_reason,
        posted_by_id, posted_at)
    SELECT id, 'Further on than before', 15 * k, (ARRAY['high', 'medium', 'low'])[1 + (id + k) %% 3], '', '', lead_id,
        start_on::timestamp + (least(due_on, %(today)s::date - (id %% 60)::int) - start_on) * k / 6.0 * interval '1 day'
    FROM actions_action, generate_series(1, %(updates)s) AS k"""
EXTENSION = """
    INSERT INTO actions_extension (action_id, due_before_on, due_asked_on, reason, asked_by_id, asked_at, decision,
        decision_reason, decided_by_id, decided_at, committee)
    SELECT id, {before}, {after}, 'Two posts were empty', lead_id, {asked}, {decision}, ''
    FROM actions_action WHERE {where}"""
GRANTED_AT = "least(original_due_on - 10, %(today)s::date - 3)::timestamp"
EXTENSIONS = [
    {
        "before": "original_due_on",
        "after": "due_on",
        "asked": f"{GRANTED_AT} - interval '5 days'",
        "decision": f"'granted', 'Yes', %(person)s, {GRANTED_AT}",
        "where": "due_on > original_due_on",
    },
    {
        "before": "due_on",
        "after": "due_on + 60",
        "asked": "%(today)s::timestamp - id %% 30 * interval '1 day'",
        "decision": "'', '', NULL, NULL",
        "where": "status = 'in_progress' AND id %% 15 = 0",
    },
]
SIGN_OFF = """
    INSERT INTO actions_signoff (action_id, was_delivered, is_second_look, made_difference, reason, look_again_on,
        signed_off_by_id, signed_off_at)
    SELECT id, true, false, (ARRAY['yes', 'partly', 'not_yet', 'cannot_tell'])[1 + id %% 4], 'The audit shows it',
        CASE WHEN id %% 4 = 2 THEN due_on + 180 END, %(person)s, {moment}
    FROM actions_action WHERE status = 'signed_off'"""
LOOKED_AGAIN = """
    INSERT INTO actions_signoff (action_id, was_delivered, is_second_look, made_difference, reason,
        signed_off_by_id, signed_off_at)
    SELECT action_id, true, true, 'yes', 'It shows now', %(person)s, look_again_on::timestamp FROM actions_signoff
    WHERE look_again_on < %(today)s::date - 60 OR (look_again_on < %(today)s AND id %% 40 > 0)"""
FINDING = """
    INSERT INTO findings_finding (version, reference, review_id, kind, text, correction, prominence, source_ref,
        response, response_reason, recorded_by_id, recorded_at)
    SELECT 0, 'F-2020-' || lpad(n::text, 6, '0'), %(review)s + n %% %(reviews)s, 'area', 'Finding ' || n, '',
        'detail', '', '', '', %(person)s, now()
    FROM generate_series(1, %(findings)s) AS n"""
LINKS = [
    "INSERT INTO findings_finding_themes (finding_id, theme_id) "
    "SELECT id, %(theme)s + (id * k) %% %(themes)s FROM findings_finding, generate_series(1, 2) AS k "
    "WHERE id %% 30 > 0 ON CONFLICT DO NOTHING",
    "INSERT INTO actions_action_findings (action_id, finding_id) "
    "SELECT a.id, f.id FROM actions_action a JOIN findings_finding f ON f.reference = "
    "'F-2020-' || lpad((1 + a.id %% %(findings)s)::text, 6, '0')",
    "INSERT INTO actions_action_findings (action_id, finding_id) "
    "SELECT a.id, f.id FROM actions_action a JOIN findings_finding f ON f.reference = "
    "'F-2020-' || lpad((1 + a.id * 7 %% %(findings)s)::text, 6, '0') WHERE a.id %% 2 = 0 ON CONFLICT DO NOTHING",
    "INSERT INTO actions_milestone (version, action_id, title, due_on) "
    "SELECT 0, id, 'Half way', original_due_on - 40 FROM actions_action WHERE id %% 3 = 0",
    "INSERT INTO actions_dependency (action_id, waits_for_id, added_by_id, added_at) "
    "SELECT id, id - 1, %(person)s, now() FROM actions_action "
    "WHERE id %% 10 = 0 AND id - 1 IN (SELECT id FROM actions_action)",
]


def make_records() -> None:
    """Fill the database: people and reviews as the portal makes them, everything else by bulk SQL."""
    from django.db import connection

    values = make_frame()
    with connection.cursor() as cursor:
        cursor.execute("SELECT setseed(0.5)")
        for sql in statements():
            cursor.execute(sql, values)
        cursor.execute("VACUUM ANALYZE")


def statements() -> list[str]:
    """The statements that make the rows, in order."""
    moved = [
        MOVED.format(before=before, after=after, moment=moment, where=where)
        for before, after, moment, where in TRANSITIONS
    ]
    return [
        FINDING,
        ACTION,
        *moved,
        UPDATE,
        *(EXTENSION.format(**parts) for parts in EXTENSIONS),
        SIGN_OFF.format(moment=SIGNED_OFF_AT),
        LOOKED_AGAIN,
        *LINKS,
    ]


def make_frame() -> dict[str, Any]:
    """Make the few records that the many point to; return where each kind begins, and how many there are."""
    from actions.models import Group
    from portal.models import Organisation, User
    from reviews.models import Review, Theme

    today = datetime.date.today()  # noqa: DTZ011
    person = User.objects.create_user(email="manager@example.org", name="Manager", role="manager")
    organisations = Organisation.objects.bulk_create(
        Organisation(name=f"Organisation {n}", kind="other") for n in range(ORGANISATIONS)
    )
    home = organisations[0]
    leads = User.objects.bulk_create(
        User(email=f"lead-{n}@example.org", name=f"Lead {n:03}", role="action_lead", organisation=home)
        for n in range(LEADS)
    )
    groups = Group.objects.bulk_create(Group(name=f"Group {n}") for n in range(GROUPS))
    themes = Theme.objects.bulk_create(Theme(name=f"Theme {n}", position=n) for n in range(THEMES))
    reviews = Review.objects.bulk_create(
        Review(
            title=f"Review {n}",
            kind="peer_review",
            provider=organisations[1],
            fieldwork_start_on=today - datetime.timedelta(days=4500 - 20 * n),
            logged_by=person,
        )
        for n in range(REVIEWS)
    )
    return _counted(
        {
            "person": person,
            "organisation": organisations[0],
            "lead": leads[0],
            "group": groups[0],
            "theme": themes[0],
            "review": reviews[0],
        },
        today,
    )


def _counted(firsts: dict[str, Any], today: datetime.date) -> dict[str, Any]:
    """Return where each kind of record begins, how many there are of it, and the day."""
    return {
        **{name: record.pk for name, record in firsts.items()},
        **{"actions": ACTIONS, "updates": UPDATES_OF_EACH, "findings": FINDINGS, "reviews": REVIEWS},
        **{"themes": THEMES, "organisations": ORGANISATIONS, "groups": GROUPS, "leads": LEADS},
        "today": today,
    }
