"""The steps of setting up a campaign, in order; any of them can be left and taken up again."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from groundswell.texting.models import Campaign


@dataclass(frozen=True)
class Step:
    key: str
    label: str | Promise

    def url(self, campaign: Campaign) -> str:
        return reverse(f"campaign_{self.key}", args=[campaign.public_id])


STEPS = (
    Step("basics", _("Basics")),
    Step("audience", _("Audience")),
    Step("message", _("Message")),
    Step("script", _("Script")),
    Step("limits", _("Dates")),
    Step("review", _("Review")),
)


def step_context(key: str, campaign: Campaign | None = None) -> dict[str, object]:
    """For `texting/desk/steps.html`: the steps, linked once there is a draft, and which one this is."""
    listed = [{"label": step.label, "url": step.url(campaign) if campaign else ""} for step in STEPS]
    return {"step_list": listed, "at": [step.key for step in STEPS].index(key) + 1}


def after(key: str, campaign: Campaign) -> str:
    keys = [step.key for step in STEPS]
    return STEPS[keys.index(key) + 1].url(campaign)


def next_open_step(campaign: Campaign, message: str) -> Step:
    """Where somebody who comes back to a draft goes on."""
    by_key = {step.key: step for step in STEPS}
    if not campaign.audience and not message:
        return by_key["audience"]
    if not message:
        return by_key["message"]
    return by_key["script"] if campaign.script_id is None else by_key["review"]
