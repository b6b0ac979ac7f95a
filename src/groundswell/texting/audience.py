from django.db.models import QuerySet

from groundswell.orgs.models import Group
from groundswell.people.models import Person
from groundswell.segments.algebra import compile_filter
from groundswell.texting.models import Campaign


def audience_of(campaign: Campaign) -> QuerySet[Person]:
    """Whom the campaign means: people of its group and below who fit its filter, reachable or not."""
    fits = compile_filter(campaign.audience, organisation=campaign.organisation)
    groups = Group.objects.at_or_below(campaign.group)
    return Person.objects.alive().filter(fits, organisation_id=campaign.organisation_id, group__in=groups)
