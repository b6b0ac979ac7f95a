"""The leased job table. Durable work is state in a domain table; a job is the nudge."""
