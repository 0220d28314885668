"""The bare SQL of the counts and rows that the pages about actions show: the least that each page has to ask."""

import datetime

TODAY = datetime.date.today()  # noqa: DTZ011
DAY = f"DATE '{TODAY}'"
OPEN = "status IN ('not_started', 'in_progress', 'paused')"
GOING_ON = "status NOT IN ('signed_off', 'cancelled', 'superseded')"
NOW = f"""
    SELECT status, confidence, CASE WHEN status = 'signed_off' THEN 'complete'
            WHEN status = 'delivered' THEN 'delivered'
            WHEN status IN ('cancelled', 'superseded') THEN 'stopped' WHEN due_on < {DAY} THEN 'late'
            WHEN status = 'paused' OR (status = 'not_started' AND start_on < {DAY})
                OR id IN (SELECT action_id FROM actions_milestone WHERE reached_on IS NULL AND due_on < {DAY})
                OR (due_on <= {DAY} + 14
                    AND id IN (SELECT action_id FROM actions_milestone WHERE reached_on IS NULL))
                OR EXISTS (SELECT 1 FROM actions_dependency d JOIN actions_action w ON w.id = d.waits_for_id
                    WHERE d.action_id = a.id AND (w.{OPEN} AND w.due_on > a.due_on
                        OR w.status IN ('cancelled', 'superseded'))) THEN 'at_risk'
            WHEN status = 'not_started' THEN 'not_due' ELSE 'on_track' END AS delivery,
        count(*), count(*) FILTER (WHERE {OPEN}), count(*) FILTER (WHERE {OPEN} AND due_on < {DAY}),
        count(*) FILTER (WHERE {OPEN} AND due_on BETWEEN {DAY} AND {DAY} + 30),
        count(*) FILTER (WHERE status = 'delivered'),
        count(*) FILTER (WHERE {OPEN} AND id IN (SELECT action_id FROM actions_extension WHERE decision = '')),
        count(*) FILTER (WHERE status = 'in_progress' AND agreed_at < {DAY} - 42 AND start_on < {DAY} - 42
            AND id NOT IN (SELECT action_id FROM actions_update
                WHERE COALESCE(stands_at, posted_at) >= {DAY} - 42)
            AND id NOT IN (SELECT action_id FROM actions_transition WHERE made_at >= {DAY} - 42)),
        count(*) FILTER (WHERE status = 'signed_off' AND id IN (SELECT action_id FROM actions_signoff s
            WHERE look_again_on <= {DAY} AND NOT EXISTS (SELECT 1 FROM actions_signoff l
                WHERE l.action_id = s.action_id AND (l.signed_off_at, l.id) > (s.signed_off_at, s.id)))),
        count(*) FILTER (WHERE {GOING_ON} AND lead_id IN (SELECT id FROM portal_user WHERE NOT is_active))
    FROM actions_action a GROUP BY 1, 2, 3"""
SINCE_DAY = TODAY - datetime.timedelta(days=90)
SINCE = f"DATE '{SINCE_DAY}'"
WAS_LATE = f"""original_due_on < {SINCE} - 1 AND agreed_at < {SINCE} AND (due_on < {SINCE} - 1 OR id IN (
        SELECT action_id FROM actions_extension
        WHERE decision = 'granted' AND decided_at >= {SINCE} AND due_before_on < {SINCE} - 1))
    AND (({OPEN} AND id NOT IN (SELECT action_id FROM actions_transition WHERE made_at >= {SINCE})) OR id IN (
        SELECT action_id FROM (SELECT DISTINCT ON (action_id) action_id, from_status FROM actions_transition
            WHERE made_at >= {SINCE} ORDER BY action_id, made_at, id) AS first WHERE from_{OPEN}))"""
FELL = f"""SELECT a.id FROM actions_action a, LATERAL (SELECT confidence FROM actions_update u
        WHERE u.action_id = a.id AND COALESCE(stands_at, posted_at) < {SINCE}
        ORDER BY COALESCE(stands_at, posted_at) DESC, id DESC LIMIT 1) AS before
    WHERE a.{OPEN} AND a.id IN (
        SELECT action_id FROM actions_update WHERE COALESCE(stands_at, posted_at) >= {SINCE})
        AND ((a.confidence = 'medium' AND before.confidence = 'high')
            OR (a.confidence = 'low' AND before.confidence IN ('high', 'medium')))"""


def moved(where: str) -> str:
    """Return what counts the actions whose status changed so."""
    changed = f"SELECT action_id FROM actions_transition WHERE made_at >= {SINCE} AND {where}"
    return f"count(*) FILTER (WHERE id IN ({changed}))"


