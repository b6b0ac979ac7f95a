import argparse
import os
from pathlib import Path

from groundswell.config.terminal import Stopped, ask, say

summary = "make a real installation: address, mail, database, keys, first owner"

QUESTIONS = (
    ("address", "Public address, as people will type it (https://...)", "http://127.0.0.1:8000"),
    ("organisation", "Name of your organisation", ""),
    ("country", "Country whose phone numbers you mostly have (two letters)", "GB"),
    ("owner_name", "Your name", ""),
    ("owner_email", "Your e-mail address, to sign in with", ""),
    ("mail_host", "Server for outgoing mail (empty: none; invitations also work as links)", ""),
)
MAIL_QUESTIONS = (
    ("mail_port", "Its port", "587"),
    ("mail_user", "User name there", ""),
    ("mail_password", "Password there", ""),
    ("mail_from", "Mail comes from", ""),
)


def configure(parser: argparse.ArgumentParser) -> None:
    for name, question, default in QUESTIONS + MAIL_QUESTIONS:
        shown = f"{question} (default {default})" if default else question
        parser.add_argument(f"--{name.replace('_', '-')}", help=shown)
    parser.epilog = "What is not given is asked for. The database is the one in DATABASE_URL, or SQLite."


def run(options: argparse.Namespace) -> int:
    from groundswell.config.installation import all_or_nothing, make_keys, refuse_existing, write_settings
    from groundswell.config.paths import PROJECT

    home = Path(os.environ.get("GROUNDSWELL_HOME", PROJECT / "var" / "site"))
    refuse_existing(home)
    answers = read_answers(options)
    with all_or_nothing(home):
        make_keys(home)
        write_settings(home, settings_from(answers))
        link = fill_database(answers)
    say(
        "",
        f"Groundswell is installed in {home}.",
        "",
        f"Keep a copy of {home}/secret.key and {home}/data.key in another place, for instance in your",
        "password manager. Without data.key nobody can read the phone numbers and e-mail addresses in the",
        "database or in any backup, and they are not part of a backup.",
        "",
        "Start the server with:  ./groundswell serve",
        f"Then {answers['owner_name']} opens this link, once, within three days, to choose a password:",
        f"  {link}",
    )
    return 0


def read_answers(options: argparse.Namespace) -> dict[str, str]:
    answers = {name: answer(options, name, question, default) for name, question, default in QUESTIONS}
    if answers["mail_host"]:
        answers |= {
            name: answer(options, name, question, default) for name, question, default in MAIL_QUESTIONS
        }
    missing = [name for name in ("organisation", "owner_name", "owner_email") if not answers[name]]
    if missing:
        raise Stopped("Still needed: " + ", ".join(f"--{name.replace('_', '-')}" for name in missing))
    if not answers["address"].startswith(("http://", "https://")):
        raise Stopped("The public address begins with https:// (or http:// for trying out on this machine).")
    return answers


def answer(options: argparse.Namespace, name: str, question: str, default: str) -> str:
    given: str | None = getattr(options, name)
    return ask(question, default) if given is None else given.strip()


def settings_from(answers: dict[str, str]) -> dict[str, str]:
    return {
        "GROUNDSWELL_ADDRESS": answers["address"].rstrip("/"),
        "DATABASE_URL": os.environ.get("DATABASE_URL", ""),
        "MAIL_HOST": answers["mail_host"],
        "MAIL_PORT": answers.get("mail_port", ""),
        "MAIL_USER": answers.get("mail_user", ""),
        "MAIL_PASSWORD": answers.get("mail_password", ""),
        "MAIL_FROM": answers.get("mail_from", ""),
    }


def fill_database(answers: dict[str, str]) -> str:
    import django

    django.setup()
    from django.core.management import call_command

    from groundswell.config.startup import check_fingerprint
    from groundswell.config.translations import compile_catalogues

    say("Making the database ...")
    compile_catalogues()
    call_command("migrate", verbosity=0, interactive=False)
    check_fingerprint()
    from groundswell.config.first_owner import make_first_owner

    return make_first_owner(
        organisation=answers["organisation"],
        country=answers["country"].upper(),
        name=answers["owner_name"],
        email=answers["owner_email"],
    )
