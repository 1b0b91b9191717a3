# SPDX-License-Identifier: EUPL-1.2
"""The pages people read, German at their path and English below /en."""

from app.web.pages import datensatz, health, portale, start, ueber, vergleich

# Each in both languages.
BLUEPRINTS = (start.page, vergleich.page, datensatz.page, portale.page, ueber.page)
# Without language.
PLAIN = (health.page,)
