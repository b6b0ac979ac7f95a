"""A script as a tree, for the page that edits it and for walking through it."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.forms import Form

from groundswell.outreach.models import Answer, Question, Script


@dataclass
class AnswerNode:
    """`form` and `broken` are the page's: what edits the answer, and the same when it was refused."""

    answer: Answer
    then: "list[QuestionNode]" = field(default_factory=list)
    form: Form | None = None
    broken: Form | None = None


@dataclass
class QuestionNode:
    question: Question
    answers: list[AnswerNode]


@dataclass(frozen=True)
class Walk:
    """How far somebody has come in a script: what was answered, and what is asked now."""

    taken: list[Answer]
    asked: Question | None
    choices: list[Answer]


def script_tree(script: Script) -> list[QuestionNode]:
    """The questions at the start with everything that follows; two statements."""
    by_answer: dict[int | None, list[QuestionNode]] = defaultdict(list)
    nodes: list[AnswerNode] = []
    for question in script.questions.prefetch_related("answers__tag"):
        answers = [AnswerNode(answer) for answer in question.answers.all()]
        nodes += answers
        by_answer[question.after_id].append(QuestionNode(question, answers))
    for node in nodes:
        node.then = by_answer[node.answer.id]
    return by_answer[None]


def walk_script(script: Script, chosen: list[str]) -> Walk:
    """Asks the questions as a volunteer would meet them; choices that do not exist are ignored."""
    waiting = script_tree(script)
    taken: list[Answer] = []
    for public_id in chosen:
        if not waiting:
            break
        found = [node for node in waiting[0].answers if str(node.answer.public_id) == public_id]
        if not found:
            break
        taken.append(found[0].answer)
        waiting = found[0].then + waiting[1:]
    if not waiting:
        return Walk(taken, None, [])
    return Walk(taken, waiting[0].question, [node.answer for node in waiting[0].answers])


def all_answers(tree: list[QuestionNode]) -> Iterator[AnswerNode]:
    for question in tree:
        for node in question.answers:
            yield node
            yield from all_answers(node.then)
