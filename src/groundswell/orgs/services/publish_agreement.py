from django.db import transaction
from django.db.models import Max

from groundswell.kernel.clock import now
from groundswell.orgs.default_agreement import BODIES, QUESTIONS
from groundswell.orgs.models import Agreement, Organisation


def publish_default_agreement(organisation: Organisation) -> Agreement:
    """Publishes the agreement that ships with Groundswell as the newest version; all are asked again."""
    with transaction.atomic():
        versions = Agreement.objects.filter(organisation=organisation)
        newest = versions.aggregate(newest=Max("version"))["newest"] or 0
        return Agreement.objects.create(
            organisation=organisation,
            version=newest + 1,
            bodies=BODIES,
            questions=QUESTIONS,
            published_at=now(),
        )
