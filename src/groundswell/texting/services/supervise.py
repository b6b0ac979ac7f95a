"""What a leader may do with a volunteer's work; it counts from the volunteer's next gesture on."""

from django.db import transaction
from django.db.models import F

from groundswell.audit.services.record import record
from groundswell.kernel import clock
from groundswell.kernel.errors import NotAllowed
from groundswell.orgs.rights import Right
from groundswell.orgs.viewer import Viewer
from groundswell.texting.models import Assignment, Conversation, Text, Turn
from groundswell.texting.services.give_back import SUSPENDED, give_back_all
from groundswell.texting.services.join_campaign import join_campaign
from groundswell.texting.services.release_turns import finish_for_today, release


@transaction.atomic
def take_over_conversation(*, viewer: Viewer, conversation: Conversation) -> Assignment:
    """The conversation, and its waiting or held turn, come into the leader's own hands."""
    if conversation.campaign is None or conversation.group_id is None:
        raise NotAllowed
    viewer.require(Right.SUPERVISE_TEXTING, conversation.group_id)
    mine = join_campaign(viewer=viewer, campaign=conversation.campaign)
    Turn.objects.filter(conversation=conversation, state=Turn.State.HELD).update(holder=mine)
    Conversation.objects.filter(pk=conversation.pk).update(holder=mine, escalated_at=None)
    record(viewer.actor, "conversation.taken_over", conversation, assignment=mine.id)
    return mine


@transaction.atomic
def suspend_texter(*, viewer: Viewer, assignment: Assignment) -> None:
    """Ends the volunteer's devices in this campaign and gives everything they hold back to the branch.

    What they tapped and is not with the carrier yet does not go out: people wait for somebody else's tap,
    unsent replies for the leader.
    """
    _require_lead(viewer, assignment)
    Assignment.objects.filter(pk=assignment.pk).update(suspended_at=clock.now(), epoch=F("epoch") + 1)
    queued = Text.objects.filter(
        author=assignment.membership_id, conversation__campaign=assignment.campaign_id
    )
    give_back_all(queued, because=SUSPENDED)
    release(Turn.objects.filter(holder=assignment, state=Turn.State.HELD))
    Conversation.objects.filter(holder=assignment).update(holder=None)
    record(viewer.actor, "assignment.suspended", assignment)


def give_back_work(*, viewer: Viewer, assignment: Assignment) -> int:
    """Stale work goes back to the branch: untouched people, and replies nobody has answered."""
    _require_lead(viewer, assignment)
    return finish_for_today(actor=viewer.actor, assignment=assignment)


@transaction.atomic
def resume_texter(*, viewer: Viewer, assignment: Assignment) -> None:
    _require_lead(viewer, assignment)
    Assignment.objects.filter(pk=assignment.pk).update(suspended_at=None)
    record(viewer.actor, "assignment.resumed", assignment)


def _require_lead(viewer: Viewer, assignment: Assignment) -> None:
    """A leader of every group the volunteer texts for may decide about them."""
    groups = assignment.membership.grants.values_list("group_id", flat=True)
    if assignment.campaign.organisation_id != viewer.organisation_id:
        raise NotAllowed
    for group_id in groups:
        viewer.require(Right.SUPERVISE_TEXTING, group_id)
