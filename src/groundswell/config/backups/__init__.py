"""One file that holds an installation except its keys: made whole, verified, restored with sending paused."""
