"""The little an agreement needs of mark-up: headings ("## "), lists ("- ") and paragraphs."""

from dataclasses import dataclass, field


@dataclass
class Block:
    kind: str
    text: str = ""
    items: list[str] = field(default_factory=list)


def blocks_of(text: str) -> list[Block]:
    """The text in blocks, which the template escapes like any other text."""
    blocks: list[Block] = []
    for line in (line.strip() for line in text.splitlines() if line.strip()):
        if line.startswith("## "):
            blocks.append(Block("heading", line[3:]))
        elif not line.startswith("- "):
            blocks.append(Block("paragraph", line))
        elif blocks and blocks[-1].kind == "list":
            blocks[-1].items.append(line[2:])
        else:
            blocks.append(Block("list", items=[line[2:]]))
    return blocks
