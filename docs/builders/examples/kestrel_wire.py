"""What Kestrel sends, for the contract suite."""

import hmac
import json
from collections.abc import Mapping

from groundswell.gateways.sms.contract import ErrorClass, Inbound, ReportState, StatusReport, WebhookRequest
from groundswell.gateways.sms.tests.wire import Refusal, Reply, Webhook, WireExamples


def sign(request: WebhookRequest, credentials: Mapping[str, str]) -> Mapping[str, str]:
    signed = f"{request.url}\n".encode() + request.body
    return {"x-kestrel-proof": hmac.new(credentials["api_key"].encode(), signed, "sha256").hexdigest()}


def event(**values: str) -> bytes:
    return json.dumps(values).encode()


EXAMPLES = WireExamples(
    settings={},
    credentials={"api_key": "k-123"},
    accepted=Reply(200, '{"sms_id": "kes-1"}'),
    provider_id="kes-1",
    refusals=(
        Refusal(
            Reply(400, '{"reason": "blocked_by_recipient"}'), ErrorClass.OPTED_OUT, "blocked_by_recipient"
        ),
        Refusal(Reply(402, '{"reason": "no_credit"}'), ErrorClass.ACCOUNT, "no_credit"),
        Refusal(Reply(400, '{"reason": "full_moon"}'), ErrorClass.UNKNOWN, "full_moon"),
    ),
    webhooks=(
        Webhook(
            "inbound",
            event(
                sms_id="kes-2", **{"from": "+447700900201"}, to="+447700900100", text="Voted!", new="field"
            ),
            Inbound("+447700900201", "+447700900100", "Voted!", "kes-2"),
        ),
        Webhook(
            "status",
            event(sms_id="kes-1", status="delivered"),
            StatusReport("kes-1", ReportState.DELIVERED),
        ),
        Webhook(
            "status",
            event(sms_id="kes-1", status="failed", reason="fixed_line"),
            StatusReport("kes-1", ReportState.FAILED, ErrorClass.LANDLINE, "fixed_line"),
        ),
    ),
    sign=sign,
)
