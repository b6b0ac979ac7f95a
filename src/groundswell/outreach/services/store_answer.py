from django.db import transaction

from groundswell.audit.actor import Actor
from groundswell.audit.services.record import record
from groundswell.kernel.clock import now
from groundswell.outreach.models import Answer, AnswerGiven
from groundswell.people.models import Person, Tagging


@transaction.atomic
def store_answer(*, actor: Actor, person: Person, answer: Answer, campaign_id: int | None) -> AnswerGiven:
    """Keeps what a person answered, with the answer's tag; an earlier answer is superseded, not lost.

    Saying the same again changes nothing. What an answer leads to (goal, stop, request) is its
    meaning's business, in the context that asked.
    """
    Person.objects.select_for_update().only("pk").get(pk=person.pk)  # two volunteers, one household
    current = AnswerGiven.objects.filter(person=person, question=answer.question_id, superseded_at=None)
    known = current.first()
    if known and known.answer_id == answer.id:
        return known
    current.update(superseded_at=now())
    if known:
        _take_tag_back(known)
    given = AnswerGiven.objects.create(
        organisation_id=person.organisation_id,
        person=person,
        question_id=answer.question_id,
        answer=answer,
        meaning=answer.meaning,
        campaign_id=campaign_id,
        recorded_by_id=actor.membership_id,
        given_at=now(),
    )
    _put_tag(actor, person, answer)
    record(actor, "answer.recorded", given, person=person.id, answer=answer.id, campaign=campaign_id)
    return given


def _take_tag_back(earlier: AnswerGiven) -> None:
    """Only the tag that this very answer put: what they had before, or from somebody else, stays."""
    if earlier.answer.tag_id is None:
        return
    Tagging.objects.filter(
        person=earlier.person_id,
        tag=earlier.answer.tag_id,
        tagged_by=earlier.recorded_by_id,
        tagged_at__gte=earlier.given_at,
        changeset_id=None,
    ).delete()


def _put_tag(actor: Actor, person: Person, answer: Answer) -> None:
    if answer.tag_id is not None:
        tagging = Tagging(person=person, tag_id=answer.tag_id, tagged_by_id=actor.membership_id)
        Tagging.objects.bulk_create([tagging], ignore_conflicts=True)
