from django.urls import URLPattern, URLResolver, path

from groundswell.consent.views import consent, stops

urlpatterns: list[URLPattern | URLResolver] = [
    path("people/<uuid:person_id>/stop", stops.stop, name="person_stop"),
    path("people/<uuid:person_id>/stop/back", stops.take_back, name="person_take_back"),
    path("people/<uuid:person_id>/resume", stops.resume, name="person_resume"),
    path("people/<uuid:person_id>/consent", consent.consent, name="person_consent"),
    path("people/<uuid:person_id>/holds/<str:channel>", consent.decide, name="person_hold"),
]
