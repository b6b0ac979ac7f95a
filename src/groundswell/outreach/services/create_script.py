from django.db import transaction
from django.utils.translation import gettext as _

from groundswell.audit.services.record import record
from groundswell.orgs.models import Group
from groundswell.orgs.rights import Right
from groundswell.orgs.viewer import Viewer
from groundswell.outreach.models import Answer, Question, Script
from groundswell.outreach.script_templates import QuestionTemplate, ScriptTemplate
from groundswell.outreach.services.hash_script import hash_script


@transaction.atomic
def create_script(
    *, viewer: Viewer, group: Group, name: str = "", template: ScriptTemplate | None = None
) -> Script:
    """An empty script, or a copy of a template in the language the viewer reads."""
    viewer.require(Right.RUN_CAMPAIGNS, group.id)
    name = name.strip() or (str(template.name) if template else _("New script"))
    script = Script.objects.create(organisation_id=viewer.organisation_id, group=group, name=name)
    for position, question in enumerate(template.questions if template else ()):
        _copy(script, question, after=None, position=position)
    hash_script(script=script)
    record(viewer.actor, "script.created", script)
    return script


def _copy(script: Script, template: QuestionTemplate, *, after: Answer | None, position: int) -> None:
    question = Question.objects.create(script=script, after=after, text=str(template.text), position=position)
    for number, answer in enumerate(template.answers):
        copied = Answer.objects.create(
            question=question,
            label=str(answer.label),
            meaning=answer.meaning,
            suggested_reply=str(answer.reply),
            position=number,
        )
        if answer.then:
            _copy(script, answer.then, after=copied, position=0)
