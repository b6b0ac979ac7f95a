from groundswell.accounts.models import User
from groundswell.orgs.models import Membership, Organisation


def join_organisation(*, user: User, organisation: Organisation) -> Membership:
    """The user's membership here, new or taken up again; it holds no role by itself. A suspension stays."""
    membership, _is_new = Membership.objects.get_or_create(
        organisation=organisation, user=user, defaults={"alias": user.get_short_name()}
    )
    if membership.ended_at is not None:
        membership.ended_at = None
        membership.save(update_fields=["ended_at"])
    return membership
