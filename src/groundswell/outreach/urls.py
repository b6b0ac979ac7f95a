from django.urls import URLPattern, URLResolver, path

from groundswell.outreach.views.webhook import webhook

urlpatterns: list[URLPattern | URLResolver] = [
    path("hooks/<uuid:public_id>/<str:kind>", webhook, name="webhook"),
]
