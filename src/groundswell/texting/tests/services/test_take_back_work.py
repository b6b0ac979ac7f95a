import pytest

from groundswell.kernel import clock
from groundswell.kernel.jobs import run_due_jobs
from groundswell.orgs.models import Agreement, Group, Role, RoleGrant
from groundswell.orgs.services.end_membership import end_membership
from groundswell.orgs.services.move_group import move_group
from groundswell.orgs.services.revoke_role import revoke_role
from groundswell.orgs.services.suspend_member import suspend_member
from groundswell.orgs.viewer import Viewer, viewer_for
from groundswell.texting.errors import SignedOut
from groundswell.texting.models import Conversation, Turn
from groundswell.texting.services.take_batch import take_batch
from groundswell.texting.tests.ballot import Texter, members, start_ballot, texter
from tests.world import World, make_group, make_member


@pytest.fixture
def zoe(world: World) -> Texter:
    """Texts for Leeds and York, with all of both in hand."""
    zoe = make_member("Zoe", world.leeds, Role.VOLUNTEER)
    RoleGrant.objects.create(membership=zoe.membership, group=world.york, role=Role.VOLUNTEER)
    members(world.leeds, 2)
    members(world.york, 2, start=2)
    at_work = texter(viewer_for(zoe.membership), start_ballot(world).campaign)
    at_work.take()
    assert places(at_work.viewer) == {"Leeds", "York"}
    return at_work


def places(viewer: Viewer) -> set[str]:
    """The branches of everybody this member has in hand."""
    turns = Turn.objects.filter(holder__membership=viewer.membership)
    held = Conversation.objects.filter(holder__membership=viewer.membership)
    return set(turns.values_list("group__name", flat=True)) | set(held.values_list("group__name", flat=True))


def test_without_the_role_in_york_the_members_of_york_leave_the_hand(world: World, zoe: Texter) -> None:
    grant = RoleGrant.objects.get(membership=zoe.viewer.membership, group=world.york)
    revoke_role(viewer=world.amina, grant=grant)
    run_due_jobs()
    assert places(zoe.viewer) == {"Leeds"}


def test_the_people_of_a_suspended_volunteer_go_back_to_their_branches(world: World, zoe: Texter) -> None:
    suspend_member(viewer=world.amina, membership=zoe.viewer.membership)
    run_due_jobs()
    assert places(zoe.viewer) == set()


def test_the_people_of_somebody_who_left_go_back_to_their_branches(world: World, zoe: Texter) -> None:
    end_membership(viewer=world.amina, membership=zoe.viewer.membership)
    run_due_jobs()
    assert places(zoe.viewer) == set()


def test_a_branch_that_moves_away_takes_its_members_along(world: World) -> None:
    north = make_group(world.national, "North")
    inside = make_group(north, "Durham")
    members(inside, 2)
    nia = texter(make_member("Nia", north, Role.VOLUNTEER), start_ballot(world).campaign)
    nia.take()
    move_group(actor=world.amina.actor, group=Group.objects.get(pk=inside.pk), parent=world.york)
    run_due_jobs()
    assert places(nia.viewer) == set()


def test_a_new_agreement_is_accepted_before_more_people_are_handed_out(world: World, zoe: Texter) -> None:
    Agreement.objects.create(
        organisation=world.union, version=2, bodies={"en": "New"}, questions={}, published_at=clock.now()
    )
    again = viewer_for(zoe.viewer.membership)
    with pytest.raises(SignedOut):
        take_batch(viewer=again, assignment=zoe.assignment)
