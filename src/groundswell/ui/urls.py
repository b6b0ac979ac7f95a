from django.conf import settings
from django.urls import URLPattern, URLResolver, path

from groundswell.ui.views.accent import accent
from groundswell.ui.views.guide import guide, guide_work

urlpatterns: list[URLPattern | URLResolver] = [
    path("accent/<str:colour>.css", accent, name="accent"),
]
if settings.DEBUG or settings.MODE in {"demo", "test"}:
    urlpatterns += [
        path("_ui/", guide, name="style_guide"),
        path("_ui/work", guide_work, name="style_guide_work"),
        path("_ui/<slug:page>/", guide, name="style_guide_page"),
    ]
