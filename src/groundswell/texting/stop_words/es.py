"""Spanish."""

from groundswell.texting.stop_words.registry import WordList, register, words

register(
    WordList(
        language="es",
        stop=words("stop, alto, baja, parar, cancelar, darme de baja"),
        start=words("start, alta"),
        help=words("ayuda, info"),
        phrases=(
            "no me escriban",
            "no mas mensajes",
            "dejen de escribir",
            "borrenme",
            "quitenme de",
            "dejenme en paz",
            "darme de baja",
        ),
    )
)
