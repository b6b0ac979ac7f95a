from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from groundswell.gateways.sms.contract import WebhookRequest
from groundswell.gateways.sms.registry import sms_gateways
from groundswell.kernel import routes
from groundswell.outreach.connections import connection_of_webhook, hooks_address
from groundswell.outreach.models import ProviderConnection
from groundswell.outreach.services.store_webhook import store_webhook

LONGEST = 256 * 1024


@routes.webhook
@require_POST
def webhook(request: HttpRequest, public_id: UUID, kind: str) -> HttpResponse:
    """A provider tells us something: answered only when it is stored."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > LONGEST:
        return HttpResponse(status=413)
    connection = connection_of_webhook(public_id)
    store_webhook(connection, _as_the_provider_sent_it(request, connection, kind))
    answer = sms_gateways.get(connection.gateway).acknowledgement
    return HttpResponse(answer.body, content_type=answer.content_type)


def _as_the_provider_sent_it(
    request: HttpRequest, connection: ProviderConnection, kind: str
) -> WebhookRequest:
    query = request.META.get("QUERY_STRING", "")
    return WebhookRequest(
        kind=kind,
        url=f"{hooks_address(connection)}/{kind}" + (f"?{query}" if query else ""),
        headers={name.lower(): value for name, value in request.headers.items()},
        body=request.body,
    )
