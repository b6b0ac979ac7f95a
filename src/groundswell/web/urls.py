from django.urls import URLPattern, URLResolver, include, path

from groundswell.web.views import audit
from groundswell.web.views.language import set_language
from groundswell.web.views.no_organisation import no_organisation
from groundswell.web.views.today import today

urlpatterns: list[URLPattern | URLResolver] = [
    path("", today, name="today"),
    path("language/", set_language, name="set_language"),
    path("audit/", audit.audit, name="audit"),
    path("audit/reads/", audit.reads, name="audit_reads"),
    path("welcome/", no_organisation, name="no_organisation"),
    path("", include("groundswell.orgs.urls")),
]
