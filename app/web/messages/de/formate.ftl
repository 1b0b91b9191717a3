# SPDX-License-Identifier: EUPL-1.2
### Die Seiten der Formate: alle, die vorkommen, und eines.

question-formate-title = Formate
question-formate-short = Formate
question-formate-description = Welche Datei- und Dienstformate angeboten werden, was sich damit machen lässt und wie verbreitet sie sind.
frame-nav-formate = Formate
frame-start-formate = Was CSV, GeoJSON oder PDF hergeben, und wie sich ihre Verbreitung ändert.
formate-name = Name, Dateiendung oder Medientyp
column-format = Format
column-formatart = Art
column-maschinenlesbar = Maschinenlesbar
column-offenes-format = Offenes Format
formatart-file = Datei
formatart-service = Dienst
formatart-view = Ansicht
formatart-none = –
maschinenlesbar-yes = ja
maschinenlesbar-no = nein
maschinenlesbar-unclear = unklar
offenes-format-yes = ja
offenes-format-no = nein
offenes-format-unclear = unklar
note-formate-counts = Datensätze zählen unter jedem Format, das eine ihrer Dateien oder ein Dienst hat; die Zahlen ergeben deshalb keine Summe. Kommunen zählen mit, sobald sie einen Musterdatensatz in dem Format anbieten.
note-formate-words = „Maschinenlesbar“ heißt: Die Werte lassen sich ohne Deutung weiterverarbeiten. „Offen“ heißt: Die Beschreibung des Formats ist frei zugänglich, und jeder darf es umsetzen. Beides sagt nichts über die Lizenz.
format-description = was sich damit machen lässt, wie verbreitet es ist und wie sich das ändert
format-stars = { $stars } von höchstens 5 Sternen offener Daten lassen sich mit diesem Format erreichen, die Lizenz beiseite.
format-search = Datensätze in diesem Format suchen
format-compare = Datenbestände, die es in diesem Format gibt
format-nobody = Kein Datensatz liegt heute in diesem Format vor.
format-facts = Merkmale
format-key = Schlüssel
format-extensions = Dateiendungen
format-media-types = Medientypen
format-uri = Amtliche Adresse (EU)
format-unknown = Das Format „{ $key }“ steht nicht im Vokabular. Alle, die vorkommen, zeigt /formate.
