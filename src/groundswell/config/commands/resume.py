import argparse

from groundswell.config.terminal import Stopped, ask, say

summary = "let messages go out again after a restore"


def configure(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--yes", action="store_true", help="do not ask")


def run(options: argparse.Namespace) -> int:
    import django

    django.setup()
    from django.db import transaction

    from groundswell.audit.actor import Actor
    from groundswell.audit.services.record import record
    from groundswell.orgs.models import Organisation

    paused = list(Organisation.objects.filter(sending_paused_at__isnull=False).order_by("name"))
    if not paused:
        say("Sending is not paused anywhere.")
        return 0
    say("Sending is paused for: " + ", ".join(organisation.name for organisation in paused))
    if not options.yes and ask("Send again for all of them? Type yes") != "yes":
        raise Stopped("Still paused. To resume without being asked: ./groundswell resume --yes")
    with transaction.atomic():
        for organisation in paused:
            organisation.sending_paused_at = None
            organisation.save(update_fields=["sending_paused_at"])
            record(Actor.system(organisation.id), "orgs.sending_resumed", organisation)
    say("Messages go out again.")
    return 0
