"""Which whole messages mean stop, start or help, and which phrases only sound like a stop.

One file a language; each registers itself. All languages are read whatever a person's own is: a member in
Leeds may well write "afmelden". A native speaker checks each list.
"""

from importlib import import_module
from pkgutil import iter_modules

from groundswell.texting.stop_words.reading import Said, read_words
from groundswell.texting.stop_words.registry import WordList, word_lists

__all__ = ["Said", "WordList", "read_words", "word_lists"]

for _module in iter_modules(__path__):
    if len(_module.name) == 2:
        import_module(f"{__name__}.{_module.name}")
