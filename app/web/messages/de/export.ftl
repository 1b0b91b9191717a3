# SPDX-License-Identifier: EUPL-1.2
# Sätze des Feeds und der Ausgabe in Dateien.
export-readings = Von uns gelesen und neben die Angaben der Quelle gestellt: { $names }. Unsere Lizenz gilt nur für diese Angaben.
export-readings-likely = Von uns gelesen und neben die Angaben der Quelle gestellt: { $names }; davon nur wahrscheinlich: { $likely }. Unsere Lizenz gilt nur für diese Angaben.
export-portal-title = Metadaten des Portals { $portal }
export-portal-description = Datensätze des Portals { $portal }, das keinen eigenen Katalog benennt.
export-unknown-profile = Das Profil „{ $profile }“ gibt es nicht. Möglich sind: { $known }.
export-no-page = Die Seite { $page } gibt es nicht: Der Feed hat { $pages ->
        [one] eine Seite
       *[other] { $pages } Seiten
    }. Bitte „page“ zwischen 1 und { $pages } wählen.
export-bad-page = „{ $page }“ ist keine Seitenzahl. Bitte für „page“ eine ganze Zahl ab 1 angeben.
export-not-found = Den Datensatz { $dataset } gibt es hier nicht. Bitte die Kennung prüfen oder den Datensatz im Katalog unter /catalog suchen.
export-gone = Der Datensatz { $dataset } ist an der Quelle nicht mehr vorhanden. Was zuletzt bekannt war, zeigt /datensatz/{ $dataset }.
