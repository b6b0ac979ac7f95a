from groundswell.outreach.models import Answer, Meaning, Question, Script
from groundswell.outreach.tests.scripts import ballot_script
from tests.sign_in import sign_in
from tests.world import World


def test_a_script_from_the_ballot_template_is_shown_with_its_answers(world: World) -> None:
    amina = sign_in(world.amina)
    page = amina.post("/texting/scripts/new", {"template": "ballot"}, follow=True)
    text = page.content.decode()
    assert "Have they voted?" in text
    assert "Needs a new ballot paper" in text
    assert "Postal ballot" in amina.get("/texting/scripts/").content.decode()


def test_questions_and_answers_are_added_changed_and_taken_away(world: World) -> None:
    script = ballot_script(world.national)
    amina, home = sign_in(world.amina), f"/texting/scripts/{script.script.public_id}/"
    amina.post(f"{home}questions/{script.voted.public_id}", {"text": "Will you help?"})
    asked = Question.objects.get(after=script.voted)
    amina.post(f"/texting/questions/{asked.public_id}/answers", {"label": "Yes"})
    yes = Answer.objects.get(question=asked)
    change = {"label": "Yes!", "meaning": "wants_to_help", "suggested_reply": "Lovely, {first_name|friend}"}
    amina.post(f"/texting/answers/{yes.public_id}", change)
    yes.refresh_from_db()
    assert (yes.label, yes.meaning) == ("Yes!", Meaning.WANTS_TO_HELP)
    amina.post(f"/texting/answers/{yes.public_id}/remove")
    amina.post(f"/texting/questions/{asked.public_id}/remove")
    assert list(Question.objects.all()) == [script.question]


def test_a_broken_field_in_a_reply_is_shown_and_nothing_is_lost(world: World) -> None:
    script = ballot_script(world.national)
    page = sign_in(world.amina).post(
        f"/texting/answers/{script.voted.public_id}",
        {"label": "Voted", "meaning": "", "suggested_reply": "Hi {nmae}"},
        headers={"HX-Request": "true"},
    )
    text = page.content.decode()
    assert "no field called {nmae}" in text
    assert "Hi {nmae}" in text
    assert Answer.objects.get(pk=script.voted.pk).suggested_reply == ""


def test_trying_a_script_walks_from_answer_to_answer(world: World) -> None:
    amina = sign_in(world.amina)
    amina.post("/texting/scripts/new", {"template": "ballot"})
    script = Script.objects.get()
    url = f"/texting/scripts/{script.public_id}/try"
    assert "Have they voted?" in amina.get(url).content.decode()
    voted = Answer.objects.get(meaning=Meaning.VOTED)
    text = amina.get(url, {"a": str(voted.public_id)}).content.decode()
    assert "Would they help to reach colleagues?" in text
    assert amina.get(url, {"a": "nonsense"}).status_code == 200


def test_nobody_else_changes_a_script(world: World) -> None:
    script = ballot_script(world.national)
    url = f"/texting/scripts/{script.script.public_id}/"
    assert sign_in(world.bram).get(url).status_code == 403
    assert sign_in(world.frida).get(url).status_code == 404
