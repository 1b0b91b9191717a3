# SPDX-License-Identifier: EUPL-1.2
### The page with the directory of portals.

web-portalverzeichnis-title = Directory of portals
web-portalverzeichnis-lead = Portals of Gemeinden, Kreise, Verbände, regions, Länder and the Bund that stand in public lists. Only those marked are evaluated; this application has never asked the others. "Checked" is the day on which the keeper of the list looked.
web-portalverzeichnis-look = Name, id or address of the portal
web-portalverzeichnis-unverified = unverified
web-portalverzeichnis-by-hand = own research
column-listed-portal = Portal
column-listed-id = Id
column-listed-level = Level
column-listed-key = Official key
column-listed-by = List
column-listed-checked = Checked
column-listed-read = evaluated here
listed-level-gemeinde = Gemeinde
listed-level-verband = Verband
listed-level-kreis = Kreis
listed-level-region = region
listed-level-land = Land
listed-level-bund = Bund
question-portalverzeichnis-title = Directory of portals
question-portalverzeichnis-short = Directory of portals
question-portalverzeichnis-description = Which portals there are, and which of them are evaluated.
