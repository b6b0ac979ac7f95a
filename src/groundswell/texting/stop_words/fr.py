"""French."""

from groundswell.texting.stop_words.registry import WordList, register, words

register(
    WordList(
        language="fr",
        stop=words("stop, arret, arreter, arretez, desabonner, desinscrire, desinscription, fin"),
        start=words("start, reprendre"),
        help=words("aide, info"),
        phrases=(
            "plus de messages",
            "plus de sms",
            "retirez moi",
            "enlevez moi",
            "laissez moi tranquille",
            "ne plus recevoir",
            "desinscrire",
            "desabonner",
        ),
    )
)
