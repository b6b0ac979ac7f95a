"""Five minutes of practice with invented members: what they text, and what a volunteer would do."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Choice:
    """Something a volunteer may do; `because` explains why it is, or is not, the thing to do."""

    key: str
    label: str | Promise
    because: str | Promise
    right: bool = False


@dataclass(frozen=True)
class Scene:
    name: str
    sent: str | Promise
    reply: str | Promise
    choices: tuple[Choice, ...]

    def choice(self, key: str) -> Choice | None:
        return next((choice for choice in self.choices if choice.key == key), None)


FIRST_MESSAGE = _(
    "Hi {name}, it's {volunteer} from your union. Our ballot closes Friday. Have you posted your vote yet?"
)

SCENES = (
    Scene(
        name="Sam",
        sent=FIRST_MESSAGE,
        reply=_("Posted it on Monday 👍"),
        choices=(
            Choice("voted", _("Has voted"), _("Yes. Sam gets no more reminders from now on."), right=True),
            Choice(
                "not_yet",
                _("Not yet"),
                _("Sam has posted the vote. With “not yet” we would remind Sam again."),
            ),
            Choice(
                "how", _("Ask how Sam voted"), _("Never ask that. A ballot is secret; we only ask whether.")
            ),
        ),
    ),
    Scene(
        name="Robin",
        sent=FIRST_MESSAGE,
        reply=_("no i never got the paper, we moved in august"),
        choices=(
            Choice("not_yet", _("Not yet"), _("Robin cannot vote without a paper. Ask for a new one.")),
            Choice(
                "needs_paper",
                _("Needs a new paper"),
                _("Yes. The office sends a new one; ask Robin to confirm the address."),
                right=True,
            ),
            Choice("stop", _("Stop texting"), _("Robin did not ask us to stop. Robin wants a paper.")),
        ),
    ),
    Scene(
        name="Kim",
        sent=FIRST_MESSAGE,
        reply=_("who gave you my number, leave me alone"),
        choices=(
            Choice(
                "explain",
                _("Explain who we are and ask again"),
                _("Kim asked to be left alone. Asking again is unkind, and against the rules."),
            ),
            Choice(
                "stop",
                _("Stop texting"),
                _("Yes. Nobody in the union will text or call Kim again."),
                right=True,
            ),
            Choice("leave", _("Do nothing"), _("Then somebody else would text Kim next week.")),
        ),
    ),
    Scene(
        name="Alex",
        sent=FIRST_MESSAGE,
        reply=_("What happens if we lose? I'm not sure it's worth it"),
        choices=(
            Choice(
                "listen",
                _("Answer in your own words, or ask your leader"),
                _("Yes. A real conversation is what moves people."),
                right=True,
            ),
            Choice(
                "again",
                _("Send the first message again"),
                _("Nobody gets the same message twice. Alex asked you something."),
            ),
            Choice("wont_say", _("Record “won't say”"), _("Alex is talking to you. Answer first.")),
        ),
    ),
)
