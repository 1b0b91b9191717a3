# SPDX-License-Identifier: EUPL-1.2
# Daten kombinieren: Eingaben, Ergebnis, Korb

kombinieren-title = Daten kombinieren
