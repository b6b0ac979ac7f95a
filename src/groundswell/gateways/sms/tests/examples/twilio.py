"""What Twilio sends, after its documentation; the ids are made up."""

import base64
import hmac
import json
from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode

from groundswell.gateways.sms.contract import ErrorClass, Inbound, ReportState, StatusReport, WebhookRequest
from groundswell.gateways.sms.tests.wire import Refusal, Reply, Webhook, WireExamples

ACCOUNT = "AC" + "0123456789abcdef" * 2
SENT = "SM" + "1" * 32
RECEIVED = "SM" + "2" * 32


def sign(request: WebhookRequest, credentials: Mapping[str, str]) -> Mapping[str, str]:
    pairs = sorted(set(parse_qsl(request.body.decode(), keep_blank_values=True)))
    signed = request.url + "".join(name + value for name, value in pairs)
    digest = hmac.new(credentials["auth_token"].encode(), signed.encode(), "sha1").digest()
    return {"x-twilio-signature": base64.b64encode(digest).decode()}


def refused(code: int, error: ErrorClass, status: int = 400) -> Refusal:
    body = {
        "code": code,
        "message": "Refused",
        "more_info": f"https://www.twilio.com/docs/errors/{code}",
        "status": status,
    }
    return Refusal(Reply(status, json.dumps(body)), error, str(code))


def status(state: str, code: str = "") -> bytes:
    form = {
        "AccountSid": ACCOUNT,
        "ApiVersion": "2010-04-01",
        "From": "+447700900100",
        "To": "+447700900201",
        "MessageSid": SENT,
        "MessageStatus": state,
        "SmsSid": SENT,
        "SmsStatus": state,
        "RawDlrDoneDate": "2611211030",
    }
    return urlencode(form | ({"ErrorCode": code} if code else {})).encode()


def inbound(**more: str) -> bytes:
    form = {
        "ToCountry": "GB",
        "SmsMessageSid": RECEIVED,
        "NumMedia": "0",
        "SmsSid": RECEIVED,
        "SmsStatus": "received",
        "FromCountry": "GB",
        "FromCity": "",
        "Body": "ja, gestemd! 👍 + thanks",
        "To": "+447700900100",
        "NumSegments": "1",
        "MessageSid": RECEIVED,
        "AccountSid": ACCOUNT,
        "From": "+447700900201",
        "ApiVersion": "2010-04-01",
    }
    return urlencode(form | more).encode()


EXAMPLES = WireExamples(
    settings={"account_sid": ACCOUNT},
    credentials={"auth_token": "f" * 32},
    accepted=Reply(
        201,
        json.dumps(
            {
                "sid": SENT,
                "status": "queued",
                "error_code": None,
                "error_message": None,
                "num_segments": "1",
                "price": None,
                "uri": f"/2010-04-01/Accounts/{ACCOUNT}/Messages/{SENT}.json",
            }
        ),
    ),
    provider_id=SENT,
    refusals=(
        refused(21610, ErrorClass.OPTED_OUT),
        refused(21614, ErrorClass.INVALID),
        refused(21211, ErrorClass.INVALID),
        refused(21635, ErrorClass.LANDLINE),
        refused(21611, ErrorClass.THROTTLED),
        refused(30034, ErrorClass.UNREGISTERED),
        refused(21606, ErrorClass.ACCOUNT),
        refused(20003, ErrorClass.ACCOUNT, 401),
        refused(99999, ErrorClass.UNKNOWN),
    ),
    webhooks=(
        Webhook(
            "inbound",
            inbound(),
            Inbound("+447700900201", "+447700900100", "ja, gestemd! 👍 + thanks", RECEIVED),
        ),
        Webhook("status", status("sent"), StatusReport(SENT, ReportState.ACCEPTED)),
        Webhook("status", status("delivered"), StatusReport(SENT, ReportState.DELIVERED)),
        Webhook(
            "status",
            status("undelivered", "30006"),
            StatusReport(SENT, ReportState.FAILED, ErrorClass.LANDLINE, "30006"),
        ),
    ),
    sign=sign,
)
