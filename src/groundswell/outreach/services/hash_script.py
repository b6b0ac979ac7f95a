import json
from hashlib import sha256
from typing import Any

from groundswell.outreach.models import Script


def hash_script(*, script: Script) -> str:
    """Recomputes the version: twelve hex digits of what is asked and said, stored on texts and answers."""
    content = [
        {
            "text": question.text,
            "after": question.after_id,
            "answers": [_content(answer) for answer in question.answers.all()],
        }
        for question in script.questions.prefetch_related("answers")
    ]
    version = sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:12]
    if version != script.version:
        script.version = version
        script.save(update_fields=["version"])
    return version


def _content(answer: Any) -> list[object]:
    return [answer.id, answer.label, answer.meaning, answer.suggested_reply, answer.tag_id]
