"""The cast as fixtures: Teachers United with Leeds and York, and a rival organisation next door."""

from dataclasses import dataclass

import pytest

from groundswell.accounts.models import User
from groundswell.orgs.models import Group, Membership, Organisation, Role, RoleGrant
from groundswell.orgs.viewer import Viewer, viewer_for


@dataclass
class World:
    """Teachers United: Amina runs it, Bram leads Leeds, Chidi texts there, Gita guards the data."""

    union: Organisation
    national: Group
    leeds: Group
    york: Group
    amina: Viewer
    bram: Viewer
    chidi: Viewer
    gita: Viewer
    rival: Organisation
    rival_root: Group
    frida: Viewer


@pytest.fixture
def world(db: None) -> World:
    return make_world()


def make_world() -> World:
    union, national = make_organisation("Teachers United")
    leeds, york = make_group(national, "Leeds"), make_group(national, "York")
    rival, rival_root = make_organisation("Rival League")
    return World(
        union=union,
        national=national,
        leeds=leeds,
        york=york,
        amina=make_member("Amina", national, Role.OWNER),
        bram=make_member("Bram", leeds, Role.LEADER),
        chidi=make_member("Chidi", leeds, Role.VOLUNTEER),
        gita=make_member("Gita", national, Role.DPO),
        rival=rival,
        rival_root=rival_root,
        frida=make_member("Frida", rival_root, Role.OWNER),
    )


def make_organisation(name: str) -> tuple[Organisation, Group]:
    organisation = Organisation.objects.create(name=name, kind=Organisation.Kind.UNION)
    root = Group.objects.create(organisation=organisation, name=name, kind=Group.Kind.NATIONAL, path="/")
    root.path = f"/{root.id}/"
    root.save(update_fields=["path"])
    return organisation, root


def make_group(parent: Group, name: str) -> Group:
    group = Group.objects.create(organisation=parent.organisation, parent=parent, name=name, path="/")
    group.path = f"{parent.path}{group.id}/"
    group.save(update_fields=["path"])
    return group


def make_member(name: str, group: Group, role: Role) -> Viewer:
    user = User.objects.create_user(
        email=f"{name.lower()}@example.org", name=name, password="correct horse battery"
    )
    membership = Membership.objects.create(organisation=group.organisation, user=user, alias=name)
    RoleGrant.objects.create(membership=membership, group=group, role=role)
    return viewer_for(membership)
