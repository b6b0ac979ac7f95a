from django.test import Client

from groundswell.consent.models import Hold, Suppression
from groundswell.kernel import clock
from groundswell.kernel.jobs import run_due_jobs
from groundswell.orgs.models import Group, Role
from groundswell.texting.models import Assignment, Campaign, Conversation, Recipient, Text, Turn
from groundswell.texting.tests.ballot import member, start_ballot
from groundswell.texting.tests.campaigns import campaign_in, recipient
from tests.sign_in import sign_in
from tests.world import World, make_member


def words(client: Client, url: str) -> str:
    page = client.get(url, follow=True)
    assert page.status_code == 200, (url, page.status_code)
    return page.content.decode()


def running(world: World) -> Campaign:
    return campaign_in(world.national, state=Campaign.State.RUNNING)


def waiting(campaign: Campaign, group: Group, name: str) -> Conversation:
    conversation = recipient(campaign, group, name=name, replied=True).conversation
    assert conversation is not None
    return conversation


def wrote(conversation: Conversation, body: str) -> None:
    Text.objects.create(
        organisation=conversation.organisation,
        conversation=conversation,
        kind=Text.Kind.INBOUND,
        state=Text.State.RECEIVED,
        match_key=conversation.match_key,
        body=body,
        made_at=clock.now(),
    )


def held_words(conversation: Conversation, body: str) -> Hold:
    wrote(conversation, body)
    return Hold.objects.create(
        organisation=conversation.organisation,
        channel="text",
        match_key=conversation.match_key,
        held_at=clock.now(),
    )


def texts_of_chidi(world: World, campaign: Campaign) -> Assignment:
    return Assignment.objects.create(campaign=campaign, membership=world.chidi.membership)


def test_bram_sees_his_texters_and_the_replies_that_wait_in_leeds_only(world: World) -> None:
    campaign = running(world)
    chidi = texts_of_chidi(world, campaign)
    Conversation.objects.filter(pk=waiting(campaign, world.leeds, "Dunya").pk).update(holder=chidi)
    wrote(Conversation.objects.get(person__given_name="Dunya"), "Is this a scam?")
    waiting(campaign, world.york, "Samira")
    text = words(sign_in(world.bram), f"/texting/{campaign.public_id}/texters")
    assert "Is this a scam?" in text
    assert "Chidi" in text
    assert "Dunya" in text
    assert "Samira" not in text


def test_bram_suspends_chidi_and_lets_him_text_again(world: World) -> None:
    campaign = running(world)
    chidi = texts_of_chidi(world, campaign)
    held = waiting(campaign, world.leeds, "Dunya")
    Conversation.objects.filter(pk=held.pk).update(holder=chidi)
    bram = sign_in(world.bram)
    bram.post(f"/texting/texters/{chidi.public_id}/suspend")
    chidi.refresh_from_db()
    held.refresh_from_db()
    assert chidi.suspended_at is not None
    assert held.holder is None
    bram.post(f"/texting/texters/{chidi.public_id}/resume")
    chidi.refresh_from_db()
    assert chidi.suspended_at is None


def test_stale_work_goes_back_to_the_branch(world: World) -> None:
    campaign = running(world)
    chidi = texts_of_chidi(world, campaign)
    held = waiting(campaign, world.leeds, "Dunya")
    Conversation.objects.filter(pk=held.pk).update(holder=chidi)
    sign_in(world.bram).post(f"/texting/texters/{chidi.public_id}/give-back")
    held.refresh_from_db()
    assert held.holder is None


def test_another_organisation_or_a_volunteer_suspends_nobody(world: World) -> None:
    chidi = texts_of_chidi(world, running(world))
    assert sign_in(world.frida).post(f"/texting/texters/{chidi.public_id}/suspend").status_code == 404
    assert sign_in(world.chidi).post(f"/texting/texters/{chidi.public_id}/suspend").status_code == 403


def test_bram_takes_a_conversation_of_leeds_and_none_of_york(world: World) -> None:
    campaign = running(world)
    leeds, york = waiting(campaign, world.leeds, "Dunya"), waiting(campaign, world.york, "Samira")
    bram = sign_in(world.bram)
    bram.post(f"/texting/conversations/{leeds.public_id}/take")
    leeds.refresh_from_db()
    assert leeds.holder is not None
    assert leeds.holder.membership == world.bram.membership
    assert bram.post(f"/texting/conversations/{york.public_id}/take").status_code == 404
    assert bram.get(f"/texting/conversations/{york.public_id}/").status_code == 404


