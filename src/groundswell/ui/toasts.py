from django.contrib import messages
from django.http import HttpRequest
from django.utils.functional import Promise


def say(request: HttpRequest, words: str | Promise, *, undo: str = "") -> None:
    """Shows a line on the next page; `undo` is the URL to which its Undo button posts."""
    messages.success(request, str(words), extra_tags=undo)
