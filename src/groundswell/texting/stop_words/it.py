"""Italian."""

from groundswell.texting.stop_words.registry import WordList, register, words

register(
    WordList(
        language="it",
        stop=words("stop, basta, cancella, cancellami, annulla"),
        start=words("start, inizia"),
        help=words("aiuto, info"),
        phrases=(
            "cancellatemi",
            "non scrivetemi",
            "toglietemi dalla",
            "lasciatemi in pace",
            "basta messaggi",
        ),
    )
)
