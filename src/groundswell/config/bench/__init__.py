"""Measurements of the main job, over HTTP, with the real server: numbers to compare, not tests to pass."""
