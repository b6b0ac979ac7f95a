import pytest
from django.test import Client

from groundswell.accounts.models import User
from groundswell.orgs.viewer import Viewer
from tests.sign_in import sign_in
from tests.world import World

pytestmark = pytest.mark.django_db


def speaks(viewer: Viewer, language: str) -> Client:
    User.objects.filter(pk=viewer.membership.user_id).update(language=language)
    return sign_in(viewer)


def language_of(client: Client, url: str = "/", **headers: str) -> str:
    page = client.get(url, headers=headers).content.decode()
    return page.split('<html lang="')[1][:2]


def test_a_profile_in_dutch_wins_over_an_english_browser(world: World) -> None:
    amina = speaks(world.amina, "nl")
    assert language_of(amina, **{"accept-language": "en"}) == "nl"


def test_the_device_remembers_the_language_for_requests_without_a_session(world: World) -> None:
    amina = speaks(world.amina, "nl")
    amina.get("/")
    assert amina.cookies["django_language"].value == "nl"


def test_choosing_a_language_in_the_menu_changes_the_profile(world: World) -> None:
    amina = speaks(world.amina, "en")
    amina.post("/language/", {"language": "nl", "next": "/"})
    assert language_of(amina) == "nl"
    assert User.objects.get(pk=world.amina.membership.user_id).language == "nl"


def test_a_language_nobody_translated_is_not_kept(world: World) -> None:
    amina = speaks(world.amina, "en")
    amina.post("/language/", {"language": "tlh", "next": "/"})
    assert User.objects.get(pk=world.amina.membership.user_id).language == "en"


def test_whoever_is_not_signed_in_gets_what_the_browser_asks_for(world: World) -> None:
    assert language_of(Client(), "/account/login/", **{"accept-language": "nl"}) == "nl"
