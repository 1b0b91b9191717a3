# SPDX-License-Identifier: EUPL-1.2
### Die Seite mit dem Verzeichnis der Portale.

web-portalverzeichnis-title = Verzeichnis der Portale
web-portalverzeichnis-lead = Portale von Gemeinden, Kreisen, Verbänden, Regionen, Ländern und Bund, die in öffentlichen Listen stehen. Ausgewertet werden nur die gekennzeichneten; die anderen hat diese Anwendung nie abgerufen. „Geprüft“ nennt den Tag, an dem der Betreiber der Liste nachgesehen hat.
web-portalverzeichnis-look = Name, Kennung oder Adresse des Portals
web-portalverzeichnis-unverified = ungeprüft
web-portalverzeichnis-by-hand = eigene Recherche
column-listed-portal = Portal
column-listed-id = Kennung
column-listed-level = Ebene
column-listed-key = Amtlicher Schlüssel
column-listed-by = Liste
column-listed-checked = Geprüft
column-listed-read = wird ausgewertet
listed-level-gemeinde = Gemeinde
listed-level-verband = Verband
listed-level-kreis = Kreis
listed-level-region = Region
listed-level-land = Land
listed-level-bund = Bund
question-portalverzeichnis-title = Verzeichnis der Portale
question-portalverzeichnis-short = Portalverzeichnis
question-portalverzeichnis-description = Welche Portale es gibt und welche davon ausgewertet werden.
