# SPDX-License-Identifier: EUPL-1.2
### Die Vokabulare als verknüpfte Daten.

vocab-title-licences = Lizenzen
vocab-title-standards = Datenstandards
vocab-title-musterdatensaetze = Musterdatensätze
vocab-title-kommunen = Kommunen
