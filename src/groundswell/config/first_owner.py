from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.db import transaction
from django.urls import reverse

from groundswell.accounts.models import User
from groundswell.orgs.services.create_organisation import create_organisation


def make_first_owner(*, organisation: str, country: str, name: str, email: str) -> str:
    """The first organisation and its owner; returns the link with which to choose a password, once."""
    with transaction.atomic():
        owner = User.objects.create_user(email=email, name=name)
        owner.runs_server = True
        owner.save(update_fields=["runs_server"])
        create_organisation(owner=owner, name=organisation, country=country)
    return set_up_link(owner)


def set_up_link(user: User) -> str:
    key = default_token_generator.make_token(user)
    names = {"uidb36": user_pk_to_url_str(user), "key": key}
    return settings.PUBLIC_ADDRESS + reverse("account_reset_password_from_key", kwargs=names)