CHANGED = f"""
    SELECT count(*) FILTER (WHERE agreed_at >= {SINCE}), {moved("to_status = 'delivered'")},
        {moved("to_status = 'signed_off'")}, {moved(f"NOT from_{OPEN} AND to_{OPEN}")},
        count(*) FILTER (WHERE id IN (SELECT action_id FROM actions_signoff
            WHERE signed_off_at >= {SINCE} AND made_difference IN ('yes', 'partly'))),
        count(*) FILTER (WHERE id IN (SELECT action_id FROM actions_extension
            WHERE decided_at >= {SINCE} AND decision = 'granted')),
        count(*) FILTER (WHERE {OPEN} AND due_on < {DAY} AND NOT ({WAS_LATE})),
        count(*) FILTER (WHERE id IN ({FELL}))
    FROM actions_action"""


def quarter(place: int) -> str:
    """Return the day after the end of a quarter, counted back from today's: a constant, as the pages send it."""
    months = TODAY.year * 12 + TODAY.month - 1 - (TODAY.month - 1) % 3 - 3 * place
    return f"DATE '{months // 12}-{months % 12 + 1:02}-01'"


def quarters(counts: str, *, after: bool) -> str:
    """Return counts of actions agreed by the end of each of eight quarters, and of those late by then."""
    parts = []
    for place in range(8):
        day = quarter(place)
        agreed = f"a.agreed_at < {day}" + (f" AND t.made_at >= {day}" if after else "")
        due = f"""a.original_due_on < {day} - 1 AND (a.due_on < {day} - 1 OR a.id IN (
            SELECT action_id FROM actions_extension
            WHERE decision = 'granted' AND decided_at >= {day} AND due_before_on < {day} - 1))"""
        parts += [f"{counts} FILTER (WHERE {agreed})", f"{counts} FILTER (WHERE {agreed} AND {due})"]
    return ", ".join(parts)


TREND = [
    f"SELECT status, {quarters('count(*)', after=False)} FROM actions_action a GROUP BY status",
    f"SELECT from_status, to_status, {quarters('count(*)', after=True)} FROM actions_transition t "
    f"JOIN actions_action a ON a.id = t.action_id WHERE t.made_at >= {quarter(7)} GROUP BY 1, 2",
]
IMPACT = """
    SELECT made_difference, count(*) FROM actions_signoff s JOIN actions_action a ON a.id = s.action_id
    WHERE a.status = 'signed_off' AND NOT EXISTS (SELECT 1 FROM actions_signoff l
        WHERE l.action_id = s.action_id AND (l.signed_off_at, l.id) > (s.signed_off_at, s.id)) GROUP BY 1"""
AREAS = "SELECT count(*) FROM findings_finding WHERE kind = 'area' AND response = ''"
DASHBOARD = [NOW, CHANGED, *TREND, IMPACT, AREAS]
STACK = f"""count(DISTINCT a.id) FILTER (WHERE {OPEN} AND due_on >= {DAY}),
    count(DISTINCT a.id) FILTER (WHERE {OPEN} AND due_on < {DAY}),
    count(DISTINCT a.id) FILTER (WHERE status IN ('delivered', 'signed_off'))"""
