from groundswell.people.models.contact_point import ContactPoint
from groundswell.people.models.custom_field import CustomField
from groundswell.people.models.note import Note
from groundswell.people.models.person import Person
from groundswell.people.models.person_word import PersonWord
from groundswell.people.models.tag import Tag, Tagging

__all__ = ["ContactPoint", "CustomField", "Note", "Person", "PersonWord", "Tag", "Tagging"]
