"""A member list as a union office would export it, with its little mistakes; the same for the same seed."""

import csv
import io
import random

from groundswell.config.demo.names import FAMILY, GIVEN, REGIONS, STREETS, SUBJECTS

HEADERS = [
    "Member no",
    "First name",
    "Surname",
    "Mobile",
    "Email",
    "Branch",
    "Postcode",
    "Address",
    "Subject",
]
EVERY_NTH_WITHOUT_MOBILE = 23
EVERY_NTH_IN_A_HOUSEHOLD = 61
EVERY_NTH_WITH_AN_IMPOSSIBLE_NUMBER = 397


def branches(count: int) -> list[tuple[str, str]]:
    """(region, branch) pairs, at most the 87 we have names for."""
    pairs = [(region, branch) for region, names in REGIONS.items() for branch in names.split("|")]
    return pairs[:count]


def members_file(people: int, branch_count: int, *, seed: int = 1889) -> str:
    """CSV text with `people` rows; Leeds, the first branch, is the largest."""
    dice = random.Random(seed)  # noqa: S311
    names = [branch for _region, branch in branches(branch_count)]
    weights = [4.0] + [dice.uniform(0.5, 2.0) for _ in names[1:]]
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADERS)
    mobile = ""
    for number in range(1, people + 1):
        mobile = _mobile(number, previous=mobile)
        given, family = dice.choice(GIVEN), dice.choice(FAMILY)
        branch = dice.choices(names, weights)[0]
        email = f"{given}.{family}{number}@example.org".lower().replace("'", "") if number % 3 else ""
        postcode = f"{branch[:2].upper()}{dice.randint(1, 20)} {dice.randint(1, 9)}{dice.choice('ABDEFGHJ')}{dice.choice('LNPQRST')}"
        address = f"{dice.randint(1, 180)} {dice.choice(STREETS)}"
        writer.writerow(
            [
                f"TU{100_000 + number}",
                given,
                family,
                mobile,
                email,
                branch,
                postcode,
                address,
                dice.choice(SUBJECTS),
            ]
        )
    return out.getvalue()


def _mobile(number: int, *, previous: str) -> str:
    if number % EVERY_NTH_WITHOUT_MOBILE == 0:
        return ""
    if number % EVERY_NTH_WITH_AN_IMPOSSIBLE_NUMBER == 0:
        return "07700"
    if number % EVERY_NTH_IN_A_HOUSEHOLD == 0 and previous:
        return previous
    return f"07{400_000_000 + number * 13:09d}"
