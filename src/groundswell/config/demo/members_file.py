"""A member list as a union office would export it, with its little mistakes; the same for the same seed."""

import csv
import io
from random import Random

from groundswell.config.demo.names import branches, words

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
NTH_WITHOUT_MOBILE = 23
NTH_IN_A_HOUSEHOLD = 61
NTH_WITH_AN_IMPOSSIBLE_NUMBER = 397


def members_file(people: int, branch_count: int, *, seed: int = 1889) -> str:
    """CSV text with a row for each of `people`; Leeds, the first branch, is the largest."""
    dice = Random(seed)  # noqa: S311
    given, family = words("given_names"), words("family_names")
    streets, subjects = words("streets"), words("subjects")
    homes = [branch for _region, branch in branches()][:branch_count]
    weights = [4.0] + [dice.uniform(0.5, 2.0) for _ in homes[1:]]
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADERS)
    mobile = ""
    for number in range(1, people + 1):
        mobile = _mobile(number, previous=mobile)
        name = (dice.choice(given), dice.choice(family))
        home = dice.choices(homes, weights)[0]
        place = (_postcode(home, dice), f"{dice.randint(1, 180)} {dice.choice(streets)}")
        row = [f"TU{100_000 + number}", *name, mobile, _email(number, *name), home, *place]
        writer.writerow([*row, dice.choice(subjects)])
    return out.getvalue()


def _mobile(number: int, *, previous: str) -> str:
    if number % NTH_WITHOUT_MOBILE == 0:
        return ""
    if number % NTH_WITH_AN_IMPOSSIBLE_NUMBER == 0:
        return "07700"
    if number % NTH_IN_A_HOUSEHOLD == 0 and previous:
        return previous
    return f"07{400_000_000 + number * 13:09d}"


def _email(number: int, given: str, family: str) -> str:
    if number % 3 == 0:
        return ""
    return f"{given}.{family}{number}@example.org".lower().replace("'", "")


def _postcode(home: str, dice: Random) -> str:
    letters = "".join(dice.choices("ABDEFGHJLNPQRSTUWXYZ", k=2))
    return f"{home[:2].upper()}{dice.randint(1, 20)} {dice.randint(1, 9)}{letters}"
