"""The demo world: Teachers United, its members, its volunteers and a ballot in full swing."""

import os
from collections.abc import Callable

from groundswell.config.demo.ballot import connect_carrier, open_all_hours, start_ballot
from groundswell.config.demo.carrier import SECRET, follow_port
from groundswell.config.demo.cast import add_cast
from groundswell.config.demo.members import load_members
from groundswell.config.demo.morning import live_a_morning
from groundswell.config.demo.union import found_union

Progress = Callable[[str], None]
LARGE = 20_000
SMALL_UNION, LARGE_UNION = 12, 87
MOST_TEXTS = 150


def build_world(people: int, progress: Progress) -> None:
    """Fills an empty database; `progress` gets a line for each thing that is ready."""
    branch_count = LARGE_UNION if people >= LARGE else SMALL_UNION
    union = found_union(branch_count)
    progress(f"{union.organisation}: {branch_count} branches, {len(union.members)} people at work")
    connect_carrier(union, os.environ[SECRET])
    open_all_hours(union)
    progress(f"reading a list of {people:,} members ...")
    run = load_members(union, people, branch_count, progress)
    add_cast(union)
    progress(f"{run.summary['applied'].get('new', 0):,} members, from a list with its little mistakes")
    campaign = start_ballot(union)
    progress(f"{campaign.name}: started")
    sent = live_a_morning(union, campaign, min(people // 4, MOST_TEXTS))
    progress(f"{sent} texts sent by volunteers, and what members answered")
    follow_port()
