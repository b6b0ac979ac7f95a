"""An organiser who loads a member list and takes it back, waiting for each step as the page does."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from groundswell.accounts.models import User
from groundswell.audit.actor import Actor
from groundswell.config.bench.electorate import found_union
from groundswell.config.demo.members import EVIDENCE, KINDS
from groundswell.config.demo.members_file import members_file
from groundswell.consent.channels import Basis, Channel, Purpose
from groundswell.imports import services
from groundswell.imports.models import ImportRun
from groundswell.orgs.models import Group, Membership, Role, RoleGrant


@dataclass
class Organiser:
    actor: Actor
    root: Group
    file: bytes
    run: ImportRun | None = None

    @classmethod
    def with_a_list(cls, people: int, branch_count: int) -> "Organiser":
        union, root = found_union()
        user = User.objects.create(email="organiser@example.org", name="Organiser")
        member = Membership.objects.create(organisation=union, user=user)
        RoleGrant.objects.create(membership=member, group=root, role=Role.OWNER)
        actor = Actor(
            organisation_id=union.id, kind="member", membership_id=member.id, user_id=member.user_id
        )
        return cls(actor, root, members_file(people, branch_count).encode())

    def stage(self) -> None:
        self.run = services.stage_import(
            actor=self.actor, group=self.root, file_name="members.csv", source=self.file
        )

    def dry_run(self) -> None:
        run = self.the_run
        services.map_columns(actor=self.actor, run=run, kinds=[KINDS[header] for header in run.headers])
        bases = {(channel, Purpose.MEMBERSHIP): Basis.MEMBER for channel in Channel}
        services.state_source(actor=self.actor, run=run, bases=bases, evidence=EVIDENCE)
        self._wait_for(services.preview_import, ImportRun.State.PREVIEWED)

    def apply(self) -> None:
        self._wait_for(services.apply_import, ImportRun.State.APPLIED)

    def undo(self) -> None:
        self._wait_for(services.undo_import, ImportRun.State.UNDONE)

    def counts(self) -> dict[str, int]:
        return self.the_run.counts

    def _wait_for(self, press: Callable[..., None], state: ImportRun.State) -> None:
        """Raises RuntimeError when the step stops half-way."""
        run = self.the_run
        press(actor=self.actor, run=run)
        run.refresh_from_db()
        while run.is_working:
            time.sleep(0.1)
            run.refresh_from_db()
        if run.state != state:
            raise RuntimeError(run.problem)

    @property
    def the_run(self) -> ImportRun:
        assert self.run, "a list is staged first"
        return self.run
