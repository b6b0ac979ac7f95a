from django.urls import URLPattern, URLResolver, path

from groundswell.people.views import addresses, people, person, remarks

urlpatterns: list[URLPattern | URLResolver] = [
    path("people/", people.people, name="people"),
    path("people/search", people.search_people, name="people_search"),
    path("people/new", people.new_person, name="person_new"),
    path("people/<uuid:person_id>/", person.person, name="person"),
    path("people/<uuid:person_id>/edit", person.edit_person, name="person_edit"),
    path("people/<uuid:person_id>/remove", person.remove_person, name="person_remove"),
    path("people/<uuid:person_id>/undo/<uuid:changeset_id>", person.undo_person, name="person_undo"),
    path("people/<uuid:person_id>/addresses", addresses.show_addresses, name="person_addresses"),
    path("people/<uuid:person_id>/phone", addresses.change_phone, name="person_phone"),
    path("people/<uuid:person_id>/email", addresses.change_email, name="person_email"),
    path("people/<uuid:person_id>/tags", remarks.add_tag, name="person_tags"),
    path("people/<uuid:person_id>/tags/<uuid:tag_id>/remove", remarks.remove_tag, name="person_untag"),
    path("people/<uuid:person_id>/notes", remarks.write_note, name="person_notes"),
]
