from django.urls import path

from groundswell.texting.views import device, practice, volunteer

urlpatterns = [
    path("t/", volunteer.home, name="texting_home"),
    path("t/join/<uuid:campaign>", volunteer.join, name="texting_join"),
    path("t/<uuid:assignment>/", volunteer.screen, name="texting_screen"),
    path("t/practice/", practice.practice, name="practice"),
    path("t/practice/step/", practice.practice_step, name="practice_step"),
    path("t/api/open/<uuid:assignment>", device.open_device, name="device_open"),
    path("t/api/batch", device.batch, name="device_batch"),
    path("t/api/cards", device.hand, name="device_cards"),
    path("t/api/gestures", device.gestures, name="device_gestures"),
    path("t/api/replies", device.replies, name="device_replies"),
    path("t/api/conversations/<uuid:conversation>", device.conversation, name="device_conversation"),
    path("t/api/conversations/<uuid:conversation>/stop", device.stop, name="device_stop"),
    path("t/api/conversations/<uuid:conversation>/undo-stop", device.undo, name="device_undo_stop"),
    path("t/api/conversations/<uuid:conversation>/escalate", device.to_leader, name="device_escalate"),
    path(
        "t/api/conversations/<uuid:conversation>/give-away", device.to_someone_else, name="device_give_away"
    ),
    path("t/api/conversations/<uuid:conversation>/hide", device.hide, name="device_hide"),
    path("t/api/conversations/<uuid:conversation>/no-answer", device.no_answer, name="device_no_answer"),
    path(
        "t/api/conversations/<uuid:conversation>/wrong-number",
        device.wrong_number,
        name="device_wrong_number",
    ),
    path("t/api/skip", device.skip, name="device_skip"),
    path("t/api/state", device.state, name="device_state"),
    path("t/api/done", device.done, name="device_done"),
]
