"""The demo world: Teachers United, its members, its volunteers and a ballot in full swing."""

import os
from collections.abc import Callable

from groundswell.config.demo.ballot import connect_carrier, start_ballot
from groundswell.config.demo.carrier import SECRET
from groundswell.config.demo.members import load_members
from groundswell.config.demo.union import found_union

Progress = Callable[[str], None]
LARGE = 20_000
SMALL_UNION, LARGE_UNION = 12, 87


def build_world(people: int, progress: Progress) -> None:
    """Fills an empty database; `progress` gets a line for each thing that is ready."""
    branch_count = LARGE_UNION if people >= LARGE else SMALL_UNION
    union = found_union(branch_count)
    progress(f"{union.organisation}: {branch_count} branches, {len(union.members)} people at work")
    connect_carrier(union, os.environ[SECRET])
    run = load_members(union, people, branch_count)
    progress(f"{run.summary['applied'].get('new', 0):,} members, from a list with its little mistakes")
    campaign = start_ballot(union)
    progress(f"{campaign.name}: started")
