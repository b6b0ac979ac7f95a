"""English: the words of the FCC (47 CFR 64.1200(a)(10)) and of the large providers."""

from groundswell.texting.stop_words.registry import WordList, register, words

register(
    WordList(
        language="en",
        stop=words("""
            stop, stop all, quit, end, revoke, opt out, cancel, unsubscribe, remove, td
            stop it, stop texting, stop texting me, stop messaging me, stop texts, stop sending me texts
            unsubscribe me, remove me, opt me out
        """),
        start=words("start, unstop, resume, subscribe"),
        help=words("help, info, help me"),
        phrases=(
            "take me off",
            "remove me from",
            "off your list",
            "leave me alone",
            "do not text me",
            "dont text me",
            "do not contact me",
            "dont contact me",
            "do not message me",
            "dont message me",
            "stop texting",
            "stop messaging",
            "stop contacting",
            "stop sending",
            "stop bothering",
            "stop harassing",
            "no more texts",
            "no more messages",
            "lose my number",
            "delete my number",
            "unsubscribe",
            "opt out",
        ),
    )
)
