# Made by `cheomseong synth` for ojeomneo: changes here are lost.
"""Where machines ask."""

METRICS = "/metrics"
HEALTH = "/health"
READY = "/ready"

# What this package itself answers.
ANSWERED = frozenset((METRICS, HEALTH, READY))
# Asked every few seconds: among the requests of people they would hide what fails.
UNCOUNTED = ANSWERED
