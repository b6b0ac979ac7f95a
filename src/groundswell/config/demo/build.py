"""The demo world: Teachers United, its branches and the people who sign in."""

from collections.abc import Callable

from django.db import transaction

from groundswell.accounts.models import User
from groundswell.audit.actor import Actor
from groundswell.config.demo.personas import ORGANISATION, PERSONAS, Persona
from groundswell.orgs.models import Group, Membership, Organisation, RoleGrant
from groundswell.orgs.services.accept_agreement import accept_agreement
from groundswell.orgs.services.create_group import create_group
from groundswell.orgs.services.create_organisation import create_organisation
from groundswell.orgs.services.join_organisation import join_organisation
from groundswell.orgs.viewer import viewer_for

Progress = Callable[[str], None]


def build_world(people: int, progress: Progress) -> None:
    """Fills an empty database; `progress` gets a line for each thing that is ready."""
    first, *others = PERSONAS
    with transaction.atomic():
        owner = create_organisation(owner=make_user(first), name=ORGANISATION, kind=Organisation.Kind.UNION)
        root = Group.objects.get(organisation=owner.organisation, parent=None)
        groups = {ORGANISATION: root}
        for persona in others:
            if persona.group not in groups:
                actor = Actor.system(owner.organisation_id)
                groups[persona.group] = create_group(actor=actor, parent=root, name=persona.group)
            make_member(persona, groups[persona.group])
        agree(owner)
    progress(f"{ORGANISATION}, with {len(PERSONAS)} people who sign in")


def make_user(persona: Persona) -> User:
    return User.objects.create_user(email=persona.email, name=persona.name)


def make_member(persona: Persona, group: Group) -> None:
    membership = join_organisation(user=make_user(persona), organisation=group.organisation)
    RoleGrant.objects.create(membership=membership, group=group, role=persona.role)
    agree(membership)


def agree(membership: Membership) -> None:
    agreement = membership.organisation.agreements.latest("version")
    accept_agreement(viewer=viewer_for(membership), agreement=agreement, language="en")
