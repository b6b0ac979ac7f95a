"""Dutch."""

from groundswell.texting.stop_words.registry import WordList, register, words

register(
    WordList(
        language="nl",
        stop=words(
            "stop, stoppen, afmelden, uitschrijven, meld me af, schrijf me uit, stop ermee, stop maar"
        ),
        start=words("start, aanmelden"),
        help=words("help, hulp, info"),
        phrases=(
            "haal me van",
            "van de lijst",
            "van jullie lijst",
            "geen sms meer",
            "geen berichten meer",
            "laat me met rust",
            "niet meer sturen",
            "niet meer appen",
            "stuur me niets meer",
            "uitschrijven",
            "afmelden",
        ),
    )
)
