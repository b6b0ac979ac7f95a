from groundswell.consent.channels import Channel
from groundswell.consent.facts import PersonOptedOut
from groundswell.consent.models import Suppression
from groundswell.kernel.facts import reacts_to
from groundswell.orgs.facts import GroupMoved, MembershipEnded, MemberSuspended, RoleRevoked
from groundswell.orgs.models import Group
from groundswell.texting import on_their_way as on_their_way
from groundswell.texting.models import Conversation
from groundswell.texting.services.drop_address import drop_address
from groundswell.texting.services.take_back_work import take_back_work


@reacts_to(PersonOptedOut)
def close_conversations(fact: PersonOptedOut) -> None:
    """Tidies up after an opt-out recorded elsewhere; hand-over asks the gate in any case.

    Not when they came back meanwhile: a fact is heard later than it happened.
    """
    still = Suppression.objects.filter(
        organisation_id=fact.organisation_id,
        channel=Channel.TEXT,
        match_key=fact.match_key,
        lifted_at=None,
    )
    if still.exists():
        drop_address(
            organisation_id=fact.organisation_id,
            match_key=fact.match_key,
            because=Conversation.ClosedBecause.OPTED_OUT,
        )


@reacts_to(RoleRevoked)
def free_after_a_role(fact: RoleRevoked) -> None:
    take_back_work(membership_id=fact.membership_id)


@reacts_to(MemberSuspended)
def free_after_suspension(fact: MemberSuspended) -> None:
    take_back_work(membership_id=fact.membership_id)


@reacts_to(MembershipEnded)
def free_after_the_end(fact: MembershipEnded) -> None:
    take_back_work(membership_id=fact.membership_id)


@reacts_to(GroupMoved)
def free_after_a_move(fact: GroupMoved) -> None:
    """Below another group other members have a role here."""
    moved = Group.objects.at_or_below(Group.objects.get(pk=fact.group_id))
    held = Conversation.objects.filter(group__in=moved, holder__isnull=False)
    for membership_id in held.values_list("holder__membership", flat=True).distinct():
        take_back_work(membership_id=membership_id)
