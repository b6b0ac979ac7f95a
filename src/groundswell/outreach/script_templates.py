"""Scripts to start from, in our own words; an organiser changes them to theirs."""

from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from groundswell.outreach.models import Meaning

Words = str | Promise


@dataclass(frozen=True)
class AnswerTemplate:
    label: Words
    meaning: str = ""
    reply: Words = ""
    then: "QuestionTemplate | None" = None


@dataclass(frozen=True)
class QuestionTemplate:
    text: Words
    answers: tuple[AnswerTemplate, ...]


@dataclass(frozen=True)
class ScriptTemplate:
    key: str
    name: Words
    line: Words
    message: Words = ""
    questions: tuple[QuestionTemplate, ...] = field(default=())


WANTS_TO_HELP = QuestionTemplate(
    _("Would they help to reach colleagues?"),
    (
        AnswerTemplate(
            _("Yes, wants to help"),
            Meaning.WANTS_TO_HELP,
            _("Brilliant, thank you! Somebody from {branch} will be in touch this week."),
        ),
        AnswerTemplate(_("Not now"), "", _("No problem at all. Thank you for voting!")),
    ),
)

ADDRESS = QuestionTemplate(
    _("Is the address we have right?"),
    (
        AnswerTemplate(
            _("Yes, send it there"), "", _("Thank you. The new paper is on its way: please post it at once.")
        ),
        AnswerTemplate(_("No, it changed"), "", _("Which address should it go to? I'll pass it on today.")),
    ),
)

BALLOT = ScriptTemplate(
    key="ballot",
    name=_("Postal ballot: have you voted?"),
    line=_("Asks who has voted, orders new papers, and finds people who want to help."),
    message=_(
        "Hi {first_name|there}, it's {volunteer} from {organisation}. Our ballot closes soon and every vote "
        "counts. Have you posted yours yet? Reply STOP for no more texts."
    ),
    questions=(
        QuestionTemplate(
            _("Have they voted?"),
            (
                AnswerTemplate(
                    _("Voted"),
                    Meaning.VOTED,
                    _("Great, thank you! Could you ask two colleagues whether they have voted as well?"),
                    WANTS_TO_HELP,
                ),
                AnswerTemplate(
                    _("Not yet"),
                    Meaning.NOT_YET,
                    _(
                        "Thanks for telling me. The paper needs to arrive before the ballot closes: "
                        "could you post it today?"
                    ),
                ),
                AnswerTemplate(
                    _("Needs a new paper"),
                    Meaning.NEEDS_PAPER,
                    _("No problem, I've asked for a new paper for you. Is your address still the same?"),
                    ADDRESS,
                ),
                AnswerTemplate(
                    _("Won't say"),
                    Meaning.WONT_SAY,
                    _("That's fine, it's your secret. Thank you for reading!"),
                ),
                AnswerTemplate(
                    _("Wrong number"),
                    Meaning.WRONG_NUMBER,
                    _("Sorry to have troubled you. We won't text again."),
                ),
                AnswerTemplate(_("Wants no more texts"), Meaning.STOP),
            ),
        ),
    ),
)

TEMPLATES = {template.key: template for template in (BALLOT,)}
