from django.utils.translation import gettext_lazy as _

from groundswell.kernel.errors import BadInput, DomainError


class NothingToRecogniseBy(BadInput):
    message = _(
        "Say which column holds the membership number, the mobile or the e-mail: "
        "people are recognised by these."
    )


class OneColumnEach(BadInput):
    message = _("Two columns are the same thing. Leave one of them out.")


class EvidenceMissing(BadInput):
    message = _("Say how you know that they may be contacted: the form they signed, the rule book, the date.")


class ImportNotReady(DomainError):
    message = _("This import is not at that step. Open it again to see where it is.")


class TooManyBranches(DomainError):
    message = _("This would make more than 500 new branches. Is the branch in another column?")


class TooLateToUndo(DomainError):
    message = _("This import is more than 30 days old. Its rows are gone, and the undo with them.")
