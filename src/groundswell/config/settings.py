"""Settings of one installation: from the environment, then from settings.env in its home."""

from pathlib import Path

from groundswell.config import environment as env
from groundswell.config.paths import PROJECT
from groundswell.kernel.logs import LOGGING as LOGGING

HOME = Path(env.text("GROUNDSWELL_HOME", str(PROJECT / "var" / "site")))
env.read_settings_file(HOME / "settings.env")

MODE = env.text("GROUNDSWELL_MODE", "site")  # site, demo or test
DEBUG = False

PUBLIC_ADDRESS = env.text("GROUNDSWELL_ADDRESS", "http://127.0.0.1:8000").rstrip("/")
SECURE = PUBLIC_ADDRESS.startswith("https://")
SECRET_KEY_FILE = HOME / "secret.key"
DATA_KEY_FILE = HOME / "data.key"
SECRET_KEY = env.text("SECRET_KEY") or (
    SECRET_KEY_FILE.read_text().strip() if SECRET_KEY_FILE.exists() else ""
)
_HOST = PUBLIC_ADDRESS.split("://")[1].split("/")[0].rsplit(":", 1)[0]
ALLOWED_HOSTS = [_HOST, "127.0.0.1", "localhost", *env.words("GROUNDSWELL_HOSTS")]
CSRF_TRUSTED_ORIGINS = [PUBLIC_ADDRESS]

INSTALLED_APPS = [
    "groundswell.kernel",
    "groundswell.ui",
    "groundswell.gateways",
    "groundswell.audit",
    "groundswell.history",
    "groundswell.privacy",
    "groundswell.accounts",
    "groundswell.orgs",
    "groundswell.people",
    "groundswell.consent",
    "groundswell.segments",
    "groundswell.imports",
    "groundswell.outreach",
    "groundswell.texting",
    "groundswell.web",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "template_partials",
    "heroicons",
    "django.forms",
    "django_tasks",
]

MIDDLEWARE = [
    "groundswell.web.request_log.RequestLogMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "groundswell.web.content_policy.ContentPolicyMiddleware",
    "groundswell.web.machines.MachineMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "groundswell.web.problems.ProblemMiddleware",
    "groundswell.web.middleware.ViewerMiddleware",
    "groundswell.web.upload_limit.UploadLimitMiddleware",
]

ROOT_URLCONF = "groundswell.config.urls"
WSGI_APPLICATION = "groundswell.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PROJECT / "src" / "groundswell" / "config" / "demo" / "templates"] if MODE == "demo" else [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

FORM_RENDERER = "groundswell.ui.forms.Renderer"

DATABASES = {
    "default": env.database(
        env.text("DATABASE_URL"), HOME, full_sync=env.flag("GROUNDSWELL_FULL_SYNC", MODE == "site")
    )
}
CACHES = {  # counts tries at signing in, for all processes together
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_tries",
        "KEY_FUNCTION": "groundswell.accounts.tries.hidden_key",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("GROUNDSWELL_PROXIES", 1 if SECURE else 0)  # delays are by address
ACCOUNT_RATE_LIMITS = {"login_failed": "20/m/ip,5/m/key"}
ACCOUNT_ADAPTER = "groundswell.accounts.adapter.AccountAdapter"
ACCOUNT_EMAIL_NOTIFICATIONS = False
MFA_ADAPTER = "groundswell.accounts.adapter.SecondFactorAdapter"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE  # browsers themselves allow it on localhost only
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Groundswell"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"

TASKS = {"default": {"BACKEND": "groundswell.kernel.jobs.backend.LeasedTableBackend", "QUEUES": []}}

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("nl", "Nederlands")]
LOCALE_PATHS = [PROJECT / "src" / "groundswell" / "locale"]
USE_I18N = True
FORMAT_MODULE_PATH = ["groundswell.config.formats"]
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if MODE == "test"
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
MEDIA_ROOT = HOME / "files"

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_AGE = 7 * 24 * 3600  # see accounts/idle.py for the shorter limits
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SECURE_REFERRER_POLICY = "same-origin"  # with "no-referrer" browsers send Origin: null, and every form fails
CSRF_FAILURE_VIEW = "groundswell.web.problems.form_expired"
X_FRAME_OPTIONS = "DENY"
if SECURE:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = env.flag("GROUNDSWELL_SSL_REDIRECT", True)
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True

EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if env.text("MAIL_HOST")
    else "django.core.mail.backends.dummy.EmailBackend"
)
EMAIL_HOST = env.text("MAIL_HOST")
EMAIL_PORT = env.number("MAIL_PORT", 587)
EMAIL_HOST_USER = env.text("MAIL_USER")
EMAIL_HOST_PASSWORD = env.text("MAIL_PASSWORD")
EMAIL_USE_TLS = env.flag("MAIL_TLS", True)
DEFAULT_FROM_EMAIL = env.text("MAIL_FROM", "groundswell@localhost")

DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_000_000

# Hosts inside our own network that a provider connection may use; the internet over https always may.
PROVIDER_HOSTS = (
    ["127.0.0.1", *env.words("GROUNDSWELL_PROVIDER_HOSTS")]
    if MODE != "site"
    else env.words("GROUNDSWELL_PROVIDER_HOSTS")
)

TEST_RUNNER = "django.test.runner.DiscoverRunner"
