"""Who is behind a simulated number, and what they answer to which question, in English and Dutch."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Literal

Topic = Literal["voted", "address", "help", "other", "statement"]
Lines = Mapping[str, tuple[str, ...]]

_TOPICS: tuple[tuple[Topic, re.Pattern[str]], ...] = (
    ("address", re.compile(r"\b(address|live at|adres|woon)", re.I)),
    ("help", re.compile(r"\b(help|volunteer|ring round|helpen|meedoen)", re.I)),
    ("voted", re.compile(r"\b(vot|ballot|paper|stem|gestemd)", re.I)),
)
_DUTCH = re.compile(r"\b(je|heb|hebt|gestemd|stembiljet|bedankt|hallo|jouw|wij|nog|niet)\b", re.I)


@dataclass(frozen=True)
class Personality:
    """`share` is how many of a hundred are like this; `patience` stretches the time until they answer."""

    key: str
    share: int
    english: Lines
    dutch: Lines
    fails_as: str = ""
    patience: float = 1.0

    def answer(self, body: str, chance: Random) -> str:
        """What they text back; empty when nothing."""
        lines = self.dutch if self.speaks_dutch(body) else self.english
        topic = topic_of(body)
        choices = lines.get(topic) or (lines.get("voted") if topic != "statement" else None)
        return chance.choice(choices) if choices else ""

    def speaks_dutch(self, body: str) -> bool:
        return not self.english or len(_DUTCH.findall(body)) > 1


def topic_of(body: str) -> Topic:
    """What a text asks; without a question mark it asks nothing."""
    if "?" not in body:
        return "statement"
    question = body[: body.rindex("?")].rpartition(". ")[2]
    return next((topic for topic, words in _TOPICS if words.search(question)), "other")


VOTED = Personality(
    "voted",
    24,
    {
        "voted": (
            "Yes, voted on Monday!",
            "voted",
            "Done, posted it yesterday 👍",
            "yes already sent mine back",
            "Yes, and so has my wife",
        ),
        "help": ("Sorry, swamped with marking this month", "maybe, what would I have to do?"),
        "statement": ("", "", "👍"),
    },
    {
        "voted": ("Ja, maandag al gestemd!", "al gedaan 👍", "ja hoor, gisteren op de post gedaan"),
        "help": ("Sorry, ik heb het deze maand te druk",),
        "statement": ("", "", "👍"),
    },
)
NO_PAPER = Personality(
    "no_paper",
    12,
    {
        "voted": (
            "no i never got the ballot paper, we moved in august",
            "Not yet, my paper hasn't come",
            "it never arrived?? can you send another",
            "I think I threw it away by mistake, sorry",
        ),
        "address": ("yes that's right", "no, we're at 14 Mill Lane, LS6 2AB now", "Yes. Flat 2 though"),
        "statement": ("thank you!!", "", "great, thanks"),
    },
    {
        "voted": ("nee, ik heb nooit een stembiljet gekregen", "nog niets ontvangen, we zijn verhuisd"),
        "address": ("ja klopt", "nee, we wonen nu op Molenstraat 14"),
        "statement": ("dank je wel!", ""),
    },
)
NOT_YET = Personality(
    "not_yet",
    14,
    {
        "voted": (
            "not yet, will do it tonight",
            "It's on the kitchen table, I keep forgetting",
            "When is the deadline?",
            "Haven't decided yet to be honest",
        ),
        "statement": ("ok thanks for reminding me", "", "will do"),
    },
    {
        "voted": ("nog niet, vanavond!", "wanneer moet het uiterlijk binnen zijn?"),
        "statement": ("oké, bedankt voor het herinneren", ""),
    },
)
HELPER = Personality(
    "helper",
    5,
    {
        "voted": ("Voted! Can I do anything to help?", "Yes! And I can ring round my school"),
        "help": ("Yes I can ring round my school", "Count me in, Thursday evenings are best"),
        "statement": ("Brilliant, talk soon", ""),
    },
    {
        "voted": ("Gestemd! Kan ik ergens mee helpen?",),
        "help": ("Ja, donderdagavond kan ik",),
        "statement": ("Top, tot snel", ""),
    },
)
STOPS = Personality(
    "stop",
    3,
    {"voted": ("STOP", "Stop please", "stop.", "UNSUBSCRIBE", "Stop!!")},
    {"voted": ("STOP", "stop aub", "Afmelden")},
)
TAKE_ME_OFF = Personality(
    "take_me_off",
    2,
    {"voted": ("take me off your list", "who is this, leave me alone", "how did you get my number")},
    {"voted": ("haal me van deze lijst", "hoe kom je aan mijn nummer")},
)
RUDE = Personality(
    "rude",
    2,
    {"voted": ("none of your business", "get a real job", "strikes never solved anything you muppet")},
    {"voted": ("gaat je niks aan", "zoek een echte baan")},
)
WRONG_NUMBER = Personality(
    "wrong_number",
    2,
    {"voted": ("wrong number mate", "I think you have the wrong person"), "statement": ("np",)},
    {"voted": ("verkeerd nummer",)},
)
WONT_SAY = Personality(
    "wont_say",
    3,
    {"voted": ("I'd rather not say", "that's private")},
    {"voted": ("dat zeg ik liever niet",)},
)
WHO_IS_THIS = Personality(
    "who_is_this",
    3,
    {
        "voted": ("who is this?", "Is this really the union? How do I know"),
        "statement": ("oh ok. yes I've voted", "ah right, thanks"),
    },
    {"voted": ("wie is dit?",), "statement": ("o oké, ja ik heb gestemd",)},
)
DUTCH = Personality(
    "dutch",
    3,
    {},
    {"voted": ("Ja, al gestemd hoor", "Nee, ik heb mijn stembiljet niet gekregen"), "address": ("ja klopt",)},
)
SLOW = Personality("slow", 7, VOTED.english, VOTED.dutch, patience=40.0)
SILENT = Personality("silent", 17, {"voted": ("",)}, {"voted": ("",)})
LANDLINE = Personality("landline", 2, {}, {}, fails_as="landline")
UNREACHABLE = Personality("unreachable", 1, {}, {}, fails_as="unreachable")

PERSONALITIES = {
    personality.key: personality
    for personality in (
        *(VOTED, NO_PAPER, NOT_YET, HELPER, STOPS, TAKE_ME_OFF, RUDE, WRONG_NUMBER),
        *(WONT_SAY, WHO_IS_THIS, DUTCH, SLOW, SILENT, LANDLINE, UNREACHABLE),
    )
}
_EVERYONE = list(PERSONALITIES.values())
_SHARES = [personality.share for personality in _EVERYONE]


def personality_of(number: str, seed: int) -> Personality:
    """Always the same person behind a number, in one world."""
    return Random(f"{seed}:{number}").choices(_EVERYONE, _SHARES)[0]
