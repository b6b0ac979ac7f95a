from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("groundswell.outreach.urls")),  # first: webhooks come hundreds a second
    path("", include("groundswell.texting.urls")),  # and so do gestures
    path("", include("groundswell.web.urls")),
    path("", include("groundswell.imports.urls")),
    path("", include("groundswell.people.urls")),
    path("", include("groundswell.consent.urls")),
    path("", include("groundswell.segments.urls")),
    path("", include("groundswell.texting.desk_urls")),
    path("", include("groundswell.ui.urls")),
    path("", include("groundswell.outreach.desk_urls")),
    path("account/", include("allauth.urls")),
]

if settings.MODE == "demo":
    urlpatterns.append(path("demo/", include("groundswell.config.demo.sign_in")))

handler400 = "groundswell.web.problems.bad_request"
handler403 = "groundswell.web.problems.not_allowed"
handler404 = "groundswell.web.problems.not_found"
handler500 = "groundswell.web.problems.server_error"
