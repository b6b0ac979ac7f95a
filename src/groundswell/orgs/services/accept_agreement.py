from django.db import transaction

from groundswell.audit.services.record import record
from groundswell.kernel.clock import now
from groundswell.orgs.models import Agreement, AgreementAcceptance
from groundswell.orgs.viewer import Viewer


def accept_agreement(*, viewer: Viewer, agreement: Agreement, language: str) -> None:
    """A member agrees to a version, after the questions on it were answered rightly."""
    with transaction.atomic():
        _acceptance, is_new = AgreementAcceptance.objects.get_or_create(
            agreement=agreement,
            membership=viewer.membership,
            defaults={"accepted_at": now(), "language": language},
        )
        if is_new:
            record(viewer.actor, "orgs.agreement_accepted", agreement, version=agreement.version)
