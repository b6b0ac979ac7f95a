from django.db.models import Case, IntegerField, Value, When

from groundswell.accounts.models import User
from groundswell.orgs.models import Membership
from groundswell.orgs.viewer import Viewer, viewer_for


def viewer_of_user(user: User, organisation_id: int | None) -> Viewer | None:
    """The membership somebody works under: in the organisation they chose, else the oldest; three queries."""
    chosen = Case(When(organisation_id=organisation_id, then=0), default=1, output_field=IntegerField())
    membership = (
        Membership.objects.active()
        .filter(user=user)
        .with_agreement()
        .select_related("organisation", "user")
        .order_by(chosen if organisation_id else Value(0), "id")
        .first()
    )
    return viewer_for(membership) if membership else None
