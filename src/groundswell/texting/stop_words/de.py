"""German."""

from groundswell.texting.stop_words.registry import WordList, register, words

register(
    WordList(
        language="de",
        stop=words("stop, stopp, abmelden, abbestellen, austragen, ende, melde mich ab"),
        start=words("start, anmelden"),
        help=words("hilfe, info"),
        phrases=(
            "keine nachrichten mehr",
            "keine sms mehr",
            "nehmt mich von",
            "von der liste",
            "lasst mich in ruhe",
            "lass mich in ruhe",
            "nicht mehr schreiben",
            "abmelden",
            "abbestellen",
        ),
    )
)
