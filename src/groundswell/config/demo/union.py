"""The demo's organisation: regions and branches, who signs in, and helpers who never do."""

from dataclasses import dataclass, field

from django.db import transaction

from groundswell.accounts.models import User
from groundswell.audit.actor import Actor
from groundswell.config.demo.names import branches
from groundswell.config.demo.personas import ORGANISATION, PERSONAS, Persona
from groundswell.orgs.models import Group, Membership, Organisation, Role, RoleGrant
from groundswell.orgs.services.accept_agreement import accept_agreement
from groundswell.orgs.services.create_groups import create_groups
from groundswell.orgs.services.create_organisation import create_organisation
from groundswell.orgs.services.join_organisation import join_organisation
from groundswell.orgs.viewer import Viewer, viewer_for

HELPERS = (
    Persona("Ines", Role.LEADER, "Leeds", "leads Leeds together with Bram"),
    Persona("Yusuf", Role.LEADER, "Bradford", "leads Bradford alone"),
    Persona("Ruth", Role.LEADER, "Sheffield Hallam", "leads Sheffield Hallam"),
    Persona("Kofi", Role.LEADER, "Sheffield Hallam", "leads Sheffield Hallam"),
    Persona("Nell", Role.LEADER, "York", "leads York"),
    Persona("Arjun", Role.LEADER, "York", "leads York"),
    Persona("Marta", Role.LEADER, "Hull", "leads Hull alone"),
    Persona("Tamsin", Role.VOLUNTEER, "Leeds", "texts in Leeds"),
    Persona("Wei", Role.VOLUNTEER, "York", "texts in York"),
    Persona("Zara", Role.VOLUNTEER, "Bradford", "texts in Bradford"),
    Persona("Delroy", Role.VOLUNTEER, "Sheffield Hallam", "texts in Sheffield Hallam"),
)


@dataclass
class Union:
    """What later steps need: the tree by name, and everybody at work in it by first name."""

    organisation: Organisation
    root: Group
    groups: dict[str, Group] = field(default_factory=dict)
    members: dict[str, Viewer] = field(default_factory=dict)

    @property
    def amina(self) -> Viewer:
        return self.members["Amina"]

    def texters(self) -> list[Viewer]:
        """The volunteers, Chidi first."""
        roles = {persona.name: persona.role for persona in (*PERSONAS, *HELPERS)}
        return [viewer for name, viewer in self.members.items() if roles[name] == Role.VOLUNTEER]


@transaction.atomic
def found_union(branch_count: int) -> Union:
    """Teachers United, its regions and branches, and everybody with a role in it."""
    amina, *others = PERSONAS
    owner = create_organisation(
        owner=_user(amina),
        name=ORGANISATION,
        kind=Organisation.Kind.UNION,
        contact_line="Teachers United, 12 Cavendish Road, Leeds · help@teachers-united.example",
    )
    root = Group.objects.get(organisation=owner.organisation, parent=None)
    union = Union(owner.organisation, root, _grow_tree(root, branch_count))
    union.members[amina.name] = _agree(owner)
    for persona in (*others, *HELPERS):
        if persona.group in union.groups:
            union.members[persona.name] = _join(persona, union.groups[persona.group])
    return union


def _grow_tree(root: Group, branch_count: int) -> dict[str, Group]:
    system = Actor.system(root.organisation_id)
    wanted: dict[str, list[str]] = {}
    for region, branch in branches()[:branch_count]:
        wanted.setdefault(region, []).append(branch)
    regions = create_groups(actor=system, parent=root, names=wanted, kind=Group.Kind.REGION)
    groups: dict[str, Group] = {ORGANISATION: root}
    for parent in regions:
        grown = create_groups(actor=system, parent=parent, names=wanted[parent.name])
        groups |= {group.name: group for group in [parent, *grown]}
    return groups


def _user(persona: Persona) -> User:
    return User.objects.create_user(email=persona.email, name=persona.name)


def _join(persona: Persona, group: Group) -> Viewer:
    membership = join_organisation(user=_user(persona), organisation=group.organisation)
    RoleGrant.objects.create(membership=membership, group=group, role=persona.role)
    return _agree(membership)


def _agree(membership: Membership) -> Viewer:
    agreement = membership.organisation.agreements.latest("version")
    accept_agreement(viewer=viewer_for(membership), agreement=agreement, language="en")
    return viewer_for(membership)
