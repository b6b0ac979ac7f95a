"""The data-protection agreement that ships with Groundswell, in our own plain words.

What a volunteer promises, so that the organisation can show that instructions were given (GDPR art. 29, 32(4)).
Kept with each acceptance by version; organisations may publish their own.
"""

from typing import TypedDict


class Question(TypedDict):
    """`right` is the number of the right choice, from 0; `because` explains it to whoever chose wrongly."""

    question: str
    choices: list[str]
    right: int
    because: str


_EN = """People have trusted us with their names, their numbers and the fact that they belong with us. In many places that last fact alone is protected by law. While you help, you handle it on our behalf, and you carry the same duty as somebody on our staff.

## What you do
- Use what you see here only for the task you were given, and only while you have it.
- Text and call through Groundswell, so that a person's "stop" is heard everywhere.
- When somebody says stop, or asks what we know about them, record it at once. You need not argue or explain.
- Lock your phone or computer with a code, a finger or your face. Sign out on a device that is not only yours.

## What you do not do
- Do not copy, photograph, save or pass on names, numbers or answers. There is nothing you need to keep.
- Do not add anybody to your own contacts, groups or lists, and do not write to them in private.
- Do not look up people you know out of curiosity. If you meet somebody you know, give them to someone else.
- Do not tell others, at home or at work, who belongs, who answered, or what they said. An employer never has a claim to it.

## What we do
- We show you as little as the task needs. Numbers stay hidden.
- We record whose data was shown to whom, so that we can answer for it if somebody asks.
- Your access ends by itself when the work ends, and at once when you leave.

## If something goes wrong
Tell us the same day: a lost phone, a message to the wrong person, a screenshot that went astray. You will not be blamed for telling. The law gives us three days to act.

## When you stop
Delete whatever you may still have, on paper too, and tell your branch that you have."""

_NL = """Mensen hebben ons hun naam, hun nummer en het feit dat ze bij ons horen toevertrouwd. Alleen al dat laatste is op veel plaatsen wettelijk beschermd. Zolang je meehelpt, werk je er namens ons mee, en geldt voor jou dezelfde plicht als voor iemand in dienst.

## Wat je wel doet
- Gebruik wat je hier ziet alleen voor de taak die je kreeg, en alleen zolang je die hebt.
- App, sms en bel via Groundswell, zodat "stop" overal aankomt.
- Zegt iemand stop, of vraagt iemand wat we weten, leg dat dan meteen vast. Je hoeft niets uit te leggen of te bepleiten.
- Beveilig je telefoon of computer met een code, vinger of gezicht. Meld je af op een apparaat dat niet alleen van jou is.

## Wat je niet doet
- Schrijf namen, nummers of antwoorden niet over; maak er geen foto van, bewaar ze niet en geef ze niet door. Er is niets dat je zelf hoeft te houden.
- Zet niemand in je eigen contacten, groepen of lijsten, en schrijf mensen niet privé.
- Zoek geen bekenden op uit nieuwsgierigheid. Kom je een bekende tegen, geef die dan aan iemand anders.
- Vertel niemand, thuis of op het werk, wie erbij hoort, wie antwoordde of wat er gezegd is. Een werkgever heeft daar nooit recht op.

## Wat wij doen
- We laten je zo weinig zien als de taak vraagt. Nummers blijven verborgen.
- We leggen vast wiens gegevens aan wie getoond zijn, zodat we dat kunnen verantwoorden.
- Je toegang eindigt vanzelf als het werk klaar is, en meteen als je stopt.

## Als er iets misgaat
Laat het ons dezelfde dag weten: een verloren telefoon, een bericht aan de verkeerde, een schermafdruk die verkeerd belandde. Melden wordt je nooit kwalijk genomen. De wet geeft ons drie dagen om te handelen.

## Als je stopt
Verwijder wat je nog hebt, ook op papier, en laat je afdeling weten dat je dat gedaan hebt."""

BODIES: dict[str, str] = {"en": _EN, "nl": _NL}

QUESTIONS: dict[str, list[Question]] = {
    "en": [
        {
            "question": "Somebody you text turns out to be your neighbour. What do you do?",
            "choices": [
                "Carry on, I know them anyway",
                "Give them to someone else",
                "Save the number, so that I can explain in private",
            ],
            "right": 1,
            "because": "Your neighbour did not choose to tell you that they belong. Somebody else can text them.",
        },
        {
            "question": 'A person answers: "Please stop texting me."',
            "choices": [
                "Record it at once and leave it at that",
                "Ask why, and try once more next week",
                "Do nothing, they will get no more from me anyway",
            ],
            "right": 0,
            "because": "Only what is recorded is heard by everyone. Then nobody of us writes to them again.",
        },
        {
            "question": "You lost your phone on the train. When do you tell us?",
            "choices": ["If it is not found within a week", "Never, it has a code", "Today"],
            "right": 2,
            "because": "We can end its access in a second, and the law gives us three days. Nobody is blamed.",
        },
    ],
    "nl": [
        {
            "question": "Iemand die je een bericht stuurt blijkt je buurvrouw te zijn. Wat doe je?",
            "choices": [
                "Gewoon doorgaan, ik ken haar toch",
                "Haar aan iemand anders geven",
                "Haar nummer bewaren, om het privé uit te leggen",
            ],
            "right": 1,
            "because": "Je buurvrouw koos er niet voor jou te vertellen dat ze lid is. Iemand anders kan haar schrijven.",
        },
        {
            "question": "Iemand antwoordt: “Stop alsjeblieft met die berichten.”",
            "choices": [
                "Meteen vastleggen en het daarbij laten",
                "Vragen waarom, en het volgende week nog eens proberen",
                "Niets, van mij krijgt diegene toch niets meer",
            ],
            "right": 0,
            "because": "Alleen wat is vastgelegd geldt voor iedereen. Dan schrijft niemand van ons nog.",
        },
        {
            "question": "Je bent je telefoon in de trein kwijtgeraakt. Wanneer laat je het ons weten?",
            "choices": ["Als hij na een week niet terug is", "Nooit, er zit een code op", "Vandaag"],
            "right": 2,
            "because": "Wij kunnen de toegang meteen stoppen, en de wet geeft ons drie dagen. Niemand neemt je iets kwalijk.",
        },
    ],
}
