"""Run as a script with little memory and time: a workbook on standard input, rows as JSON lines out.

Knows nothing of Groundswell, so that a hostile file meets a process that holds nothing.
Arguments: most rows, most columns. A line that is a string names why the file is refused.
"""

import io
import json
import resource
import sys
from datetime import date, datetime, timedelta
from typing import Any

import python_calamine

MEMORY_BYTES = 1_500_000_000
CPU_SECONDS = 60


def main(most_rows: int, most_columns: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        for number, cells in rows(sys.stdin.buffer.read(), most_rows, most_columns):
            print(json.dumps([number, cells]))  # noqa: T201
    except TooLarge:
        print(json.dumps("large"))  # noqa: T201
    except python_calamine.PasswordError:
        print(json.dumps("password"))  # noqa: T201
    except (python_calamine.CalamineError, OSError, ValueError):
        print(json.dumps("unreadable"))  # noqa: T201


class TooLarge(Exception):
    """More rows or columns than were asked for."""


def rows(data: bytes, most_rows: int, most_columns: int) -> Any:
    workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    for name in workbook.sheet_names:
        sheet = workbook.get_sheet_by_name(name)
        if not sheet.height:
            continue
        if sheet.total_height > most_rows or sheet.total_width > most_columns:
            raise TooLarge
        first = sheet.start[0] + 1 if sheet.start else 1
        yield from (
            (number, [plain(cell) for cell in row]) for number, row in enumerate(sheet.iter_rows(), first)
        )
        return


def plain(cell: Any) -> str:
    """A cell as a person would type it: whole numbers without a point, days without midnight."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime) and (cell.hour, cell.minute, cell.second) == (0, 0, 0):
        return cell.date().isoformat()
    if isinstance(cell, datetime | date):
        return cell.isoformat()
    return "" if isinstance(cell, timedelta) else str(cell)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
