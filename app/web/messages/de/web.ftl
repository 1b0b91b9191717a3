# SPDX-License-Identifier: EUPL-1.2
# Seiten: Rahmen, Start, Vergleich, Datensatz, Portale, Über, Fehler

web-claim = Welche offenen Daten Kommunen bereitstellen, unter welchen Lizenzen, in welchen Formaten und nach welchen Standards.
web-skip = Zum Inhalt springen
web-other-language = English
web-trail = Sie sind hier
web-nav-main = Hauptnavigation
web-nav-vergleich = Vergleiche
web-nav-portale = Portale
web-nav-ueber = Über
web-footer-readings = Die Angaben stammen aus den Metadaten der Portale; Zuordnungen und Auswertungen sind eigene Lesungen dieses Dienstes.
web-more = { $count } weitere
web-open = offen
web-page = Seite
web-pages = Seiten der Tabelle

web-start-title = Offene Daten der Kommunen im Vergleich
web-start-figures = Bestand zurzeit
web-figure-datasets = { $count ->
    [one] Datensatz
   *[other] Datensätze
}
web-figure-distributions = { $count ->
    [one] Datei oder Dienst
   *[other] Dateien und Dienste
}
web-figure-kommunen = { $count ->
    [one] Kommune
   *[other] Kommunen
}
web-figure-portals = { $count ->
    [one] Portal
   *[other] Portale
}
web-start-ways = Einstiege
web-start-portale = Welche Portale ausgewertet werden und wie aktuell der Stand ist.
web-start-catalog = Katalog als DCAT-AP.de
web-start-catalog-text = Alle Datensätze als maschinenlesbarer Katalog nach DCAT-AP.de 3.0, zum Abrufen durch andere Portale und Programme.
web-start-empty = Noch sind keine Daten vorhanden
web-start-empty-text = Der Speicher ist bereit, aber es wurde noch kein Portal abgerufen. Ein Portal wird auf der Kommandozeile abgerufen:
web-start-empty-more = Danach diese Seite neu laden. Welche Portale eingerichtet sind, steht in der Konfigurationsdatei.

web-vergleich-title = Vergleiche
web-vergleich-lead = Jede Frage liefert eine Tabelle, die sich filtern, sortieren, verlinken und herunterladen lässt.
web-vergleich-laender = Dieselbe Frage für die Länder
web-vergleich-laender-how = Länder werden nach INSPIRE-Themen und Kategorien hochwertiger Datensätze verglichen.

web-filter-title = Auswahl eingrenzen
web-filter-set = Gesetzte Filter
filter-all = alle
filter-apply = Anzeigen
filter-clear = Alle Filter entfernen
filter-remove = Filter entfernen
filter-q = Suchtext
filter-kommune = Kommune
filter-kommune-add = Kommune hinzufügen
filter-kommune-hint = Amtlicher Name oder amtlicher Schlüssel, zum Beispiel 13003000
filter-land = Land
filter-groesse = Größe (KGSt)
filter-groesse-1 = 1 – ab 400.000 Einwohner
filter-groesse-2 = 2 – 200.000 bis unter 400.000
filter-groesse-3 = 3 – 100.000 bis unter 200.000
filter-groesse-4 = 4 – 50.000 bis unter 100.000
filter-groesse-5 = 5 – 25.000 bis unter 50.000
filter-groesse-6 = 6 – 10.000 bis unter 25.000
filter-groesse-7 = 7 – unter 10.000
filter-groesse-k1 = Kreise 1 – ab 250.000 Einwohner
filter-groesse-k2 = Kreise 2 – 150.000 bis unter 250.000
filter-groesse-k3 = Kreise 3 – unter 150.000
filter-typ = Art der Kommune
filter-typ-hint = Ohne Auswahl werden Gemeinden verglichen, kreisfreie und kreisangehörige zusammen. Länder stehen immer für sich.
filter-typ-kreisfrei = kreisfreie Städte
filter-typ-kreisangehoerig = kreisangehörige Gemeinden
filter-typ-kreis = Kreise
filter-typ-verband = Gemeindeverbände
filter-typ-land = Länder
filter-musterdatensatz = Datenbestand
filter-thema = Themenfeld
filter-lizenz = Lizenz
filter-offen = Lizenz offen
filter-offen-ja = ja
filter-offen-nein = nein
filter-format = Format
filter-standard = Standard
filter-portal = Portal
filter-stand = Stand der Daten ab
filter-modified-since = Metadaten geändert seit

