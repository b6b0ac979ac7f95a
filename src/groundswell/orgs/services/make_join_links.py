from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction

from groundswell.audit.services.record import record
from groundswell.kernel.clock import now
from groundswell.orgs.authority import require_grantable
from groundswell.orgs.models import Group, JoinLink, Role
from groundswell.orgs.tokens import hash_token, new_token
from groundswell.orgs.viewer import Viewer

LIFE = timedelta(days=30)


def make_join_links(
    *, viewer: Viewer, groups: Iterable[Group], life: timedelta = LIFE
) -> list[tuple[JoinLink, str]]:
    """A link by which many may ask to help, for each group; older links of the group keep working."""
    made = []
    for group in groups:
        require_grantable(viewer, group, Role.VOLUNTEER)
        token = new_token()
        link = JoinLink(
            organisation_id=group.organisation_id,
            group=group,
            token_hash=hash_token(token),
            made_by=viewer.membership,
            expires_at=now() + life,
        )
        made.append((link, token))
    with transaction.atomic():
        JoinLink.objects.bulk_create([link for link, _token in made])
        record(
            viewer.actor, "orgs.join_links_made", count=len(made), groups=[link.group_id for link, _ in made]
        )
    return made
