"""What the providers' webhooks mean for texting; runs in the worker, in the transaction of the receipts."""

from groundswell.gateways.sms.contract import Event, Inbound, StatusReport
from groundswell.outreach.models import ProviderConnection
from groundswell.outreach.webhooks import register_processor
from groundswell.texting.services.receive_texts import receive_texts
from groundswell.texting.services.settle_reports import settle_reports


@register_processor
def process_events(connection: ProviderConnection, events: list[Event]) -> None:
    if inbounds := [event for event in events if isinstance(event, Inbound)]:
        receive_texts(provider=connection, inbounds=inbounds)
    if reports := [event for event in events if isinstance(event, StatusReport)]:
        settle_reports(provider=connection, reports=reports)
