"""From a URL to a part of a script the viewer may change."""

from uuid import UUID

from django.http import Http404

from groundswell.orgs.viewer import Viewer
from groundswell.outreach.models import Answer, Question, Script


def get_script_for(viewer: Viewer, public_id: UUID) -> Script:
    """Raises Http404, as the others do, for what belongs to groups the viewer runs no campaigns in."""
    script: Script | None = Script.objects.visible_to(viewer).filter(public_id=public_id).first()
    if script is None:
        raise Http404
    return script


def get_question_for(viewer: Viewer, public_id: UUID) -> Question:
    scripts = Script.objects.visible_to(viewer)
    found = Question.objects.select_related("script").filter(public_id=public_id, script__in=scripts).first()
    if found is None:
        raise Http404
    return found


def get_answer_for(viewer: Viewer, public_id: UUID) -> Answer:
    scripts = Script.objects.visible_to(viewer)
    answers = Answer.objects.select_related("question__script")
    found = answers.filter(public_id=public_id, question__script__in=scripts).first()
    if found is None:
        raise Http404
    return found
