import os

from django.core.wsgi import get_wsgi_application

from groundswell.config.lifeline import follow_parent

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "groundswell.config.settings")

application = get_wsgi_application()
follow_parent()
