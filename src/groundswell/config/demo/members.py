"""The demo's members come in as a real list does: through an import, with its basis and its dry run."""

from collections.abc import Callable

from groundswell.config.demo.members_file import members_file
from groundswell.config.demo.union import Union
from groundswell.consent.channels import Basis, Channel, Purpose
from groundswell.imports.models import ImportRun
from groundswell.imports.services.apply_import import apply_import
from groundswell.imports.services.map_columns import map_columns
from groundswell.imports.services.preview_import import preview_import
from groundswell.imports.services.stage_import import stage_import
from groundswell.imports.services.state_source import state_source
from groundswell.kernel.jobs import run_due_jobs

KINDS = {
    "Member no": "membership_number",
    "First name": "given_name",
    "Surname": "family_name",
    "Mobile": "mobile",
    "Email": "email",
    "Branch": "branch",
    "Postcode": "postcode",
    "Address": "address",
    "Subject": "custom_text",
}
EVIDENCE = "Membership form of 2025, section 4: “The union may text me about ballots.”"
JOBS_A_LINE = 5


def load_members(union: Union, people: int, branch_count: int, progress: Callable[[str], None]) -> ImportRun:
    """Stages, maps, tries and applies the list, as Amina would."""
    actor = union.amina.actor
    run = stage_import(
        actor=actor,
        group=union.root,
        file_name="members-november.csv",
        source=members_file(people, branch_count).encode(),
    )
    map_columns(actor=actor, run=run, kinds=[KINDS[header] for header in run.headers])
    bases = {(channel, Purpose.MEMBERSHIP): Basis.MEMBER for channel in Channel}
    state_source(actor=actor, run=run, bases=bases, evidence=EVIDENCE)
    preview_import(actor=actor, run=run)
    _work_off(run, "reading and trying", progress, passes=2)
    apply_import(actor=actor, run=run)
    _work_off(run, "loading", progress, passes=1)
    return run


def _work_off(run: ImportRun, doing: str, progress: Callable[[str], None], *, passes: int) -> None:
    """Does the import's jobs here, and says now and then how far they are."""
    while run_due_jobs(most=JOBS_A_LINE) == JOBS_A_LINE:
        run.refresh_from_db()
        progress(f"  {doing}: {run.rows_done * 100 // (run.rows_total * passes)} %")
    run.refresh_from_db()
