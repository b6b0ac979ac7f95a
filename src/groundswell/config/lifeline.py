"""Children that end when their parent is gone, however it went (also after kill -9)."""

import ctypes
import os
import signal
import sys
import threading
import time

SECONDS_BETWEEN_LOOKS = 1.0
SECONDS_TO_FINISH = 10.0
SUPERVISED = "GROUNDSWELL_SUPERVISED"
_PR_SET_PDEATHSIG = 1


def end_with_parent(ending: int = signal.SIGTERM) -> None:
    """For `preexec_fn`: on Linux the kernel signals this process when the one that started it ends."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, ending)


def follow_parent() -> None:
    """Called in a child of ours at work: ends it, politely first, once its parent is another process."""
    if SUPERVISED in os.environ:
        threading.Thread(target=_watch, args=(os.getppid(),), daemon=True, name="lifeline").start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(SECONDS_BETWEEN_LOOKS)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(SECONDS_TO_FINISH)
    os._exit(1)
