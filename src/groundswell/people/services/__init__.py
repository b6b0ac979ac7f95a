from groundswell.people.services.add_note import add_note
from groundswell.people.services.add_person import add_person
from groundswell.people.services.change_person import change_person
from groundswell.people.services.delete_person import delete_person
from groundswell.people.services.index_names import index_names
from groundswell.people.services.set_email import set_email
from groundswell.people.services.set_phone import set_phone
from groundswell.people.services.tag_person import tag_person
from groundswell.people.services.untag_person import untag_person

__all__ = [
    "add_note",
    "add_person",
    "change_person",
    "delete_person",
    "index_names",
    "set_email",
    "set_phone",
    "tag_person",
    "untag_person",
]
