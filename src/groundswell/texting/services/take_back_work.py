from django.db import transaction

from groundswell.orgs.models import Membership
from groundswell.orgs.rights import Right
from groundswell.orgs.viewer import viewer_for
from groundswell.texting.models import Conversation, Turn
from groundswell.texting.services.release_turns import release


@transaction.atomic
def take_back_work(*, membership_id: int) -> None:
    """What a member holds of groups that are not theirs to text any more goes back to the branch."""
    membership = Membership.objects.select_related("organisation", "user").get(pk=membership_id)
    groups = viewer_for(membership).groups_with(Right.TEXT)
    release(
        Turn.objects.filter(holder__membership=membership, state=Turn.State.HELD).exclude(group_id__in=groups)
    )
    held = Conversation.objects.filter(holder__membership=membership)
    held.exclude(group_id__in=groups).update(holder=None)
