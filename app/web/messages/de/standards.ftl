# SPDX-License-Identifier: EUPL-1.2
# Datenstandards: Fragen, Liste, ein Standard

question-standards-je-musterdatensatz-title = Standards je Musterdatensatz
question-standards-je-musterdatensatz-short = Standards je Musterdatensatz
question-standards-je-musterdatensatz-description = Nach welchen Standards stellen Kommunen denselben Datenbestand bereit, für wie viele gibt es nur einen Weg, wer teilt keinen mit anderen, und wofür sind Standards gemacht?
question-standards-je-kommune-title = Standards je Kommune
question-standards-je-kommune-short = Standards je Kommune
question-standards-je-kommune-description = In wie vielen ihrer Datenbestände verwendet jede Kommune welche Standards, und wie sicher ist das belegt?
question-abdeckung-title = Abdeckung
question-abdeckung-short = Abdeckung
question-abdeckung-description = Welche Kommune stellt welchen Datenbestand bereit? Eine Matrix aus Kommunen und Musterdatensätzen.
question-standards-title = Datenstandards
question-standards-short = Datenstandards
question-standards-description = Datenstandards für kommunale Daten: wofür es sie gibt, wer sie herausgibt und wie oft sie vorkommen, nach Belegen getrennt.
question-standard-title = Kommunen mit diesem Standard
question-standard-short = Kommunen
question-standard-description = Welche Kommunen Daten nach einem Standard bereitstellen, und wie das belegt ist.

column-mit-standard = Mit Standard
column-mit-standard-anteil = Anteil mit Standard
column-nachgewiesen = nachgewiesen
column-angegeben = angegeben
column-erschlossen = erschlossen
column-ohne-standard = nicht angegeben
column-teilen-keinen = Teilen keinen Standard
column-teilen-keinen-wer = Wer keinen teilt
column-vorgesehen = Dafür gemacht (Herausgeber)
column-vorgesehen-kommunen = Kommunen mit einem dafür gemachten Standard
column-vorhanden = Vorhanden
column-vorhanden-anteil = Anteil vorhanden
column-standard = Standard
column-ebene = Ebene
column-fachgebiet = Fachgebiet
column-herausgeber = Herausgeber
column-kommunen-nachgewiesen = Kommunen: nachgewiesen
column-kommunen-angegeben = Kommunen: angegeben
column-kommunen-erschlossen = Kommunen: erschlossen
column-datensaetze-nachgewiesen = Datensätze: nachgewiesen
column-datensaetze-angegeben = Datensätze: angegeben
column-datensaetze-erschlossen = Datensätze: erschlossen
column-bestaende-standard = Datenbestände nach dem Standard
column-bestaende-standard-anteil = Anteil an ihren Datenbeständen
column-datenbestaende-namen = Welche Datenbestände

choice-ebene = Ebene des Standards
choice-ebene-alle = alle Ebenen
choice-ebene-data-model = Datenmodell
choice-ebene-service-interface = Schnittstelle
choice-ebene-file-format = Dateiformat
choice-ebene-code-list = Codeliste
choice-beleg = Beleg
choice-beleg-alle = alle Belege, auch erschlossen
choice-beleg-angegeben = angegeben oder nachgewiesen
choice-beleg-nachgewiesen = nur nachgewiesen
choice-spalten = Musterdatensätze (nach Häufigkeit)
choice-spalten-1 = 1 bis 12
choice-spalten-2 = 13 bis 24
choice-spalten-3 = 25 bis 36
choice-spalten-4 = 37 bis 48
choice-spalten-5 = 49 bis 60
choice-spalten-6 = 61 bis 72
choice-spalten-7 = 73 bis 84
choice-spalten-8 = 85 bis 96
choice-spalten-9 = 97 bis 108
choice-spalten-10 = 109 bis 120
choice-spalten-11 = 121 bis 132
choice-spalten-12 = 133 bis 144
choice-spalten-13 = 145 bis 156
choice-spalten-14 = 157 bis 168
choice-spalten-15 = 169 bis 180
choice-spalten-16 = 181 bis 192
choice-spalten-17 = 193 bis 204
choice-spalten-18 = 205 bis 216
choice-spalten-19 = 217 bis 228
choice-spalten-20 = 229 bis 240
choice-spalten-21 = 241 bis 252
choice-spalten-alle = alle auf einmal

