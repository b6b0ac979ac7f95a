from groundswell.outreach.models import AnswerGiven, Meaning
from groundswell.outreach.services.store_answer import store_answer
from groundswell.outreach.tests.scripts import ballot_script
from groundswell.people.models import Tag, Tagging
from groundswell.segments.tests.people import someone
from tests.world import World


def test_a_later_answer_supersedes_and_the_earlier_one_is_kept(world: World) -> None:
    script, dunya = ballot_script(world.national), someone(world.leeds, "Dunya")
    first = store_answer(actor=world.chidi.actor, person=dunya, answer=script.not_yet, campaign_id=None)
    second = store_answer(actor=world.bram.actor, person=dunya, answer=script.voted, campaign_id=None)

    first.refresh_from_db()
    assert first.superseded_at is not None
    assert AnswerGiven.objects.get(person=dunya, superseded_at=None) == second
    assert second.meaning == Meaning.VOTED
    assert second.recorded_by == world.bram.membership


def test_saying_the_same_again_changes_nothing(world: World) -> None:
    script, dunya = ballot_script(world.national), someone(world.leeds, "Dunya")
    once = store_answer(actor=world.chidi.actor, person=dunya, answer=script.voted, campaign_id=7)
    again = store_answer(actor=world.chidi.actor, person=dunya, answer=script.voted, campaign_id=7)
    assert once == again
    assert AnswerGiven.objects.count() == 1


def test_an_answer_puts_its_tag_once(world: World) -> None:
    script, dunya = ballot_script(world.national), someone(world.leeds, "Dunya")
    script.voted.tag = Tag.objects.create(organisation=world.union, name="voted 2026")
    for answer in (script.voted, script.not_yet, script.voted):
        store_answer(actor=world.chidi.actor, person=dunya, answer=answer, campaign_id=None)
    assert [tagging.tag.name for tagging in Tagging.objects.filter(person=dunya)] == ["voted 2026"]
