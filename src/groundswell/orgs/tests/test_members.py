import pytest

from groundswell.audit.models import AuditEntry
from groundswell.orgs.errors import GrantsTooMuch, LastOwner
from groundswell.orgs.models import Invitation, Role, RoleGrant
from groundswell.orgs.rights import Right
from groundswell.orgs.services.end_membership import end_membership
from groundswell.orgs.services.grant_role import grant_role
from groundswell.orgs.services.invite_member import invite_member
from groundswell.orgs.services.resume_member import resume_member
from groundswell.orgs.services.revoke_role import revoke_role
from groundswell.orgs.services.suspend_member import suspend_member
from groundswell.orgs.viewer import viewer_for
from tests.sign_in import sign_in
from tests.world import World


def test_a_leader_can_make_a_volunteer_a_co_leader(world: World) -> None:
    grant_role(viewer=world.bram, membership=world.chidi.membership, group=world.leeds, role=Role.LEADER)
    assert viewer_for(world.chidi.membership).may(Right.SEE_PEOPLE, world.leeds.id)


@pytest.mark.parametrize("role", [Role.OWNER, Role.ORGANISER, Role.DPO])
def test_a_leader_cannot_give_more_than_a_leader_has(world: World, role: Role) -> None:
    with pytest.raises(GrantsTooMuch):
        grant_role(viewer=world.bram, membership=world.chidi.membership, group=world.leeds, role=role)


def test_a_leader_cannot_give_a_role_in_another_branch(world: World) -> None:
    with pytest.raises(GrantsTooMuch):
        grant_role(viewer=world.bram, membership=world.chidi.membership, group=world.york, role="volunteer")


def test_taking_a_role_away_ends_the_devices_of_the_member(world: World) -> None:
    grant = RoleGrant.objects.get(membership=world.chidi.membership)
    revoke_role(viewer=world.bram, grant=grant)
    world.chidi.membership.refresh_from_db()
    assert world.chidi.membership.epoch == 2


def test_a_suspended_volunteer_is_out_at_the_next_request(world: World) -> None:
    browser = sign_in(world.chidi)
    suspend_member(viewer=world.bram, membership=world.chidi.membership)
    assert browser.get("/").status_code == 302
    world.chidi.membership.refresh_from_db()
    assert world.chidi.membership.epoch == 2
    resume_member(viewer=world.bram, membership=world.chidi.membership)
    assert browser.get("/t/").status_code == 200


def test_a_leader_cannot_suspend_the_office(world: World) -> None:
    with pytest.raises(GrantsTooMuch):
        suspend_member(viewer=world.bram, membership=world.amina.membership)


def test_the_last_owner_can_neither_leave_nor_be_suspended(world: World) -> None:
    with pytest.raises(LastOwner):
        end_membership(viewer=world.amina, membership=world.amina.membership)
    with pytest.raises(LastOwner):
        suspend_member(viewer=world.amina, membership=world.amina.membership)


def test_off_boarding_ends_roles_sessions_and_unused_invitations_together(world: World) -> None:
    browser = sign_in(world.bram)
    invitation, _token = invite_member(viewer=world.bram, group=world.leeds, role="volunteer", name="Zoë")
    end_membership(viewer=world.amina, membership=world.bram.membership)
    assert browser.get("/")["Location"].startswith("/account/login/")
    assert not RoleGrant.objects.filter(membership=world.bram.membership).exists()
    assert Invitation.objects.get(pk=invitation.pk).revoked_at


def test_every_change_to_a_member_is_audited(world: World) -> None:
    suspend_member(viewer=world.bram, membership=world.chidi.membership)
    entry = AuditEntry.objects.get(verb="orgs.member_suspended")
    assert entry.membership_id == world.bram.membership.id
    assert entry.target_id == world.chidi.membership.id
