"""The ballot script of the tests: has she voted, and if she needs a paper, where to?"""

from dataclasses import dataclass

from groundswell.orgs.models import Group
from groundswell.outreach.models import Answer, Meaning, Question, Script


@dataclass
class BallotScript:
    script: Script
    question: Question
    voted: Answer
    not_yet: Answer
    needs_paper: Answer


def ballot_script(group: Group) -> BallotScript:
    script = Script.objects.create(organisation=group.organisation, group=group, name="Ballot")
    question = Question.objects.create(script=script, text="Has she voted?")
    answers = {
        meaning: Answer.objects.create(
            question=question, label=str(meaning.label), meaning=meaning, position=n
        )
        for n, meaning in enumerate([Meaning.VOTED, Meaning.NOT_YET, Meaning.NEEDS_PAPER])
    }
    return BallotScript(
        script=script,
        question=question,
        voted=answers[Meaning.VOTED],
        not_yet=answers[Meaning.NOT_YET],
        needs_paper=answers[Meaning.NEEDS_PAPER],
    )
