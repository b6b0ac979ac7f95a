"""A list of people to invite, checked row by row before anybody is."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from groundswell.kernel.spreadsheets import Limits, Row, SheetRefused, read_sheet
from groundswell.orgs.access import groups_for
from groundswell.orgs.authority import grantable_roles
from groundswell.orgs.models import Group, Role, RoleGrant
from groundswell.orgs.rights import Right
from groundswell.orgs.viewer import Viewer

LIMITS = Limits(bytes=3_000_000, unzipped=60_000_000, rows=5_000, columns=50, cell=500)

COLUMNS: dict[str, tuple[str, ...]] = {
    "email": ("e-mail", "email", "mail", "e-mailadres", "emailadres", "e-mail address", "email address"),
    "branch": ("branch", "group", "region", "afdeling", "groep", "regio", "workplace", "werkplek"),
    "role": ("role", "rol", "function", "functie"),
    "name": ("name", "naam", "full name", "volledige naam", "who"),
}
ROLES: dict[str, Role] = {
    "": Role.VOLUNTEER,
    "volunteer": Role.VOLUNTEER,
    "vrijwilliger": Role.VOLUNTEER,
    "texter": Role.VOLUNTEER,
    "leader": Role.LEADER,
    "co-leader": Role.LEADER,
    "group leader": Role.LEADER,
    "branch leader": Role.LEADER,
    "leider": Role.LEADER,
    "afdelingsleider": Role.LEADER,
    "kartrekker": Role.LEADER,
    "organiser": Role.ORGANISER,
    "organizer": Role.ORGANISER,
    "organisator": Role.ORGANISER,
}


@dataclass(frozen=True)
class Candidate:
    number: int
    name: str
    email: str
    group: Group
    role: Role


@dataclass(frozen=True)
class Rejected:
    number: int
    name: str
    reason: str


@dataclass
class CheckedSheet:
    columns: dict[str, str]
    ready: list[Candidate] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)

    @property
    def branches(self) -> int:
        return len({candidate.group.id for candidate in self.ready})

    @property
    def as_text(self) -> str:
        """The rows that are ready, to be sent along with the yes."""
        head = "Name\tE-mail\tBranch\tRole"
        rows = (f"{each.name}\t{each.email}\t{each.group.name}\t{each.role}" for each in self.ready)
        return "\n".join([head, *rows])


class _Refused(Exception):
    """Why a row cannot be used."""


def check_sheet(viewer: Viewer, source: bytes | str) -> CheckedSheet:
    """Reads the sheet and says of every row who would be invited where, or why not; raises SheetRefused."""
    sheet = read_sheet(source, LIMITS)
    places = _places(sheet.header)
    if "branch" not in places or not places.keys() & {"email", "name"}:
        raise SheetRefused(_("The first row must name the columns: Name, E-mail, Branch and Role."))
    checker = _Checker(viewer, places)
    checked = CheckedSheet({key: sheet.header[place] for key, place in places.items()})
    for row in sheet.rows:
        try:
            checked.ready.append(checker.candidate(row))
        except _Refused as refused:
            checked.rejected.append(Rejected(row.number, checker.cell(row, "name"), str(refused)))
    return checked


def _places(header: list[str]) -> dict[str, int]:
    """Which column holds what, guessed by its title."""
    places: dict[str, int] = {}
    for place, title in enumerate(header):
        words = title.strip().casefold()
        for key, known in COLUMNS.items():
            if key not in places and (words in known or any(words.startswith(f"{word} ") for word in known)):
                places[key] = place
                break
    return places


class _Checker:
    """Knows the viewer's groups and who is there already, so that no row costs a query."""

    def __init__(self, viewer: Viewer, places: dict[str, int]) -> None:
        groups = list(groups_for(viewer, Right.INVITE))
        self.places = places
        self.groups = _by_name(groups)
        self.roles = {group.id: set(grantable_roles(viewer, group)) for group in groups}
        held = RoleGrant.objects.filter(group__in=[group.id for group in groups], membership__ended_at=None)
        known = held.values_list("group", "role", "membership__user__email")
        self.there = {(group, role, email.lower()) for group, role, email in known}
        self.seen: set[tuple[int, str, str]] = set()

    def cell(self, row: Row, key: str) -> str:
        return row.cells[self.places[key]][:100] if key in self.places else ""

    def candidate(self, row: Row) -> Candidate:
        email, name = self._email(row), self.cell(row, "name")
        if not email and not name:
            raise _Refused(_("There is neither a name nor an e-mail address."))
        group = self._group(row)
        role = self._role(row, group)
        key = (group.id, role.value, email)
        if key in self.there:
            raise _Refused(_("Has this role already."))
        if email and key in self.seen:
            raise _Refused(_("Stands in the list twice."))
        self.seen.add(key)
        return Candidate(row.number, name, email, group, role)

    def _email(self, row: Row) -> str:
        email = self.cell(row, "email").lower()
        try:
            if email:
                validate_email(email)
        except ValidationError:
            raise _Refused(_("This is not an e-mail address.")) from None
        return email

    def _group(self, row: Row) -> Group:
        name = self.cell(row, "branch")
        found = self.groups.get(" ".join(name.casefold().split()), [])
        if not name:
            raise _Refused(_("The branch is missing."))
        if not found:
            raise _Refused(_("You have no branch called “%(name)s”.") % {"name": name})
        if len(found) > 1:
            raise _Refused(_("There are several branches called “%(name)s”.") % {"name": name})
        return found[0]

    def _role(self, row: Row, group: Group) -> Role:
        words = self.cell(row, "role").strip().casefold()
        role = ROLES.get(words)
        if role is None:
            raise _Refused(_("“%(role)s” is not a role here.") % {"role": words})
        if role not in self.roles[group.id]:
            raise _Refused(_("You cannot give this role."))
        return role


def _by_name(groups: list[Group]) -> dict[str, list[Group]]:
    by_name: dict[str, list[Group]] = {}
    for group in groups:
        by_name.setdefault(" ".join(group.name.casefold().split()), []).append(group)
    return by_name
