"""How far a branch's members have come; contexts above orgs add the later steps."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from groundswell.kernel.registry import Registry
from groundswell.orgs.models import Organisation

CountByGroup = Callable[[Organisation], dict[int, int]]


@dataclass(frozen=True)
class ProgressStep:
    """One column of the team page; `count` gives members by group id, in one query."""

    label: str | Promise
    count: CountByGroup


progress_steps: Registry[ProgressStep] = Registry("progress step")
