"""Swedish."""

from groundswell.texting.stop_words.registry import WordList, register, words

register(
    WordList(
        language="sv",
        stop=words("stop, stopp, sluta, avregistrera, avsluta"),
        start=words("start"),
        help=words("hjalp, info"),
        phrases=(
            "ta bort mig",
            "inga fler sms",
            "inga fler meddelanden",
            "lamna mig ifred",
        ),
    )
)
