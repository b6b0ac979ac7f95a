"""Django's SQLite, with writers taking turns (see base.py)."""
