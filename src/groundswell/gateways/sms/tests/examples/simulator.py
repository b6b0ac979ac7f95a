import json
from collections.abc import Mapping

from groundswell.gateways.simulator.signing import sign
from groundswell.gateways.sms.contract import ErrorClass, Inbound, ReportState, StatusReport, WebhookRequest
from groundswell.gateways.sms.tests.wire import Refusal, Reply, Webhook, WireExamples


def _sign(request: WebhookRequest, credentials: Mapping[str, str]) -> Mapping[str, str]:
    return sign(credentials["secret"], request.body)


def _event(**event: str) -> bytes:
    return json.dumps([event | {"new_field": "added without notice"}]).encode()


EXAMPLES = WireExamples(
    settings={},
    credentials={"secret": "between us"},
    accepted=Reply(202, '{"id": "sim-7"}'),
    provider_id="sim-7",
    refusals=(
        Refusal(Reply(400, '{"error": "opted_out"}'), ErrorClass.OPTED_OUT, "opted_out"),
        Refusal(Reply(400, '{"error": "landline"}'), ErrorClass.LANDLINE, "landline"),
        Refusal(Reply(400, '{"error": "moon"}'), ErrorClass.UNKNOWN, "moon"),
        Refusal(Reply(401, '{"error": "account"}'), ErrorClass.ACCOUNT, "account"),
    ),
    webhooks=(
        Webhook(
            "inbound",
            _event(
                type="inbound", id="sim-9", **{"from": "+447700900201"}, to="+447700900100", text="voted 👍"
            ),
            Inbound("+447700900201", "+447700900100", "voted 👍", "sim-9"),
        ),
        Webhook(
            "status",
            _event(type="status", id="sim-7", reference="text-1", status="delivered", code=""),
            StatusReport("sim-7", ReportState.DELIVERED, reference="text-1"),
        ),
        Webhook(
            "status",
            _event(type="status", id="sim-7", reference="text-1", status="failed", code="landline"),
            StatusReport("sim-7", ReportState.FAILED, ErrorClass.LANDLINE, "landline", "text-1"),
        ),
    ),
    sign=_sign,
    signs_the_address=False,
)
