"""One command a file: `summary`, `configure(parser)` and `run(options)`; heavy imports inside `run`."""