def test_conversations_are_listed_page_by_page_and_by_what_they_need(world: World) -> None:
    campaign = running(world)
    for number in range(52):
        recipient(campaign, world.leeds, name=f"Member{number:02d}", texted=True)
    waiting(campaign, world.leeds, "Dunya")
    amina, url = sign_in(world.amina), f"/texting/{campaign.public_id}/conversations"
    first = words(amina, url)
    assert "Dunya" in first
    assert "Member00" not in first
    last = Conversation.objects.order_by("-id")[49]
    assert "Member00" in words(amina, f"{url}?which=&after={last.id}")
    assert "Member" not in words(amina, f"{url}?which=waiting")
    assert amina.get(f"{url}?which=everything").status_code == 404


def test_what_sounds_like_a_stop_is_decided_with_the_words_in_view(world: World) -> None:
    campaign = running(world)
    held = waiting(campaign, world.leeds, "Dunya")
    hold = held_words(held, "please take me off your list")
    amina = sign_in(world.amina)
    assert "take me off your list" in words(amina, "/texting/holds/")
    amina.post(f"/texting/holds/{hold.id}", {"decision": "stop"})
    assert Suppression.objects.filter(match_key=held.match_key, lifted_at=None).exists()
    assert "Nothing to decide" in words(amina, "/texting/holds/")


def test_bram_decides_about_words_from_leeds_and_never_sees_those_from_york(world: World) -> None:
    campaign = running(world)
    leeds = held_words(waiting(campaign, world.leeds, "Dunya"), "leave me alone please")
    york = held_words(waiting(campaign, world.york, "Samira"), "not this again")
    bram = sign_in(world.bram)
    page = words(bram, "/texting/holds/")
    assert "leave me alone please" in page
    assert "not this again" not in page
    assert "/texting/holds/" in words(bram, f"/texting/{campaign.public_id}/")
    assert bram.post(f"/texting/holds/{york.id}", {"decision": "stop"}).status_code == 404
    bram.post(f"/texting/holds/{leeds.id}", {"decision": "go_on"})
    leeds.refresh_from_db()
    assert leeds.decision == Hold.Decision.GO_ON
    assert sign_in(world.chidi).get("/texting/holds/").status_code == 403


def test_strangers_are_seen_by_the_national_office_only(world: World) -> None:
    Conversation.objects.create(
        organisation=world.union, match_key="f" * 32, last_in_at=clock.now(), waiting_since=clock.now()
    )
    assert "A stranger" in words(sign_in(world.amina), "/texting/inbox/")
    assert sign_in(world.bram).get("/texting/inbox/").status_code == 403


def test_newcomers_are_counted_and_added(world: World) -> None:
    member(world.leeds, "Dunya", "+447700900101")
    campaign = start_ballot(world).campaign
    member(world.leeds, "Samira", "+447700900102")
    amina, url = sign_in(world.amina), f"/texting/{campaign.public_id}/"
    assert "Add the 1 newcomer" in words(amina, url)
    amina.post(url + "newcomers")
    run_due_jobs()
    assert Recipient.objects.filter(campaign=campaign, left_out="").count() == 2
    assert "newcomer" not in words(amina, url).replace("Newcomers", "")


def test_a_follow_up_goes_to_the_silent_after_its_number_is_typed(world: World) -> None:
    campaign = running(world)
    recipient(campaign, world.leeds, texted=True)
    recipient(campaign, world.leeds, replied=True)
    amina, url = sign_in(world.amina), f"/texting/{campaign.public_id}/follow-up"
    words_again = {"message": "Hi again {first_name|friend}, {volunteer} here. Reply STOP for no more texts."}
    assert "Follow up with 1 person" in amina.post(url, words_again).content.decode()
    assert "Nothing was started" in amina.post(url, words_again | {"typed": "9"}).content.decode()
    amina.post(url, words_again | {"typed": "1"})
    run_due_jobs()
    assert campaign.rounds.get(number=2).opened_at is not None
    assert Turn.objects.filter(round__number=2).count() == 1


def test_a_leader_of_leeds_takes_nothing_out_of_the_hands_of_york(world: World) -> None:
    campaign = running(world)
    samir = make_member("Samir", world.york, Role.VOLUNTEER).membership
    his = Assignment.objects.create(campaign=campaign, membership=samir)
    held = waiting(campaign, world.york, "Samira")
    Conversation.objects.filter(pk=held.pk).update(holder=his)
    answer = sign_in(world.bram).post(f"/texting/texters/{his.public_id}/give-back")
    held.refresh_from_db()
    assert answer.status_code == 403
    assert held.holder == his
