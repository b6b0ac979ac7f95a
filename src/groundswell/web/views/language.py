from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.views.i18n import set_language as set_language_here

from groundswell.accounts.models import User
from groundswell.kernel.routes import public_page


@public_page
def set_language(request: HttpRequest) -> HttpResponseBase:
    """On this device for whoever is not signed in; in the profile, so everywhere, for whoever is."""
    chosen = request.POST.get("language", "")
    if request.method == "POST" and request.user.is_authenticated and chosen in dict(settings.LANGUAGES):
        User.objects.filter(pk=request.user.pk).update(language=chosen)
    return set_language_here(request)
