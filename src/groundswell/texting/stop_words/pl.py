"""Polish."""

from groundswell.texting.stop_words.registry import WordList, register, words

register(
    WordList(
        language="pl",
        stop=words("stop, koniec, wypisz, wypisz mnie, rezygnuje"),
        start=words("start"),
        help=words("pomoc, info"),
        phrases=(
            "wypiszcie mnie",
            "nie piszcie",
            "prosze nie pisac",
            "usuncie moj numer",
            "dajcie mi spokoj",
        ),
    )
)