EACH = STACK.replace("DISTINCT a.id", "*")
ABOUT = "FROM actions_action a LEFT JOIN actions_action_findings f ON f.action_id = a.id"
SHARES = {
    "theme": f"SELECT t.theme_id, {STACK} {ABOUT} "
    "LEFT JOIN findings_finding_themes t ON t.finding_id = f.finding_id GROUP BY 1",
    "review": f"SELECT o.review_id, {STACK} {ABOUT} LEFT JOIN findings_finding o ON o.id = f.finding_id GROUP BY 1",
    "lead_organisation": f"SELECT lead_organisation_id, {EACH} FROM actions_action a GROUP BY 1",
    "group": f"SELECT group_id, {EACH} FROM actions_action a GROUP BY 1",
    "lead": f"SELECT lead_id, {EACH} FROM actions_action a GROUP BY 1",
}
# Everything that the ranking weighs, and no more: each reason that holds, with the days that it has been so.
TOMORROW = f"(({DAY} + 1)::timestamp AT TIME ZONE 'Europe/London')"
A_DAY = "interval '1 day'"
ATTENTION = f"""
    SELECT a.id FROM actions_action a
    LEFT JOIN actions_extension e ON e.action_id = a.id AND e.decision = ''
    LEFT JOIN LATERAL (SELECT posted_at, percent_complete FROM actions_update u WHERE u.action_id = a.id
        ORDER BY posted_at DESC, id DESC LIMIT 1) AS said ON true
    LEFT JOIN LATERAL (SELECT made_at FROM actions_transition t WHERE t.action_id = a.id
        ORDER BY made_at DESC, id DESC LIMIT 1) AS moved ON true
    LEFT JOIN LATERAL (SELECT look_again_on FROM actions_signoff s WHERE s.action_id = a.id
        ORDER BY signed_off_at DESC, id DESC LIMIT 1) AS judged ON a.status = 'signed_off'
    WHERE a.{OPEN} OR a.status = 'delivered' OR judged.look_again_on <= {DAY}
    ORDER BY CASE WHEN a.{OPEN} AND due_on < {DAY} THEN (1000 + {DAY} - due_on) * {A_DAY} ELSE '0' END
        + CASE WHEN a.{GOING_ON} AND lead_id IN (SELECT id FROM portal_user WHERE NOT is_active)
            THEN 800 * {A_DAY} ELSE '0' END
        + CASE WHEN a.{OPEN} AND due_on BETWEEN {DAY} AND {DAY} + 30
            AND coalesce(said.percent_complete, 0) < 50 THEN 350 * {A_DAY} ELSE '0' END
        + CASE WHEN a.{OPEN} AND e.id IS NOT NULL THEN 600 * {A_DAY} + ({TOMORROW} - e.asked_at) ELSE '0' END
        + CASE WHEN status = 'delivered'
            THEN 500 * {A_DAY} + ({TOMORROW} - coalesce(moved.made_at, agreed_at)) ELSE '0' END
        + CASE WHEN judged.look_again_on <= {DAY} THEN (450 + {DAY} - judged.look_again_on) * {A_DAY} ELSE '0' END
        + CASE WHEN a.{OPEN} AND confidence = 'low' THEN 400 * {A_DAY} ELSE '0' END
        + CASE WHEN status = 'paused'
            THEN 300 * {A_DAY} + ({TOMORROW} - coalesce(moved.made_at, agreed_at)) ELSE '0' END
        + CASE WHEN status = 'not_started' AND start_on < {DAY} THEN (250 + {DAY} - start_on) * {A_DAY} ELSE '0' END
        + CASE WHEN status = 'in_progress' AND agreed_at < {DAY} - 42 AND start_on < {DAY} - 42
            AND coalesce(said.posted_at < {DAY} - 42, true)
            THEN 100 * {A_DAY} + ({TOMORROW} - coalesce(said.posted_at, agreed_at)) ELSE '0' END
        DESC, due_on, a.id
    LIMIT 10"""
LISTED = """
    SELECT a.*, p.name, o.name FROM actions_action a JOIN portal_user p ON p.id = a.lead_id
    JOIN portal_organisation o ON o.id = a.lead_organisation_id WHERE {where}
    ORDER BY (status IN ('signed_off', 'cancelled', 'superseded')), due_on, a.id LIMIT 25"""
REGISTER = ["SELECT count(*) FROM actions_action", LISTED.format(where="true")]
LATE = f"{OPEN} AND due_on < {DAY}"
REGISTER_LATE = [f"SELECT count(*) FROM actions_action WHERE {LATE}", LISTED.format(where=LATE)]
WAITING = f"""FROM actions_action a
    WHERE ({OPEN} AND id IN (SELECT action_id FROM actions_extension WHERE decision = ''))
    OR (status = 'delivered' AND id NOT IN (
        SELECT action_id FROM actions_transition WHERE led_by_id = 0 AND to_status = 'delivered'))
    OR (status = 'signed_off' AND id IN (SELECT action_id FROM actions_signoff s WHERE look_again_on <= {DAY}
        AND NOT EXISTS (SELECT 1 FROM actions_signoff l
            WHERE l.action_id = s.action_id AND (l.signed_off_at, l.id) > (s.signed_off_at, s.id))))"""
DECISIONS = [
    f"SELECT count(*) {WAITING}",
    f"SELECT id, (SELECT max(made_at) FROM actions_transition t WHERE t.action_id = a.id) AS since {WAITING} "
    "ORDER BY since LIMIT 10",
]
LED = [
    f"SELECT count(*) FILTER (WHERE {LATE}), count(*) FILTER (WHERE {OPEN}), count(*) FROM actions_action "
    "WHERE lead_id = {lead}",
    LISTED.format(where="a.lead_id = {lead}"),
]
