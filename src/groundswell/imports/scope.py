from groundswell.audit.actor import Actor
from groundswell.kernel.errors import NotAllowed
from groundswell.orgs.models import Group, Membership
from groundswell.orgs.rights import Right
from groundswell.orgs.viewer import viewer_for


def groups_open_to(actor: Actor) -> frozenset[int]:
    """Where this actor may load people now; Groundswell itself (the demo, a command) may everywhere."""
    if actor.kind == "system":
        return frozenset(
            Group.objects.filter(organisation_id=actor.organisation_id).values_list("id", flat=True)
        )
    membership = Membership.objects.select_related("organisation").filter(id=actor.membership_id or 0).first()
    return viewer_for(membership).groups_with(Right.IMPORT_PEOPLE) if membership else frozenset()


def require_import_right(actor: Actor, group: Group) -> None:
    """Raises NotAllowed; a role may have been taken away since the page was shown."""
    if group.organisation_id != actor.organisation_id or group.id not in groups_open_to(actor):
        raise NotAllowed


def actor_of_step(organisation_id: int, acting: Membership | None) -> Actor:
    """Who began the step that a job now carries on."""
    if acting is None:
        return Actor.system(organisation_id)
    return Actor(
        organisation_id=organisation_id, kind="member", membership_id=acting.id, user_id=acting.user_id
    )
