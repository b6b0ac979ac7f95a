"""The organiser's scripts and the office's requests."""

from django.urls import path

from groundswell.outreach.views import requests, scripts

urlpatterns = [
    path("requests/", requests.requests, name="requests"),
    path("requests/close", requests.close, name="requests_close"),
    path("requests/open.csv", requests.requests_file, name="requests_file"),
    path("texting/scripts/", scripts.scripts, name="scripts"),
    path("texting/scripts/new", scripts.new_script, name="script_new"),
    path("texting/scripts/<uuid:script_id>/", scripts.script, name="script"),
    path("texting/scripts/<uuid:script_id>/try", scripts.try_script, name="script_try"),
    path("texting/scripts/<uuid:script_id>/questions", scripts.add_question, name="script_questions"),
    path(
        "texting/scripts/<uuid:script_id>/questions/<uuid:answer_id>",
        scripts.add_question,
        name="script_questions_after",
    ),
    path("texting/questions/<uuid:question_id>", scripts.change_question, name="question"),
    path("texting/questions/<uuid:question_id>/remove", scripts.remove_question, name="question_remove"),
    path("texting/questions/<uuid:question_id>/answers", scripts.add_answer, name="question_answers"),
    path("texting/answers/<uuid:answer_id>", scripts.change_answer, name="answer"),
    path("texting/answers/<uuid:answer_id>/remove", scripts.remove_answer, name="answer_remove"),
]
