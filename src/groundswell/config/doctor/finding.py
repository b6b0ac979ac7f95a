from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One line of the doctor's report."""

    grade: str
    about: str
    words: str

    @classmethod
    def good(cls, about: str, words: str) -> "Finding":
        return cls("ok", about, words)

    @classmethod
    def note(cls, about: str, words: str) -> "Finding":
        return cls("note", about, words)

    @classmethod
    def wrong(cls, about: str, words: str) -> "Finding":
        return cls("WRONG", about, words)