web-notes-title = So lesen Sie diese Tabelle
web-notes-only-way = „Einziger Weg“ zählt Kommunen, die kein weiteres Datenformat (oder keinen weiteren Standard derselben Ebene) angeben.
web-notes-view = Ansichten wie WMS, PDF oder HTML zeigen Daten, geben sie aber nicht heraus. Sie sind gekennzeichnet und zählen nicht als Zugang zu den Daten.
web-notes-competition = „Nichts gemeinsam“ zählt Paare von Kommunen, die auf derselben Ebene (Datei, Dienst) etwas anbieten und nichts davon teilen.
web-notes-evidence = Standards sind nachgewiesen (im Dienst oder in der Datei gesehen), angegeben (in den Metadaten) oder erschlossen (aus dem Format). Jede Kommune zählt mit dem stärksten Beleg.
web-rows = { $total ->
    [one] 1 Zeile
   *[other] { $total } Zeilen
}{ $pages ->
    [one] {""}
   *[other] , Seite { $page } von { $pages }
}
web-all-rows = { $count ->
    [one] Den Eintrag zeigen
   *[other] Alle { $count } Einträge zeigen
}
web-unfold = Einzelheiten zeigen
web-holdings = { $count ->
    [one] 1 Bestand
   *[other] { $count } Bestände
}
web-only-view = { $count ->
    [one] 1 nur als Ansicht
   *[other] { $count } nur als Ansicht
}
web-reach-single = Erreicht am meisten
web-reach-full = Reicht zusammen für alle
web-reach-greedy = Näherung
web-competition = Nichts gemeinsam
value-none = keine Angaben
web-empty-yet = Dazu gibt es noch nichts zu zeigen.
web-empty-answer = Zu dieser Auswahl gibt es keine Datenbestände. Weniger Filter zeigen mehr.
web-beyond = So viele Seiten hat die Tabelle nicht; es sind { $pages }.
web-first-page = Zur ersten Seite
web-downloads-title = Tabelle mitnehmen
web-downloads-json = JSON
web-downloads-csv = CSV
web-downloads-csv-de = CSV für deutsche Tabellenprogramme
web-downloads-xlsx = Excel (XLSX)

web-dataset-on-this-page = Auf dieser Seite
web-dataset-untitled = Datensatz ohne Titel
web-dataset-retired = Dieser Datensatz ist bei der Quelle nicht mehr vorhanden (seit { $day }). Die Seite zeigt, was zuletzt bekannt war.
web-dataset-said = Angabe des Portals
web-dataset-understood = Gelesen als
web-dataset-not-single = nicht einzeln aufbereitet
web-dataset-attribute = Merkmal
web-dataset-reading = Angaben und Lesung
web-dataset-reading-lead = Links steht, was das Portal angibt, rechts, wie dieser Dienst es gelesen hat.
web-dataset-publisher = Veröffentlichende Stelle
web-dataset-musterdatensatz = Datenbestand (Musterdatensatz)
web-dataset-musterdatensatz-hint = Ein Musterdatensatz ist eine Kategorie des Musterdatenkatalogs, keine Vorlage für Daten.
web-dataset-thema = Themenfeld
web-dataset-themes = EU-Datenthemen
web-dataset-inspire = INSPIRE-Themen
web-dataset-hvd = Hochwertige Datensätze
web-dataset-licence = Lizenz
web-dataset-data-as-of = Stand der Daten
web-dataset-modified = Metadaten geändert
web-dataset-issued = Veröffentlicht
web-dataset-temporal = Zeitraum
web-dataset-temporal-value = { $start } bis { $end }
web-dataset-frequency = Aktualisierung
web-dataset-access-rights = Zugang
web-dataset-availability = Verfügbarkeit
web-dataset-keywords = Schlagwörter
web-dataset-portal = Portal
web-dataset-identifier = Kennung bei der Quelle
web-dataset-catalogue = Katalog
web-dataset-first-seen = Zuerst gesehen
web-dataset-landing = Seite bei der Quelle
web-dataset-source = Herkunft
web-dataset-description = Beschreibung
web-dataset-files = Dateien und Dienste
web-dataset-no-files = Zu diesem Datensatz sind keine Dateien oder Dienste angegeben.
web-dataset-file = Datei oder Dienst { $number }
web-dataset-file-modified = Geändert
web-dataset-download = Herunterladen
web-dataset-access = Zugangsseite
web-dataset-format = Format
web-dataset-media-type = Medientyp
web-dataset-format-class = Offenheit des Formats
web-dataset-format-stars = { $stars } von 5 Sternen: { $machine ->
    [yes] maschinenlesbar
   *[no] nicht maschinenlesbar
}, { $open ->
    [yes] offenes Format
   *[no] kein offenes Format
}
web-dataset-format-aside = nach dem Fünf-Sterne-Schema, ohne die Lizenz
web-dataset-size = Größe
web-dataset-attribution = Quellenvermerk des Portals
web-dataset-services = Dienste
web-dataset-endpoint = Adresse des Dienstes
web-dataset-standards = Standards
web-dataset-findings = Hinweise
web-dataset-findings-lead = Was beim Lesen der Metadaten aufgefallen ist und wie es sich verbessern lässt.
web-dataset-no-findings = Keine Hinweise zu diesem Datensatz.
web-dataset-formats = Als DCAT-AP.de
web-status-exact = eindeutig
web-status-likely = wahrscheinlich
web-status-ambiguous = mehrdeutig
web-status-unknown = nicht erkannt
web-status-missing = nicht angegeben
web-status-mixed = verschieden
web-status-derived = erschlossen
web-status-candidates = In Frage kommen: { $names }
web-severity-note = Hinweis
web-severity-warning = Warnung
web-severity-error = wichtig

