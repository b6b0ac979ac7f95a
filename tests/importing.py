"""Loading a file the way an organiser does, in one call."""

from groundswell.consent.channels import Basis, Channel, Purpose
from groundswell.imports.models import ImportRun
from groundswell.imports.services import (
    apply_import,
    map_columns,
    preview_import,
    stage_import,
    state_source,
)
from groundswell.kernel.jobs import run_due_jobs
from groundswell.orgs.models import Group
from groundswell.orgs.viewer import Viewer

MEMBERS = {(channel, Purpose.MEMBERSHIP): Basis.MEMBER for channel in Channel}
Bases = dict[tuple[Channel, Purpose], Basis]


def check_file(
    viewer: Viewer,
    group: Group,
    source: str | bytes,
    *,
    bases: Bases | None = None,
    kinds: list[str] | None = None,
) -> ImportRun:
    """Stages a file, says where it comes from, and runs the dry run."""
    run = stage_import(actor=viewer.actor, group=group, file_name="members.csv", source=source)
    map_columns(actor=viewer.actor, run=run, kinds=kinds or run.mapping)
    bases = MEMBERS if bases is None else bases
    state_source(actor=viewer.actor, run=run, bases=bases, evidence="Rule book 4.2, joined on paper")
    preview_import(actor=viewer.actor, run=run)
    run_due_jobs()
    run.refresh_from_db()
    return run


def load_file(viewer: Viewer, group: Group, source: str | bytes, *, bases: Bases | None = None) -> ImportRun:
    run = check_file(viewer, group, source, bases=bases)
    apply_import(actor=viewer.actor, run=run)
    run_due_jobs()
    run.refresh_from_db()
    return run
