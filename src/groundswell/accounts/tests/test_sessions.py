from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import reverse

from groundswell.accounts.devices import device_name
from groundswell.accounts.models import SignIn
from groundswell.accounts.services.credentials_changed import credentials_changed
from tests.sign_in import sign_in
from tests.world import World


def test_a_changed_password_ends_every_other_session_and_every_device(world: World) -> None:
    here, elsewhere = sign_in(world.chidi), sign_in(world.chidi)
    here.post(
        "/account/password/change/",
        {
            "oldpassword": "correct horse battery",
            "password1": "a new and longer one",
            "password2": "a new and longer one",
        },
    )
    world.chidi.membership.refresh_from_db()
    assert world.chidi.membership.epoch > 1
    assert here.get("/t/").status_code == 200
    assert elsewhere.get("/").status_code == 302


def test_a_changed_second_factor_ends_every_other_session(world: World) -> None:
    here, elsewhere = sign_in(world.bram), sign_in(world.bram)
    credentials_changed(world.bram.membership.user_id, except_key=here.session.session_key)
    assert here.get("/t/").status_code == 200
    assert elsewhere.get("/").status_code == 302


def test_the_secret_of_an_authenticator_app_is_sealed(world: World) -> None:
    secret = generate_totp_secret()
    authenticator = TOTP.activate(world.bram.membership.user, secret).instance
    assert secret not in str(authenticator.data)


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(client: Client, world: World) -> None:
    def answer_to(email: str) -> tuple[int, str]:
        page = client.post("/account/login/", {"login": email, "password": "wrong wrong wrong"})
        return page.status_code, page.content.decode().replace(email, "")

    one, other = answer_to("chidi@example.org"), answer_to("nobody@example.org")
    assert one[0] == other[0] == 200
    assert _without_tokens(one[1]) == _without_tokens(other[1])


def _without_tokens(page: str) -> str:
    return "\n".join(line for line in page.splitlines() if "csrf" not in line.lower())


def test_nobody_can_sign_up_by_themselves(client: Client, db: None) -> None:
    assert "<form" not in client.get("/account/signup/").content.decode().split("</header>")[-1]
    assert isinstance(client.get("/account/signup/").wsgi_request.user, AnonymousUser)


def test_signing_out_forgets_the_sign_in(world: World) -> None:
    browser = sign_in(world.chidi)
    assert SignIn.objects.count() == 1
    browser.post("/account/logout/")
    assert SignIn.objects.count() == 0


def test_signing_out_ends_what_the_device_holds_besides(world: World) -> None:
    sign_in(world.chidi).post("/account/logout/")
    world.chidi.membership.refresh_from_db()
    assert world.chidi.membership.epoch == 2


def test_a_lost_phone_signed_out_from_elsewhere_texts_no_more(world: World) -> None:
    sign_in(world.chidi)
    here = sign_in(world.chidi)
    lost = SignIn.objects.order_by("id")[0]
    here.post(reverse("sign_out_device", args=[lost.public_id]))
    world.chidi.membership.refresh_from_db()
    assert world.chidi.membership.epoch == 2


def test_a_device_is_named_as_its_owner_would() -> None:
    agent = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605 Version/17 Safari/604.1"
    assert device_name(agent) == "Safari, iPhone"
