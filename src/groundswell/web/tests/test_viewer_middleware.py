from datetime import timedelta

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import DjangoAssertNumQueries
from time_machine import travel

from groundswell.kernel.clock import now
from groundswell.orgs.models import Membership, Role
from groundswell.orgs.selectors import viewer_of_user
from tests.sign_in import sign_in
from tests.world import World, make_member


def test_an_anonymous_visitor_is_led_to_the_sign_in_page(client: Client, db: None) -> None:
    answer = client.get("/")
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("account_login"))


def test_a_leader_who_signed_in_sees_today(world: World) -> None:
    assert sign_in(world.bram).get("/").status_code == 200


def test_a_leader_with_a_password_only_is_led_to_set_up_a_second_factor(world: World) -> None:
    answer = sign_in(world.bram, second_factor=False).get("/")
    assert answer["Location"].startswith(reverse("mfa_index"))


def test_a_volunteer_needs_no_second_factor(world: World) -> None:
    assert sign_in(world.chidi, second_factor=False).get("/t/").status_code == 200


def test_a_suspended_member_is_no_member_at_once(world: World) -> None:
    browser = sign_in(world.chidi)
    Membership.objects.filter(pk=world.chidi.membership.pk).update(suspended_at=now())
    assert browser.get("/")["Location"].startswith(reverse("no_organisation"))


def test_an_htmx_request_of_a_signed_out_visitor_leads_the_whole_page_away(client: Client, db: None) -> None:
    answer = client.get("/", headers={"HX-Request": "true"})
    assert answer["HX-Redirect"].startswith(reverse("account_login"))


def test_a_session_of_a_leader_ends_after_half_an_hour_without_use(world: World) -> None:
    browser = sign_in(world.bram)
    browser.get("/")
    with travel(now() + timedelta(minutes=31)):
        assert browser.get("/")["Location"].startswith(reverse("account_login"))


def test_a_session_of_a_volunteer_lasts_a_shift(world: World) -> None:
    browser = sign_in(world.chidi)
    browser.get("/t/")
    with travel(now() + timedelta(hours=11)):
        assert browser.get("/t/").status_code == 200


def test_someone_in_two_organisations_works_in_the_one_chosen(world: World) -> None:
    elsewhere = make_member("Extra", world.rival_root, Role.VIEWER).membership
    elsewhere.user = world.amina.membership.user
    elsewhere.save()
    viewer = viewer_of_user(world.amina.membership.user, world.rival.id)
    assert viewer
    assert viewer.organisation == world.rival


def test_finding_the_viewer_costs_three_queries(
    world: World, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(3):
        viewer = viewer_of_user(world.bram.membership.user, None)
        assert viewer
        assert viewer.actor.user_id == world.bram.membership.user_id


@pytest.mark.urls("groundswell.web.tests.test_viewer_middleware")
def test_a_route_that_says_nothing_is_closed(world: World) -> None:
    assert sign_in(world.amina).get("/undeclared/").status_code == 403


def _undeclared(request: HttpRequest) -> HttpResponse:
    return HttpResponse("secret")


from django.urls import path  # noqa: E402

urlpatterns = [path("undeclared/", _undeclared)]
