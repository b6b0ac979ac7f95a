import csv
import io

import pytest
from django.test import Client, override_settings
from django.urls import reverse

from groundswell.accounts.models import User
from groundswell.orgs.invitation_sheet import check_sheet
from groundswell.orgs.models import Group, Invitation, Organisation, Role
from tests.sign_in import sign_in
from tests.world import World, make_member

LIST = (
    "Naam;E-mailadres;Afdeling;Rol\n"
    "Ines;ines@example.org;leeds;leider\n"
    "Yusuf;yusuf@example.org;York;\n"
    "Ruth;not an address;York;volunteer\n"
    "Kofi;kofi@example.org;Atlantis;volunteer\n"
    "Chidi;chidi@example.org;Leeds;vrijwilliger\n"
    "Ines again;ines@example.org;Leeds;leader\n"
)


def test_a_list_is_checked_row_by_row_before_anybody_is_invited(world: World) -> None:
    checked = check_sheet(world.amina, LIST.encode())
    assert [(each.name, each.group.name, each.role) for each in checked.ready] == [
        ("Ines", "Leeds", Role.LEADER),
        ("Yusuf", "York", Role.VOLUNTEER),
    ]
    assert [(each.number, each.reason) for each in checked.rejected] == [
        (4, "This is not an e-mail address."),
        (5, "You have no branch called “Atlantis”."),
        (6, "Has this role already."),
        (7, "Stands in the list twice."),
    ]
    assert not Invitation.objects.exists()


def test_a_leader_invites_to_the_own_branch_only(world: World) -> None:
    checked = check_sheet(world.bram, LIST.encode())
    assert [each.name for each in checked.ready] == ["Ines"]


@override_settings(EMAIL_BACKEND="django.core.mail.backends.dummy.EmailBackend")
def test_without_mail_the_links_come_as_a_file_and_work(world: World) -> None:
    browser = sign_in(world.amina)
    browser.post(reverse("invite_list"), {"pasted": LIST})
    answer = browser.post(reverse("invite_list"), {"pasted": LIST, "invite": "1"})
    rows = list(csv.DictReader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))
    assert [row["Name"] for row in rows] == ["Ines", "Yusuf"]
    path = rows[0]["Link"].split("8000", 1)[1]
    assert "Leeds" in Client().get(path).content.decode()


def test_inviting_the_same_list_again_renews_rather_than_doubles(world: World) -> None:
    browser = sign_in(world.amina)
    for _again in range(2):
        browser.post(reverse("invite_list"), {"pasted": LIST, "invite": "1"})
    assert Invitation.objects.filter(revoked_at=None).count() == 2


def test_a_branch_with_a_single_leader_is_flagged(world: World) -> None:
    page = sign_in(world.amina).get(reverse("team")).content.decode()
    assert "1 branch has a single leader" in page
    make_member("Ines", world.leeds, Role.LEADER)
    assert "single leader" not in sign_in(world.amina).get(reverse("team")).content.decode()


def test_a_leader_sees_the_own_branch_and_what_is_below_it(world: World) -> None:
    page = sign_in(world.bram).get(reverse("team")).content.decode()
    assert "Leeds" in page
    assert "York" not in page


def test_the_team_page_costs_the_same_for_many_branches(
    world: World, django_assert_max_num_queries: pytest.FixtureRequest
) -> None:
    from groundswell.orgs.services.create_groups import create_groups

    create_groups(actor=world.amina.actor, parent=world.national, names=[f"Branch {n}" for n in range(87)])
    browser = sign_in(world.amina)
    with django_assert_max_num_queries(18):  # type: ignore[operator]
        assert browser.get(reverse("team")).status_code == 200


def test_one_press_makes_a_join_link_for_every_branch(world: World) -> None:
    page = sign_in(world.amina).post(reverse("join_links")).content.decode()
    assert page.count("<svg") >= 2
    assert page.count("/j/") >= 2


@pytest.mark.django_db
def test_the_owner_of_a_new_installation_makes_the_organisation_and_its_branches() -> None:
    owner = User.objects.create_user("amina@example.org", "Amina", runs_server=True)
    browser = Client()
    browser.force_login(owner)
    assert browser.get("/", follow=True).redirect_chain[-1][0] == reverse("first_run")
    browser.post(
        reverse("first_run"),
        {
            "name": "Teachers United",
            "kind": "union",
            "country": "GB",
            "language": "en",
            "time_zone": "Europe/London",
            "accent": "#d8412f",
            "contact_line": "",
            "branches": "Leeds\nYork\n",
        },
    )
    assert Organisation.objects.get().name == "Teachers United"
    assert sorted(Group.objects.values_list("name", flat=True)) == ["Leeds", "Teachers United", "York"]


def test_nobody_else_can_make_an_organisation(world: World) -> None:
    assert sign_in(world.chidi).get(reverse("first_run"))["Location"] == "/"


def test_the_audit_page_names_who_did_what(world: World) -> None:
    sign_in(world.amina).post(reverse("join_links"))
    page = sign_in(world.gita).get(reverse("audit")).content.decode()
    assert "made join links" in page
    assert "Amina" in page
