"""What each role may do in its group and below. The whole policy is this one table."""

from enum import StrEnum

from groundswell.orgs.models import Role


class Right(StrEnum):
    SEE_PEOPLE = "see_people"
    CHANGE_PEOPLE = "change_people"
    IMPORT_PEOPLE = "import_people"
    EXPORT_PEOPLE = "export_people"
    DECIDE_CONSENT = "decide_consent"
    DECIDE_HOLDS = "decide_holds"
    RUN_CAMPAIGNS = "run_campaigns"
    SUPERVISE_TEXTING = "supervise_texting"
    TEXT = "text"
    SEE_RESULTS = "see_results"
    HANDLE_REQUESTS = "handle_requests"
    INVITE = "invite"
    MANAGE_GROUPS = "manage_groups"
    CHANGE_SETTINGS = "change_settings"
    SEE_AUDIT = "see_audit"


_LEADER = {
    Right.SEE_PEOPLE,
    Right.CHANGE_PEOPLE,
    Right.DECIDE_HOLDS,
    Right.SUPERVISE_TEXTING,
    Right.TEXT,
    Right.SEE_RESULTS,
    Right.INVITE,
}
_ORGANISER = _LEADER | {
    Right.IMPORT_PEOPLE,
    Right.EXPORT_PEOPLE,
    Right.DECIDE_CONSENT,
    Right.RUN_CAMPAIGNS,
    Right.HANDLE_REQUESTS,
    Right.MANAGE_GROUPS,
}

ROLE_RIGHTS: dict[str, frozenset[Right]] = {
    Role.OWNER: frozenset(Right),
    Role.ORGANISER: frozenset(_ORGANISER | {Right.CHANGE_SETTINGS}),
    Role.LEADER: frozenset(_LEADER),
    Role.VOLUNTEER: frozenset({Right.TEXT}),
    Role.DPO: frozenset(
        {Right.SEE_PEOPLE, Right.DECIDE_CONSENT, Right.DECIDE_HOLDS, Right.SEE_AUDIT, Right.SEE_RESULTS}
    ),
    Role.VIEWER: frozenset({Right.SEE_RESULTS}),
}

SEES_ONLY_ASSIGNED = frozenset({Role.VOLUNTEER, Role.VIEWER})


def sees_many(roles: frozenset[str]) -> bool:
    """Whether any of the roles shows more than the people assigned to a volunteer."""
    return bool(roles - SEES_ONLY_ASSIGNED)


def needs_second_factor(roles: frozenset[str]) -> bool:
    return sees_many(roles)


def rights_of(roles: frozenset[str]) -> frozenset[Right]:
    return frozenset().union(*(ROLE_RIGHTS[role] for role in roles))
