from groundswell.audit.actor import Actor
from groundswell.consent.models import Suppression
from groundswell.consent.services.stop_contact import stop_contact
from groundswell.gateways.sms.contract import ErrorClass
from groundswell.kernel import clock
from groundswell.people.models import ContactPoint
from groundswell.texting.models import Conversation, Text
from groundswell.texting.services.drop_address import drop_address

BAD_NUMBER = {
    ErrorClass.LANDLINE: ContactPoint.Status.LANDLINE,
    ErrorClass.INVALID: ContactPoint.Status.INVALID,
}


def act_on_error(*, text: Text, error: ErrorClass, code: str) -> None:
    """A text failed for good: an opt-out at the provider is an opt-out, a landline is remembered.

    Call in a transaction. Whatever was delivered after all stays delivered.
    """
    Text.objects.filter(pk=text.pk).exclude(state=Text.State.DELIVERED).update(
        state=Text.State.FAILED, reason=error.value, provider_code=code[:20], settled_at=clock.now()
    )
    if error is ErrorClass.OPTED_OUT:
        _stop(text, code)
    elif error in BAD_NUMBER:
        _mark_number(text, error)


def _stop(text: Text, code: str) -> None:
    stop_contact(
        actor=Actor.system(text.organisation_id),
        organisation_id=text.organisation_id,
        match_key=text.match_key,
        source=Suppression.Source.PROVIDER,
        evidence=code,
    )
    drop_address(
        organisation_id=text.organisation_id,
        match_key=text.match_key,
        because=Conversation.ClosedBecause.OPTED_OUT,
        also_our_answers=True,
    )


def _mark_number(text: Text, error: ErrorClass) -> None:
    """A number that has texted us is a mobile, whatever the carrier says; its words keep waiting."""
    theirs = Conversation.objects.filter(organisation_id=text.organisation_id, match_key=text.match_key)
    if theirs.filter(last_in_at__isnull=False).exists():
        return
    ContactPoint.objects.filter(organisation_id=text.organisation_id, match_key=text.match_key).update(
        status=BAD_NUMBER[error]
    )
    drop_address(
        organisation_id=text.organisation_id,
        match_key=text.match_key,
        because=Conversation.ClosedBecause.NOT_A_MOBILE,
    )
