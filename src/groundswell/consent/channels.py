"""The words of consent: on which channel, for which purpose, in which state, on what basis."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    TEXT = "text", _("Texts")
    CALL = "call", _("Calls")
    EMAIL = "email", _("E-mail")


class Purpose(models.TextChoices):
    MEMBERSHIP = "membership", _("Membership: ballots, disputes, services")
    CAMPAIGN = "campaign", _("Campaigns, events and news")
    FUNDRAISING = "fundraising", _("Asking for donations")


class ConsentStatus(models.TextChoices):
    GRANTED = "granted", _("May be contacted")
    UNKNOWN = "unknown", _("Unknown: not contacted")
    WITHDRAWN = "withdrawn", _("Withdrew")
    OBJECTED = "objected", _("Objected")


class Basis(models.TextChoices):
    """Why contacting is lawful (GDPR art. 6 and 9(2)(d))."""

    CONSENT = "consent", _("They agreed")
    MEMBER = "member", _("They are members, in regular contact with us (GDPR art. 9(2)(d))")
    SOFT_OPT_IN = "soft_opt_in", _("They supported us and were offered a way out (soft opt-in)")
    UNKNOWN = "unknown", _("We do not know")
