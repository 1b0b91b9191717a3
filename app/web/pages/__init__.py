# SPDX-License-Identifier: EUPL-1.2
"""The pages people read, German at their path and English below /en."""

from app.web.pages import (
    dataset_history,
    datensatz,
    formate,
    health,
    kombinieren,
    kommune,
    kommunen,
    lizenz,
    lizenzen,
    musterdatensaetze,
    musterdatensaetze_pruefen,
    musterdatensatz,
    portal,
    portale,
    portalverzeichnis,
    rechtliches,
    standard,
    standards,
    start,
    suche,
    ueber,
    vergleich,
    vocab,
)

# Each in both languages.
BLUEPRINTS = (
    start.page,
    suche.page,
    vergleich.page,
    datensatz.page,
    dataset_history.page,
    kommunen.page,
    kommune.page,
    musterdatensaetze.page,
    musterdatensaetze_pruefen.page,
    musterdatensatz.page,
    formate.page,
    standards.page,
    standard.page,
    lizenzen.page,
    kombinieren.page,
    lizenz.page,
    portale.page,
    portalverzeichnis.page,
    portal.page,
    ueber.page,
    vocab.page,
    rechtliches.page,
)
# Without language.
PLAIN = (health.page,)
