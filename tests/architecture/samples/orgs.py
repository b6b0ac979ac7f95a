from groundswell.accounts.models import SignIn, User
from groundswell.kernel.clock import now
from groundswell.orgs.models import RoleGrant
from groundswell.orgs.services.ask_to_join import ask_to_join
from groundswell.orgs.services.invite_member import invite_member
from groundswell.orgs.services.make_join_link import make_join_link
from tests.architecture.samples import Sample
from tests.world import World


def leeds(world: World) -> dict[str, object]:
    return {"public_id": world.leeds.public_id}


def chidi(world: World) -> dict[str, object]:
    return {"public_id": world.chidi.membership.public_id}


def chidis_role(world: World) -> dict[str, object]:
    grant = RoleGrant.objects.get(membership=world.chidi.membership)
    return chidi(world) | {"grant_id": grant.id}


def invitation(world: World) -> dict[str, object]:
    made, _token = invite_member(viewer=world.bram, group=world.leeds, role="volunteer", name="Zoë")
    return {"public_id": made.public_id}


def invitation_token(world: World) -> dict[str, object]:
    return {"token": invite_member(viewer=world.bram, group=world.leeds, role="volunteer")[1]}


def join_link(world: World) -> dict[str, object]:
    return {"public_id": make_join_link(viewer=world.bram, group=world.leeds)[0].public_id}


def join_token(world: World) -> dict[str, object]:
    return {"token": make_join_link(viewer=world.bram, group=world.leeds)[1]}


def join_request(world: World) -> dict[str, object]:
    newcomer = User.objects.create_user("zoe@example.org", "Zoë")
    return {"public_id": ask_to_join(user=newcomer, **join_token(world)).public_id}  # type: ignore[arg-type]


def sign_in(world: World) -> dict[str, object]:
    made = SignIn.objects.create(user=world.amina.membership.user, session_key="0" * 32, at=now())
    return {"sign_in_id": made.public_id}


SAMPLES = {
    "sign_out_device": Sample(sign_in, lives_in="private"),
    "invitation": Sample(invitation_token),
    "join": Sample(join_token),
    "renew_invitation": Sample(invitation),
    "mail_invitation": Sample(invitation),
    "withdraw_invitation": Sample(invitation),
    "close_join_link": Sample(join_link),
    "decide_join_request": Sample(join_request),
    "group": Sample(leeds),
    "edit_group": Sample(leeds),
    "add_groups": Sample(leeds),
    "move_group": Sample(leeds),
    "invite": Sample(leeds),
    "make_join_link": Sample(leeds),
    "member": Sample(chidi),
    "roles": Sample(lambda world: chidi(world) | {"group_id": world.leeds.public_id}),
    "withdraw_role": Sample(chidis_role),
    "suspension": Sample(chidi),
    "end_membership": Sample(chidi),
}
