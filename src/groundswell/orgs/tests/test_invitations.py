from datetime import timedelta

import pytest
from time_machine import travel

from groundswell.accounts.models import User
from groundswell.kernel.clock import now
from groundswell.orgs.errors import AlreadyDecided, GrantsTooMuch, InvitationNotValid, JoinLinkNotValid
from groundswell.orgs.models import Invitation, Membership, RoleGrant
from groundswell.orgs.rights import Right
from groundswell.orgs.services.accept_invitation import accept_invitation
from groundswell.orgs.services.approve_join_request import approve_join_request
from groundswell.orgs.services.ask_to_join import ask_to_join
from groundswell.orgs.services.close_join_link import close_join_link
from groundswell.orgs.services.decline_join_request import decline_join_request
from groundswell.orgs.services.invite_member import invite_member
from groundswell.orgs.services.make_join_link import make_join_link
from groundswell.orgs.services.renew_invitation import renew_invitation
from groundswell.orgs.services.revoke_invitation import revoke_invitation
from groundswell.orgs.viewer import viewer_for
from tests.world import World


@pytest.fixture
def newcomer(db: None) -> User:
    return User.objects.create_user("zoe@example.org", "Zoë", "correct horse battery")


def test_an_invitation_gives_a_role_once_it_is_accepted(world: World, newcomer: User) -> None:
    _invitation, token = invite_member(viewer=world.bram, group=world.leeds, role="volunteer")
    assert not Membership.objects.filter(user=newcomer).exists()
    membership = accept_invitation(user=newcomer, token=token)
    assert viewer_for(membership).groups_with(Right.TEXT) == {world.leeds.id}


def test_an_invitation_works_once(world: World, newcomer: User) -> None:
    _invitation, token = invite_member(viewer=world.bram, group=world.leeds, role="volunteer")
    accept_invitation(user=newcomer, token=token)
    with pytest.raises(InvitationNotValid):
        accept_invitation(user=world.gita.membership.user, token=token)


def test_an_invitation_ends_after_two_weeks(world: World, newcomer: User) -> None:
    _invitation, token = invite_member(viewer=world.bram, group=world.leeds, role="volunteer")
    with travel(now() + timedelta(days=15)), pytest.raises(InvitationNotValid):
        accept_invitation(user=newcomer, token=token)


def test_a_withdrawn_invitation_is_worth_nothing(world: World, newcomer: User) -> None:
    invitation, token = invite_member(viewer=world.bram, group=world.leeds, role="volunteer")
    revoke_invitation(viewer=world.bram, invitation=invitation)
    with pytest.raises(InvitationNotValid):
        accept_invitation(user=newcomer, token=token)


def test_a_renewed_invitation_has_a_new_link_and_the_old_one_stops(world: World, newcomer: User) -> None:
    invitation, old = invite_member(viewer=world.bram, group=world.leeds, role="volunteer")
    fresh = renew_invitation(viewer=world.bram, invitation=invitation)
    with pytest.raises(InvitationNotValid):
        accept_invitation(user=newcomer, token=old)
    assert accept_invitation(user=newcomer, token=fresh)


def test_the_secret_of_an_invitation_is_nowhere_in_the_database(world: World) -> None:
    invitation, token = invite_member(viewer=world.bram, group=world.leeds, role="volunteer")
    assert token not in str(Invitation.objects.filter(pk=invitation.pk).values().get())


def test_a_leader_cannot_invite_an_organiser(world: World) -> None:
    with pytest.raises(GrantsTooMuch):
        invite_member(viewer=world.bram, group=world.leeds, role="organiser")


def test_accepting_an_invitation_does_not_lift_a_suspension(world: World) -> None:
    Membership.objects.filter(pk=world.chidi.membership.pk).update(suspended_at=now())
    _invitation, token = invite_member(viewer=world.bram, group=world.leeds, role="leader")
    membership = accept_invitation(user=world.chidi.membership.user, token=token)
    assert not membership.is_active
    assert not viewer_for(membership).group_ids


def test_a_join_link_gives_nothing_before_the_branch_said_yes(world: World, newcomer: User) -> None:
    _link, token = make_join_link(viewer=world.bram, group=world.leeds)
    request = ask_to_join(user=newcomer, token=token)
    assert not viewer_for(request.membership).group_ids
    approve_join_request(viewer=world.bram, request=request)
    assert viewer_for(request.membership).groups_with(Right.TEXT) == {world.leeds.id}


def test_two_leaders_never_decide_one_request_twice(world: World, newcomer: User) -> None:
    _link, token = make_join_link(viewer=world.bram, group=world.leeds)
    request = ask_to_join(user=newcomer, token=token)
    decline_join_request(viewer=world.amina, request=request)
    with pytest.raises(AlreadyDecided):
        approve_join_request(viewer=world.bram, request=request)
    assert not RoleGrant.objects.filter(membership=request.membership).exists()


def test_asking_twice_is_asking_once(world: World, newcomer: User) -> None:
    _link, token = make_join_link(viewer=world.bram, group=world.leeds)
    assert ask_to_join(user=newcomer, token=token) == ask_to_join(user=newcomer, token=token)


def test_a_closed_or_old_join_link_is_worth_nothing(world: World, newcomer: User) -> None:
    link, token = make_join_link(viewer=world.bram, group=world.leeds)
    with travel(now() + timedelta(days=31)), pytest.raises(JoinLinkNotValid):
        ask_to_join(user=newcomer, token=token)
    close_join_link(viewer=world.bram, link=link)
    with pytest.raises(JoinLinkNotValid):
        ask_to_join(user=newcomer, token=token)
