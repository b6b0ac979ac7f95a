import argparse

summary = "say what is configured and what is wrong, in words"


def configure(parser: argparse.ArgumentParser) -> None:
    """No options."""


def run(options: argparse.Namespace) -> int:
    import django

    django.setup()
    from django.conf import settings

    from groundswell.config.doctor import examine
    from groundswell.config.startup import keys_are_there
    from groundswell.config.terminal import say

    keys_are_there()
    say(f"Groundswell in {settings.HOME}, at {settings.PUBLIC_ADDRESS}", "")
    findings = list(examine())
    say(*(f"{finding.grade:<7} {finding.about}: {finding.words}" for finding in findings))
    wrong = sum(finding.grade == "WRONG" for finding in findings)
    say("", f"To put right: {wrong}" if wrong else "Nothing is wrong.")
    return 1 if wrong else 0
