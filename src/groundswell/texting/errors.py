"""What can go wrong between a volunteer and a conversation, in their words."""

from django.utils.translation import gettext_lazy as _

from groundswell.kernel.errors import DomainError


class SignedOut(DomainError):
    """The device token is over: expired, taken back, or never ours."""

    status = 401
    message = _("You are signed out here. Open the campaign again to go on.")


class Suspended(DomainError):
    status = 403
    message = _("A leader has paused your texting. Ask them what is up.")


class CampaignNotRunning(DomainError):
    message = _("This campaign is not running now. Nothing was sent.")


class CampaignNotReady(DomainError):
    message = _("Something is missing before this campaign can start.")


class ConversationNotFound(DomainError):
    status = 404
    message = _("This conversation is not with you now.")


class TooFast(DomainError):
    """Carries `retry_after_ms` in its details."""

    status = 429
    message = _("Too fast: read before you send. It goes out in a moment.")


class TurnGone(DomainError):
    message = _("This person is with somebody else now. Nothing was sent.")


class ConversationClosed(DomainError):
    message = _("This conversation is closed. Nothing was sent.")


class MayNotContact(DomainError):
    """Carries the gate's `reason` in its details."""

    message = _("This person may not be texted now. Nothing was sent.")


class BadText(DomainError):
    status = 422
    message = _("A text needs between 1 and 1,000 characters.")


class UndoTooLate(DomainError):
    message = _("More than a minute has passed. An organiser can undo it, with a reason.")
