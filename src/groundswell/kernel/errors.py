"""Errors that name a situation. A middleware turns them into the right answer."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class DomainError(Exception):
    """Something a person asked for cannot be done now; says so in plain words.

    `status` is the HTTP status the web layer answers with; `code` is what a script may switch on.
    """

    status = 409
    message: str | Promise = _("That could not be done.")

    def __init__(self, message: str | Promise | None = None, **details: object) -> None:
        self.message = message or type(self).message
        self.details = details
        super().__init__(type(self).__name__)

    @property
    def code(self) -> str:
        return type(self).__name__


class NotAllowed(DomainError):
    status = 403
    message = _("Your role does not include that.")


class BadInput(DomainError):
    status = 422
    message = _("That could not be read.")


class TooBusy(DomainError):
    """The database is locked or full: keep what was typed and try again."""

    status = 503
    message = _("The server is busy for a moment. What you typed is kept: please try again.")
