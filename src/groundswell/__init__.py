"""Groundswell: the self-hosted place where a movement keeps its people and moves them."""

__version__ = "0.1.0"
