"""The only ways from a URL or a token to an assignment or a conversation."""

from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.db.models import Q
from django.http import Http404

from groundswell.audit.actor import Actor
from groundswell.kernel import clock
from groundswell.orgs.rights import Right
from groundswell.orgs.viewer import Viewer, roles_by_group
from groundswell.texting.errors import CampaignNotRunning, ConversationNotFound, SignedOut, Suspended
from groundswell.texting.models import Assignment, Campaign, Conversation, Text
from groundswell.texting.tokens import DeviceToken


@dataclass(frozen=True)
class Device:
    """A volunteer's phone or computer at work in one campaign."""

    assignment: Assignment

    @property
    def campaign(self) -> Campaign:
        return self.assignment.campaign

    @property
    def organisation_id(self) -> int:
        return self.campaign.organisation_id

    @property
    def membership_id(self) -> int:
        return self.assignment.membership_id

    @cached_property
    def actor(self) -> Actor:
        membership = self.assignment.membership
        return Actor(
            organisation_id=self.campaign.organisation_id,
            kind="member",
            membership_id=membership.id,
            user_id=membership.user_id,
        )

    @cached_property
    def viewer(self) -> Viewer:
        """Loads roles, so only where a batch is handed out. Opening the device asked for the agreement."""
        membership = self.assignment.membership
        return Viewer(membership, self.campaign.organisation, roles_by_group(membership), agreed=True)


def get_device_for(token: DeviceToken, *, lock: bool = False) -> Device:
    """Raises SignedOut, Suspended or CampaignNotRunning; asked anew by every request.

    `lock` (in a transaction) makes the requests of one volunteer come one after the other.
    """
    rows = Assignment.objects.select_for_update(of=("self",)) if lock else Assignment.objects
    assignment = (
        rows.select_related("campaign__organisation", "membership__user")
        .filter(
            id=token.assignment_id,
            epoch=token.assignment_epoch,
            membership_id=token.membership_id,
            membership__epoch=token.membership_epoch,
        )
        .first()
    )
    if assignment is None or not assignment.membership.is_active:
        raise SignedOut
    if assignment.suspended_at:
        raise Suspended
    require_running(assignment.campaign)
    return Device(assignment)


def require_running(campaign: Campaign) -> None:
    closes = campaign.closes_at
    if campaign.state != Campaign.State.RUNNING or (closes and closes <= clock.now()):
        raise CampaignNotRunning


def get_assignment_for(viewer: Viewer, public_id: UUID) -> Assignment:
    """One's own assignment; anybody else's does not exist."""
    found = (
        Assignment.objects.select_related("campaign__organisation", "membership__user")
        .filter(public_id=public_id, membership=viewer.membership)
        .first()
    )
    if found is None or not viewer.may(Right.TEXT) or not viewer.agreed:
        raise Http404
    return found


def get_held_conversation_for(device: Device, public_id: UUID) -> Conversation:
    """A conversation in this volunteer's hands. Raises ConversationNotFound for any other."""
    found = (
        Conversation.objects.select_related("person", "group", "campaign", "sender__connection")
        .filter(public_id=public_id, campaign=device.campaign, holder=device.assignment)
        .first()
    )
    if found is None:
        raise ConversationNotFound
    return found


def get_conversation_for(
    viewer: Viewer, public_id: UUID, right: Right = Right.SUPERVISE_TEXTING
) -> Conversation:
    """A conversation of the viewer's own groups (strangers' belong to the whole organisation)."""
    groups = viewer.groups_with(right) if viewer.agreed else frozenset()
    whole = Q(group=None, campaign=None) if viewer.may(right) and _is_national(viewer, right) else Q(pk=None)
    found = (
        Conversation.objects.select_related("person", "group", "campaign")
        .filter(Q(group_id__in=groups) | whole, public_id=public_id, organisation_id=viewer.organisation_id)
        .first()
    )
    if found is None:
        raise Http404
    return found


def get_text_for(viewer: Viewer, public_id: UUID) -> Text:
    """One of ours, in a conversation the viewer supervises."""
    text = (
        Text.objects.exclude(kind=Text.Kind.INBOUND)
        .select_related("conversation")
        .filter(public_id=public_id, organisation_id=viewer.organisation_id)
        .first()
    )
    if text is None:
        raise Http404
    get_conversation_for(viewer, text.conversation.public_id)
    return text


def _is_national(viewer: Viewer, right: Right) -> bool:
    root = viewer.organisation.groups.filter(parent=None).values_list("id", flat=True).first()
    return root in viewer.groups_with(right)
