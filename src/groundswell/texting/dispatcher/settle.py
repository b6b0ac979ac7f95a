"""The commit after the call: what the provider said, and what that means for the number."""

from datetime import timedelta

from django.db import IntegrityError, connection, transaction

from groundswell.gateways.sms.contract import Accepted, ErrorClass, NoAnswer, Refused
from groundswell.kernel import clock
from groundswell.outreach.models import ProviderConnection
from groundswell.texting.dispatcher.hand_over import Outcome
from groundswell.texting.dispatcher.pace import hold_back, sender_key
from groundswell.texting.models import Text
from groundswell.texting.services.act_on_error import act_on_error

MOST_ATTEMPTS = 4
FIRST_WAIT = timedelta(minutes=1)
ACCOUNT_REST = timedelta(minutes=10)


def settle(provider: ProviderConnection, outcomes: list[Outcome]) -> None:
    with transaction.atomic():
        _accept([(text, said) for text, said in outcomes if isinstance(said, Accepted)])
        _leave_unknown([text for text, said in outcomes if isinstance(said, NoAnswer)])
        for text, said in outcomes:
            if isinstance(said, Refused):
                _refuse(provider, text, said)


ACCEPT = """
    UPDATE texting_text SET state = 'accepted', provider_id = said.column2, settled_at = %s
    FROM (VALUES {rows}) AS said
    WHERE texting_text.id = said.column1 AND state IN ('handing', 'unknown')
"""


def _accept(accepted: list[tuple[Text, Accepted]]) -> None:
    """One statement for all. Whoever is no longer being handed over had a delivery report meanwhile."""
    if not accepted:
        return
    try:
        with transaction.atomic():
            _write_ids(accepted)
    except IntegrityError:
        _accept_one_by_one(accepted)


def _write_ids(accepted: list[tuple[Text, Accepted]]) -> None:
    values = [value for text, said in accepted for value in (text.pk, said.provider_id)]
    rows = ", ".join(["(%s, %s)"] * len(accepted))
    at = connection.ops.adapt_datetimefield_value(clock.now())
    with connection.cursor() as cursor:
        cursor.execute(ACCEPT.format(rows=rows), [at, *values])


def _accept_one_by_one(accepted: list[tuple[Text, Accepted]]) -> None:
    """A provider that gives the same id twice talks nonsense: that text's fate is unknown."""
    for text, said in accepted:
        try:
            with transaction.atomic():
                _write_ids([(text, said)])
        except IntegrityError:
            _leave_unknown([text])


def _leave_unknown(texts: list[Text]) -> None:
    ids = [text.pk for text in texts]
    if ids:
        Text.objects.filter(id__in=ids, state=Text.State.HANDING).update(
            state=Text.State.UNKNOWN, settled_at=clock.now()
        )


def _refuse(provider: ProviderConnection, text: Text, said: Refused) -> None:
    if said.error is ErrorClass.THROTTLED:
        _try_again(text, said, timedelta(seconds=said.retry_after or 1))
        hold_back(
            sender_key(text.sender_id or 0), until=clock.now() + timedelta(seconds=said.retry_after or 1)
        )
    elif said.error in (ErrorClass.ACCOUNT, ErrorClass.QUOTA):
        _try_again(text, said, ACCOUNT_REST)
        _rest(provider, said)
    elif said.error is ErrorClass.UNREACHABLE and text.attempts + 1 < MOST_ATTEMPTS:
        _try_again(text, said, FIRST_WAIT * 5**text.attempts)
    else:
        act_on_error(text=text, error=said.error, code=said.code)


def _try_again(text: Text, said: Refused, wait: timedelta) -> None:
    """Refused means certainly not sent, so another attempt is no second text."""
    Text.objects.filter(pk=text.pk, state=Text.State.HANDING).update(
        state=Text.State.QUEUED, reason=said.error, provider_code=said.code[:20], due_at=clock.now() + wait
    )


def _rest(provider: ProviderConnection, said: Refused) -> None:
    """The whole account is refused: stop knocking, and say so in the settings."""
    ProviderConnection.objects.filter(pk=provider.pk).update(
        paused_until=clock.now() + ACCOUNT_REST, problem=f"{said.error.value} {said.code}".strip()[:300]
    )
