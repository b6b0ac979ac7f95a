from groundswell.consent.channels import Channel
from groundswell.consent.facts import PersonOptedOut
from groundswell.consent.models import Suppression
from groundswell.kernel.facts import reacts_to
from groundswell.texting import on_their_way as on_their_way
from groundswell.texting.models import Conversation
from groundswell.texting.services.drop_address import drop_address


@reacts_to(PersonOptedOut)
def close_conversations(fact: PersonOptedOut) -> None:
    """Tidies up after an opt-out recorded elsewhere; hand-over asks the gate in any case.

    Not when they came back meanwhile: a fact is heard later than it happened.
    """
    still = Suppression.objects.filter(
        organisation_id=fact.organisation_id,
        channel=Channel.TEXT,
        match_key=fact.match_key,
        lifted_at=None,
    )
    if still.exists():
        drop_address(
            organisation_id=fact.organisation_id,
            match_key=fact.match_key,
            because=Conversation.ClosedBecause.OPTED_OUT,
        )