web-portale-title = Portale
web-portale-lead = Diese Portale werden ausgewertet. Wie aktuell der Stand ist, zeigt der letzte erfolgreiche Abruf.
web-portale-never = noch nie
web-portale-empty = Es wurde noch kein Portal abgerufen.
question-portale-title = Portale
question-portale-short = Portale
question-portale-description = Welche Portale ausgewertet werden und wie aktuell der Stand ist.
column-portal = Portal
column-kind = Schnittstelle
column-url = Adresse
column-datasets = Datensätze
column-distributions = Dateien und Dienste
column-last-success = Letzter Erfolg
column-last-try = Letzter Versuch
column-state = Zustand
state-none = noch nicht abgerufen
state-running = läuft
state-complete = vollständig
state-complete-with-rejects = vollständig, einzelne Einträge abgewiesen
state-not-modified = unverändert
state-partial = unvollständig
state-failed = fehlgeschlagen
state-quarantined = wartet auf Entscheidung
state-overtaken = überholt
state-rejected = verworfen
state-withdrawn = herausgenommen

web-ueber-title = Über diesen Dienst
web-ueber-what = Der Datenspiegel liest die Metadaten offener Daten aus kommunalen Portalen und aus GovData, ordnet sie ein und macht sie vergleichbar: Welche Datenbestände gibt es, unter welchen Lizenzen, in welchen Formaten und nach welchen Standards?
web-ueber-how-title = Wie gelesen wird
web-ueber-how = Was ein Portal angibt, bleibt im Wortlaut erhalten. Daneben steht, wie dieser Dienst es gelesen hat. Lizenzen werden nur erkannt, wenn sie eindeutig angegeben sind. Was sich nicht sicher lesen lässt, wird als „nicht erkannt“, „mehrdeutig“ oder „nicht angegeben“ gezeigt und nicht geraten.
web-ueber-data-title = Daten und Lizenzen
web-ueber-data = Die Metadaten der Portale stehen unter den Bedingungen, die deren Kataloge nennen. Die eigenen Lesungen dieses Dienstes stehen unter der Lizenz, die der Katalog unter /catalog nennt.
web-ueber-sources-title = Quellen der Verzeichnisse
web-ueber-sources = Amtliche Schlüssel, Namen und Einwohnerzahlen: Statistische Ämter des Bundes und der Länder (Gemeindeverzeichnis). Musterdatensätze: Musterdatenkatalog. Formate, Themen und Häufigkeiten: Verzeichnisse des Amts für Veröffentlichungen der Europäischen Union. Lizenzen: DCAT-AP.de.
web-ueber-part-title = Für Kommunen und Portale
web-ueber-part = Die Seite eines Portals zeigt, wann es zuletzt abgerufen wurde, welche Hinweise es zu seinen Metadaten gibt und wie sie sich an der Quelle beheben lassen. Berichtigungen sind nach dem nächsten Abruf zu sehen. Welche Portale ausgewertet werden, legt fest, wer diesen Dienst betreibt.
web-ueber-operator-title = Anbieter
web-ueber-operator = Angeboten von { $operator }.
web-ueber-contact = Kontakt: { $contact }
web-ueber-software = Software: Datenspiegel { $version }, freie Software unter der EUPL-1.2.

web-error-title = Das hat nicht geklappt
web-error-status = Status { $status }
web-error-home = Zur Startseite
web-error-anew = Ohne Filter und Angaben neu beginnen
web-error-400 = Die Anfrage ist nicht lesbar. Bitte die Adresse prüfen.
web-error-404 = Unter dieser Adresse gibt es nichts. Bitte die Adresse prüfen oder von der Startseite aus weitergehen.
web-error-405 = Diese Adresse lässt sich nur abrufen, nicht beschreiben. Bitte GET verwenden.
web-error-406 = In keiner der verlangten Formen kann geantwortet werden. Bitte eine andere Form anfordern.
web-error-413 = Die Anfrage ist zu groß. Höchstens 1 MB kann angenommen werden.
web-error-414 = Die Adresse ist zu lang. Bitte weniger Filter setzen; höchstens 8 KB sind möglich.
web-error-500 = Hier ist ein Fehler passiert, der nicht an Ihrer Eingabe liegt. Bitte später noch einmal versuchen.
web-error-503 = Der Datenspeicher ist gerade nicht erreichbar. Bitte in einigen Sekunden noch einmal versuchen.
web-error-other = Die Anfrage konnte nicht beantwortet werden (Status { $status }). Bitte die Adresse prüfen.
web-ready = bereit
web-unknown-dataset = Einen Datensatz mit dieser Kennung gibt es nicht. Bitte die Adresse prüfen.
