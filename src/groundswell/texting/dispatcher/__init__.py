"""Hands queued texts to the providers: each at most once, whatever crashes.

    claim     one commit: choose about sixteen texts, share their addresses against opt-outs,
              ask the gate, mark them as being handed over
    hand over call the provider, all at the same time, no transaction open
    settle    one commit: write down what the provider said

What a crash leaves between the commits is unknown after its lease. It is never sent again by itself: a
delivery report or a person says what became of it.
"""

from groundswell.texting.dispatcher.dispatch import dispatch_once

__all__ = ["dispatch_once"]
