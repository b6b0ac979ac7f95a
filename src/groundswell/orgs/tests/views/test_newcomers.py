import pytest
from django.test import Client
from django.urls import reverse

from groundswell.accounts.models import User
from groundswell.orgs.models import AgreementAcceptance, Invitation, JoinRequest, RoleGrant
from groundswell.orgs.services.invite_member import invite_member
from groundswell.orgs.services.make_join_link import make_join_link
from groundswell.orgs.services.publish_agreement import publish_default_agreement
from tests.world import World

NEWCOMER = {"name": "Zoë", "email": "zoe@example.org", "password": "three words together"}
RIGHT = {"question_0": "1", "question_1": "0", "question_2": "2"}


@pytest.fixture
def link(world: World) -> str:
    publish_default_agreement(world.union)
    _made, token = invite_member(
        viewer=world.bram, group=world.leeds, role="volunteer", name="Zoë", email="zoe@example.org"
    )
    return reverse("invitation", args=[token])


def test_opening_an_invitation_shows_it_and_accepts_nothing(client: Client, link: str) -> None:
    page = client.get(link).content.decode()
    assert "Leeds" in page
    assert "zoe@example.org" in page
    assert not Invitation.objects.exclude(accepted_at=None).exists()


def test_a_newcomer_joins_reads_answers_and_is_in(client: Client, link: str) -> None:
    assert client.post(link, NEWCOMER)["Location"] == reverse("agreement")
    assert client.get("/")["Location"].startswith(reverse("agreement"))
    assert "three questions" in client.get(reverse("agreement")).content.decode().lower()
    assert client.post(reverse("agreement"), RIGHT)["Location"] == "/"
    assert client.get("/t/").status_code == 200


def test_a_wrong_answer_explains_and_lets_one_try_again(client: Client, link: str) -> None:
    client.post(link, NEWCOMER)
    answer = client.post(reverse("agreement"), RIGHT | {"question_1": "2"})
    assert answer.status_code == 422
    assert "Only what is recorded is heard by everyone" in answer.content.decode()
    assert not AgreementAcceptance.objects.exists()


def test_a_new_version_of_the_agreement_asks_again(client: Client, world: World, link: str) -> None:
    client.post(link, NEWCOMER)
    client.post(reverse("agreement"), RIGHT)
    publish_default_agreement(world.union)
    assert client.get("/")["Location"].startswith(reverse("agreement"))


def test_a_newcomer_who_prefers_a_passkey_sets_it_up_next(client: Client, link: str) -> None:
    answer = client.post(link, NEWCOMER | {"password": "", "passkey": "1"})
    assert answer["Location"] == reverse("mfa_add_webauthn")
    assert not User.objects.get(email="zoe@example.org").has_usable_password()
    assert client.get(answer["Location"]).status_code == 200


def test_a_used_link_says_so_in_plain_words(client: Client, link: str) -> None:
    client.post(link, NEWCOMER)
    answer = Client().get(link)
    assert answer.status_code == 410
    assert "This invitation was used" in answer.content.decode()


def test_a_weak_password_is_explained_and_nothing_is_made(client: Client, link: str) -> None:
    assert client.post(link, NEWCOMER | {"password": "password"}).status_code == 422
    assert not User.objects.filter(email="zoe@example.org").exists()


def test_a_join_link_leads_to_waiting_for_the_branch(client: Client, world: World) -> None:
    _link, token = make_join_link(viewer=world.bram, group=world.leeds)
    client.post(reverse("join", args=[token]), NEWCOMER)
    assert JoinRequest.objects.get().state == JoinRequest.State.WAITING
    assert not RoleGrant.objects.filter(membership__user__email="zoe@example.org").exists()
    assert "Your branch has been asked" in client.get("/").content.decode()
