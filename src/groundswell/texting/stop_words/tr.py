"""Turkish."""

from groundswell.texting.stop_words.registry import WordList, register, words

register(
    WordList(
        language="tr",
        stop=words("stop, dur, iptal, ret, cik"),
        start=words("start, basla"),
        help=words("yardim, info"),
        phrases=(
            "beni listeden",
            "mesaj atmayin",
            "mesaj gondermeyin",
            "rahat birakin",
            "numarami silin",
        ),
    )
)
