import re
from datetime import timedelta

from django.test import Client

from groundswell.audit.models import AuditEntry
from groundswell.kernel.clock import now
from groundswell.kernel.jobs import run_due_jobs
from groundswell.outreach.models import Meaning
from groundswell.texting.models import Campaign, Turn
from groundswell.texting.tests.ballot import member
from groundswell.texting.tests.campaigns import campaign_in, recipient
from groundswell.texting.tests.selectors.test_review import MESSAGE, connect
from tests.sign_in import sign_in
from tests.world import World


def words(client: Client, url: str) -> str:
    page = client.get(url)
    assert page.status_code == 200, (url, page.status_code)
    return page.content.decode()


def test_amina_builds_a_campaign_step_by_step_and_starts_it_by_typing_the_number(world: World) -> None:
    connect(world.union)
    member(world.leeds, "Dunya", "+447700900101")
    member(world.york, "Samira", "+447700900102")
    amina = sign_in(world.amina)
    amina.post(
        "/texting/new",
        {"name": "Ballot", "group": str(world.national.public_id), "purpose": "membership"},
    )
    campaign = Campaign.objects.get()
    url = f"/texting/{campaign.public_id}/"

    assert amina.get(url).headers["Location"] == url + "audience"
    shape = '{"join": "all", "parts": [{"filter": "branch"}]}'
    amina.post(url + "audience", {"shape": shape, "0-branch": str(world.leeds.public_id)})
    assert amina.get(url).headers["Location"] == url + "message"
    amina.post(url + "message", {"message": MESSAGE})
    assert amina.get(url).headers["Location"] == url + "script"
    amina.post(url + "script", {"script": "template:ballot", "goal": "voted"})
    closes = f"{now() + timedelta(days=20):%Y-%m-%dT%H:%M}"
    amina.post(url + "limits", {"closes_at": closes, "threshold_percent": "50", "batch_size": "40"})

    review = words(amina, url + "review")
    assert "Everyone who is in Leeds or below." in review
    assert "Start texting 1" in review
    refused = amina.post(url + "start", {"typed": "27"})
    assert "Nothing was started" in refused.content.decode()
    assert Campaign.objects.get().state == Campaign.State.DRAFT

    amina.post(url + "start", {"typed": "1"})
    run_due_jobs()
    campaign.refresh_from_db()
    assert campaign.state == Campaign.State.RUNNING
    assert campaign.goal == Meaning.VOTED
    assert campaign.script is not None
    assert Turn.objects.count() == 1
    assert "Leeds" in words(amina, url)


def test_the_message_is_previewed_as_somebody_gets_it(world: World) -> None:
    member(world.leeds, "Işıl", "+447700900102")
    campaign = campaign_in(world.national, state=Campaign.State.DRAFT)
    url = f"/texting/{campaign.public_id}/message/preview"
    text = sign_in(world.amina).post(url, {"message": MESSAGE}).content.decode()
    assert "Hi Işıl, " in text
    assert "UCS-2" in text
    assert "says who you are and how to stop" in text


def test_a_message_without_any_names_is_previewed_too(world: World) -> None:
    member(world.leeds, "Dunya", "+447700900102")
    campaign = campaign_in(world.national, state=Campaign.State.DRAFT)
    url = f"/texting/{campaign.public_id}/message/preview"
    assert "One text" in sign_in(world.amina).post(url, {"message": "Have you voted?"}).content.decode()


def test_a_new_script_leads_back_to_the_campaign_it_was_made_for(world: World) -> None:
    campaign = campaign_in(world.national, state=Campaign.State.DRAFT)
    amina = sign_in(world.amina)
    url = f"/texting/{campaign.public_id}/"
    answer = amina.post(url + "script", {"script": "template:ballot", "goal": "voted"}, follow=True)
    assert f'href="{url}limits"' in answer.content.decode()
    elsewhere = amina.get(answer.request["PATH_INFO"], {"back": "https://elsewhere.example/"})
    assert "elsewhere.example" not in elsewhere.content.decode()


def test_who_is_left_out_is_listed_by_name_and_the_look_is_logged(world: World) -> None:
    member(world.leeds, "Ruth", None)
    campaign = campaign_in(world.national, state=Campaign.State.DRAFT)
    text = words(sign_in(world.amina), f"/texting/{campaign.public_id}/review/no_number")
    assert "Ruth Aydın" in text
    assert sign_in(world.amina).get(f"/texting/{campaign.public_id}/review/nonsense").status_code == 404


def test_a_campaign_is_paused_resumed_and_closed(world: World) -> None:
    campaign = campaign_in(world.national, state=Campaign.State.RUNNING)
    amina, url = sign_in(world.amina), f"/texting/{campaign.public_id}/"
    states = []
    for action in ("pause", "resume", "close"):
        assert amina.get(url + action).status_code == 405
        amina.post(url + action)
        states.append(Campaign.objects.get().state)
    assert states == ["paused", "running", "closed"]


def test_bram_sees_how_leeds_stands_and_can_neither_change_nor_review_the_campaign(world: World) -> None:
    campaign = campaign_in(world.national, state=Campaign.State.RUNNING)
    recipient(campaign, world.leeds, replied=True, voted=True)
    recipient(campaign, world.york)
    bram, url = sign_in(world.bram), f"/texting/{campaign.public_id}/"
    for page in (url, url + "results"):
        text = words(bram, page)
        assert "Leeds" in text
        assert "York" not in text
    assert "Ballot 2026" in words(bram, "/texting/")
    for action in ("review", "message", "basics", "limits", "script", "audience"):
        assert bram.get(url + action).status_code in (403, 404)
    assert bram.post(url + "pause").status_code in (403, 404)


def test_strangers_and_volunteers_get_nothing(world: World) -> None:
    campaign = campaign_in(world.national, state=Campaign.State.RUNNING)
    url = f"/texting/{campaign.public_id}/"
    assert sign_in(world.frida).get(url).status_code == 404
    assert sign_in(world.chidi).get(url).status_code == 403


def test_the_results_are_downloaded_safely_and_the_log_says_for_what(world: World) -> None:
    campaign = campaign_in(world.national, state=Campaign.State.RUNNING)
    world.leeds.name = "=cmd()"
    world.leeds.save()
    recipient(campaign, world.leeds, replied=True, voted=True)
    url = f"/texting/{campaign.public_id}/results.csv"
    answer = sign_in(world.amina).post(url, {"purpose": "for the executive"})
    lines = b"".join(answer.streaming_content).decode().splitlines()  # type: ignore[attr-defined]
    assert lines[1].startswith("'=cmd(),Bram,1,0,1,1,1,1,100.0,0,")
    assert lines[-1].startswith("All,,1,")
    entry = AuditEntry.objects.get(verb="campaign.results_exported")
    assert entry.details["purpose"] == "for the executive"


def test_no_page_shows_a_number(world: World) -> None:
    connect(world.union)
    member(world.leeds, "Dunya", "+447700900101")
    campaign = campaign_in(world.national, state=Campaign.State.DRAFT)
    amina, url = sign_in(world.amina), f"/texting/{campaign.public_id}/"
    for page in ("basics", "audience", "message", "script", "limits", "review"):
        assert not re.search(r"7700 ?900", words(amina, url + page))
