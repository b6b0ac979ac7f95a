"""The contract test suite: what every gateway must do, whoever wrote it. Subclass it to judge one."""

import socket
from collections.abc import Iterator
from dataclasses import replace

import pytest

from groundswell.gateways.sms import http
from groundswell.gateways.sms.contract import (
    Accepted,
    ErrorClass,
    NoAnswer,
    OutgoingSms,
    Refused,
    SmsConnection,
    SmsGateway,
    WebhookRequest,
)
from groundswell.gateways.sms.tests.fake_provider import FakeProvider, fake_provider
from groundswell.gateways.sms.tests.wire import HOOKS, Webhook, WireExamples

SMS = OutgoingSms(
    "+447700900100", "+447700900201", "Hi Dunya, have you voted? It’s 5 % “easy” & free", "text-1"
)


class GatewayContract:
    """`gateway` and `examples` are fixtures of the subclass."""

    @pytest.fixture
    def provider(self) -> Iterator[FakeProvider]:
        with fake_provider() as provider:
            yield provider

    @pytest.fixture
    def connection(
        self, gateway: SmsGateway, examples: WireExamples, provider: FakeProvider
    ) -> Iterator[SmsConnection]:
        connection = gateway.connect(examples.settings, examples.credentials, provider.address, HOOKS)
        yield connection
        connection.close()

    def test_it_says_what_it_is_and_what_it_needs(self, gateway: SmsGateway, examples: WireExamples) -> None:
        assert gateway.key
        assert gateway.key == gateway.key.lower().strip()
        assert gateway.label
        names = [spec.name for spec in gateway.settings]
        assert len(set(names)) == len(names)
        secrets = {spec.name for spec in gateway.settings if spec.secret}
        assert secrets, "a gateway without a secret cannot prove a webhook"
        assert set(examples.credentials) <= secrets, "what is in credentials must be declared secret"
        assert set(examples.settings) <= set(names) - secrets

    def test_a_text_that_was_taken_comes_back_with_its_id(
        self, connection: SmsConnection, provider: FakeProvider, examples: WireExamples
    ) -> None:
        provider.replies(examples.accepted.status, examples.accepted.body)
        assert connection.send(SMS) == Accepted(examples.provider_id)
        assert len(provider.requests) == 1

    def test_the_address_may_have_a_path_of_its_own(
        self, gateway: SmsGateway, provider: FakeProvider, examples: WireExamples
    ) -> None:
        provider.replies(examples.accepted.status, examples.accepted.body)
        connection = gateway.connect(
            examples.settings, examples.credentials, f"{provider.address}/proxy/", HOOKS
        )
        assert isinstance(connection.send(SMS), Accepted)
        connection.close()
        assert b" /proxy/" in provider.requests[0].split(b"\r\n")[0]
        assert b"//" not in provider.requests[0].split(b"\r\n")[0]

    def test_every_refusal_means_what_we_say_it_means(
        self, connection: SmsConnection, provider: FakeProvider, examples: WireExamples
    ) -> None:
        for refusal in examples.refusals:
            provider.replies(refusal.reply.status, refusal.reply.body)
            outcome = connection.send(SMS)
            assert isinstance(outcome, Refused), refusal
            assert (outcome.error, outcome.code) == (refusal.error, refusal.code), refusal

    def test_a_refusal_nobody_mapped_is_unknown_and_keeps_its_code(self, examples: WireExamples) -> None:
        unknown = [refusal for refusal in examples.refusals if refusal.error is ErrorClass.UNKNOWN]
        assert unknown, "show one refusal with a code you do not know"
        assert all(refusal.code for refusal in unknown)

    def test_an_opt_out_is_among_the_refusals(self, examples: WireExamples) -> None:
        assert ErrorClass.OPTED_OUT in {refusal.error for refusal in examples.refusals}

    def test_too_fast_is_throttled_with_the_time_to_wait(
        self, connection: SmsConnection, provider: FakeProvider
    ) -> None:
        provider.replies(429, "{}", "Retry-After: 7\r\n")
        assert connection.send(SMS) == Refused(ErrorClass.THROTTLED, "429", 7.0)

    @pytest.mark.parametrize("body", ["", "<html>It works!</html>", "[]", "null", "{}", '{"unexpected": 1}'])
    def test_nonsense_is_never_taken_for_an_answer(
        self, connection: SmsConnection, provider: FakeProvider, body: str
    ) -> None:
        provider.replies(200, body)
        assert isinstance(connection.send(SMS), NoAnswer)
        provider.replies(400, body)
        assert isinstance(connection.send(SMS), Refused)

    def test_trouble_at_the_provider_leaves_it_open_whether_it_was_taken(
        self, connection: SmsConnection, provider: FakeProvider
    ) -> None:
        for status in (500, 502, 503):
            provider.replies(status, "Sorry")
            assert isinstance(connection.send(SMS), NoAnswer)

    def test_a_redirect_is_not_followed(self, connection: SmsConnection, provider: FakeProvider) -> None:
        provider.replies(302, "", f"Location: {provider.address}/elsewhere\r\n")
        assert isinstance(connection.send(SMS), Refused)
        assert len(provider.requests) == 1

    def test_an_endless_answer_is_cut_off(self, connection: SmsConnection, provider: FakeProvider) -> None:
        provider.replies(200, "x" * (http.LONGEST_ANSWER + 1))
        assert isinstance(connection.send(SMS), NoAnswer)

    def test_a_line_that_breaks_after_the_request_leaves_it_open(
        self, connection: SmsConnection, provider: FakeProvider
    ) -> None:
        assert isinstance(connection.send(SMS), NoAnswer)
        assert len(provider.requests) == 1, "never send again by itself"

    def test_no_answer_in_time_leaves_it_open(
        self, connection: SmsConnection, provider: FakeProvider, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(http, "READ_SECONDS", 0.2)
        provider.silent = True
        assert isinstance(connection.send(SMS), NoAnswer)

    def test_what_never_left_may_be_tried_again(self, gateway: SmsGateway, examples: WireExamples) -> None:
        with socket.create_server(("127.0.0.1", 0)) as listener:
            port = listener.getsockname()[1]
        connection = gateway.connect(
            examples.settings, examples.credentials, f"http://127.0.0.1:{port}", HOOKS
        )
        outcome = connection.send(SMS)
        connection.close()
        assert isinstance(outcome, Refused)
        assert outcome.error.may_be_retried

    def test_its_secrets_do_not_show(self, connection: SmsConnection, examples: WireExamples) -> None:
        for secret in examples.credentials.values():
            assert secret not in repr(connection)

    def test_webhooks_are_understood(self, connection: SmsConnection, examples: WireExamples) -> None:
        assert {webhook.kind for webhook in examples.webhooks} == {"inbound", "status"}
        for webhook in examples.webhooks:
            request = _signed(webhook, examples)
            assert connection.verify(request), webhook
            [notice] = connection.split(request)
            assert notice.kind == webhook.kind
            assert connection.read(notice) == webhook.means

    def test_every_event_has_a_key_of_its_own_that_stays_the_same(
        self, connection: SmsConnection, examples: WireExamples
    ) -> None:
        keys = [connection.split(_signed(webhook, examples))[0].key for webhook in examples.webhooks]
        assert len(set(keys)) == len(keys)
        assert keys == [connection.split(_signed(webhook, examples))[0].key for webhook in examples.webhooks]
        assert all(0 < len(key) <= 120 for key in keys)

    def test_a_forged_webhook_is_not_believed(
        self, gateway: SmsGateway, connection: SmsConnection, examples: WireExamples
    ) -> None:
        for webhook in examples.webhooks:
            genuine = _signed(webhook, examples)
            assert not connection.verify(replace(genuine, headers={}))
            assert not connection.verify(replace(genuine, body=genuine.body + b"&x=1"))
            assert not connection.verify(replace(genuine, body=b""))
            wrong = dict.fromkeys(examples.credentials, "not the secret")
            assert not gateway.connect(examples.settings, wrong, "http://127.0.0.1:9", HOOKS).verify(genuine)
            for name, value in genuine.headers.items():
                changed = {**genuine.headers, name: ("A" if value[0] != "A" else "B") + value[1:]}
                assert not connection.verify(replace(genuine, headers=changed))
            if examples.signs_the_address:
                assert not connection.verify(
                    replace(genuine, url="https://elsewhere.example.org/hooks/1/inbound")
                )

    @pytest.mark.parametrize("body", [b"", b"\xff\xfe\x00", b"[", b"null", b"{}", b"[1]", b"a=b", b"<xml/>"])
    def test_a_webhook_that_makes_no_sense_says_so(self, connection: SmsConnection, body: bytes) -> None:
        for kind in ("inbound", "status"):
            with pytest.raises(ValueError):  # noqa: PT011
                connection.split(WebhookRequest(kind, f"{HOOKS}/{kind}", {}, body))


def _signed(webhook: Webhook, examples: WireExamples) -> WebhookRequest:
    request = WebhookRequest(webhook.kind, f"{HOOKS}/{webhook.kind}", {}, webhook.body)
    return replace(request, headers=examples.sign(request, examples.credentials))
