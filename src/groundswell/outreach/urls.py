from django.urls import URLPattern, URLResolver, path

from groundswell.outreach.views import provider_state, providers, rules, senders, why
from groundswell.outreach.views.webhook import webhook

_PROVIDER = "settings/texting/<uuid:connection_id>/"

urlpatterns: list[URLPattern | URLResolver] = [
    path("hooks/<uuid:public_id>/<str:kind>", webhook, name="webhook"),
    path("people/<uuid:person_id>/why", why.why, name="person_why"),
    path("settings/outreach/", rules.rules, name="outreach_rules"),
    path("settings/outreach/emergency", rules.emergency, name="outreach_emergency"),
    path("settings/outreach/emergency/end", rules.all_calm, name="outreach_emergency_end"),
    path("settings/texting/", providers.texting_settings, name="texting_settings"),
    path("settings/texting/connect/<slug:gateway>/", providers.connect, name="provider_connect"),
    path(_PROVIDER, providers.provider, name="provider"),
    path(f"{_PROVIDER}change/", providers.change, name="provider_change"),
    path(f"{_PROVIDER}pause", provider_state.pause, name="provider_pause"),
    path(f"{_PROVIDER}resume", provider_state.resume, name="provider_resume"),
    path(f"{_PROVIDER}disconnect", provider_state.disconnect, name="provider_disconnect"),
    path(f"{_PROVIDER}reconnect", provider_state.reconnect, name="provider_reconnect"),
    path(f"{_PROVIDER}retry", provider_state.retry, name="provider_retry"),
    path(f"{_PROVIDER}test", senders.test_text, name="provider_test"),
    path(f"{_PROVIDER}numbers", senders.add, name="sender_add"),
    path(f"{_PROVIDER}numbers/<uuid:sender_id>/retire", senders.retire, name="sender_retire"),
    path(f"{_PROVIDER}numbers/<uuid:sender_id>/restore", senders.restore, name="sender_restore"),
]
