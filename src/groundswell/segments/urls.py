from django.urls import path

from groundswell.segments.views import builder, segments

urlpatterns = [
    path("segments/", segments.segments, name="segments"),
    path("segments/new", segments.new_segment, name="segment_new"),
    path("segments/builder", builder.edit_builder, name="segment_builder"),
    path("segments/<uuid:segment_id>/", segments.segment, name="segment"),
    path("segments/<uuid:segment_id>/remove", segments.remove_segment, name="segment_remove"),
    path("segments/<uuid:segment_id>/restore", segments.bring_back_segment, name="segment_restore"),
]