note-standards-unit = { $unit ->
    [land] Gezählt wird je Land und Thema, nicht je Datei.
   *[kommune] Gezählt wird je Kommune und Datenbestand, nicht je Datei: Viele Dateien einer Kommune zählen einmal.
}
note-standards-grades = Belege bleiben getrennt: „angegeben“ steht in den Metadaten (dct:conformsTo), „nachgewiesen“ wurde am Dienst oder an der Datei selbst gesehen, „erschlossen“ folgt aus Format, Titel oder Adresse, „nicht angegeben“ heißt: Davon ist nichts bekannt. Gezählt wird der stärkste Beleg.
note-standards-only-way = „Einziger Weg“ zählt Kommunen, die auf derselben Ebene keinen anderen Standard anbieten. Ansichtsdienste wie WMS zeigen Daten nur und sind kein Weg zu ihnen.
note-standards-alone = „Teilen keinen Standard“ zählt Kommunen, die einen Standard verwenden, aber keinen, den eine andere Kommune dieser Auswahl für denselben Datenbestand verwendet.
note-standards-made-for = „Dafür gemacht“ nennt Standards, die ihr Herausgeber für solche Daten vorgesehen hat; das ist ein Hinweis und keine Pflicht.
note-standards-sum = Die vier Belege einer Zeile ergeben ihre Datenbestände. Ein Datenbestand mit zwei Standards zählt bei jedem.
note-abdeckung-columns = Gezeigt werden { $shown } von { $count } Musterdatensätzen, nach Häufigkeit in dieser Auswahl; Themenfeld und Musterdatensatz engen sie ein. „Vorhanden“ zählt alle { $count }.
note-abdeckung-reading = Eine Zahl ist die Zahl der Datensätze, ein Strich heißt: Davon ist nichts bekannt. Ein Datenbestand kann woanders veröffentlicht oder anders beschrieben sein.
note-standards-counts = Datensätze und Kommunen zählen beim stärksten Beleg, den sie für den Standard haben. Ein Datensatz mit zwei Standards zählt bei jedem.
note-standards-metadata = Metadatenprofile wie DCAT-AP.de beschreiben Metadaten, nicht die Daten; sie werden bei Datensätzen nicht gezählt.
note-standard-base = { $count ->
    [0] Von keiner Kommune dieser Auswahl sind Daten nach diesem Standard bekannt.
    [one] Eine Kommune dieser Auswahl stellt Daten nach diesem Standard bereit.
   *[other] { $count } Kommunen dieser Auswahl stellen Daten nach diesem Standard bereit.
}

abdeckung-present = vorhanden, Datensätze:
abdeckung-absent = nichts bekannt
abdeckung-no-columns = So viele Musterdatensätze gibt es in dieser Auswahl nicht. Bitte eine frühere Gruppe wählen.
standards-fitting = { $count ->
    [0] Von keiner Kommune bekannt.
    [one] Von einer Kommune bekannt.
   *[other] Von { $count } Kommunen bekannt.
}
standards-made-for-this = Für diesen Datenbestand gemachte Standards
standards-none-made = keiner bekannt
standards-holdings = { $count ->
    [one] 1 Datenbestand
   *[other] { $count } Datenbestände
}
standards-name = Name, Kürzel oder Herausgeber
standards-level = Ebene
standards-domain = Fachgebiet
standards-all = alle
standards-compare = Standards vergleichen

standard-unknown = Der Standard „{ $key }“ ist hier nicht verzeichnet. Bitte in der Liste der Datenstandards nachsehen.
standard-steward = Herausgeber
standard-specification = Spezifikation
standard-no-specification = Eine Adresse ließ sich nicht bestätigen.
standard-id = Kennung
standard-recognised = Woran er erkannt wird
standard-recognised-lead = Angegeben ist er, wenn dct:conformsTo eine dieser Adressen oder Bezeichnungen nennt. Aus Formaten, Wörtern und Adressen wird er erschlossen.
standard-uris = Adressen in conformsTo
standard-urns = Kennungen im XRepository
standard-namespaces = Namensräume
standard-aliases = Bezeichnungen
standard-formats = Formate, aus denen er folgt
standard-carriers = Formate, in denen er vorkommen kann
standard-words = Wörter in Titel und Schlagwörtern
standard-addresses = Muster in Adressen
standard-made-for = Für welche Musterdatensätze er gemacht ist
standard-used-for = Wofür er verwendet wird
standard-users = Wer damit veröffentlicht
standard-search = Datensätze mit diesem Standard suchen
standard-nobody = Von keiner Kommune ist bekannt, dass sie Daten nach diesem Standard bereitstellt.
standard-metadata = Dies ist ein Standard für Metadaten. Er sagt nichts über die Daten selbst und wird bei Datensätzen nicht gezählt.
standard-verified = Geprüft
standard-verified-sources = Namen, Namensräume oder Adressen fanden sich am { $day } in veröffentlichten Schemata, Programmen oder Seiten.
standard-verified-steward = Angaben nach Veröffentlichungen des Herausgebers, am { $day } nicht erneut aufgerufen.
standard-list = Alle Datenstandards
standard-compare = Standards je Musterdatensatz vergleichen

ebene-file-format = Dateiformat
ebene-service-interface = Schnittstelle
ebene-data-model = Datenmodell
ebene-code-list = Codeliste
ebene-metadata = Metadaten
fachgebiet-general = allgemein
fachgebiet-geo = Geodaten
fachgebiet-planning = Planen und Bauen
fachgebiet-construction = Bauwerke, Straßen, Kanäle
fachgebiet-transport = Mobilität
fachgebiet-politics = Politik und Wahlen
fachgebiet-finance = Finanzen und Vergabe
fachgebiet-sensors = Sensoren
fachgebiet-science = Wissenschaft
fachgebiet-statistics = Statistik
fachgebiet-smart-city = Stadtdaten-Plattformen
fachgebiet-administration = Verwaltung
fachgebiet-metadata = Metadaten

cli-option-ebene = Standards: data-model, service-interface, file-format oder code-list
cli-option-beleg = Standards: alle, angegeben (auch nachgewiesene) oder nur nachgewiesen
cli-option-spalten = Abdeckung: welche zwölf Musterdatensätze nach Häufigkeit (1 bis 21), oder alle
