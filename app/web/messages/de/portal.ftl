# SPDX-License-Identifier: EUPL-1.2
# Die Seite eines Portals: Stand, Abrufe, Hinweise

question-portal-title = Hinweise zu einem Portal
question-portal-short = Hinweise
question-portal-hinweise-title = Hinweise einer Art
question-portal-hinweise-short = Hinweise
question-portal-abrufe-title = Abrufe eines Portals
question-portal-abrufe-short = Abrufe

column-schwere = Gewicht
column-hinweis = Hinweis
column-anzahl = Anzahl
column-abhilfe = Abhilfe an der Quelle
column-kennung = Kennung
column-gegenstand = Betrifft
column-abruf = Abruf
column-begonnen = Begonnen
column-dauer = Dauer in Sekunden
column-received = Empfangen
column-added = Neu
column-changed = Geändert
column-same = Unverändert
column-retired = Stillgelegt
column-rejected = Abgewiesen
column-announced = Angekündigt
column-ergebnis = Was daraus wurde
column-meldungen = Meldungen
schwere-note = Hinweis
schwere-warning = Warnung
schwere-error = wichtig

portal-unknown = Ein Portal mit der Kennung „{ $key }“ ist hier nicht bekannt. Alle ausgewerteten Portale stehen unter „Portale“.
portal-unknown-code = Hinweise mit der Kennung „{ $value }“ gibt es nicht. Ähnlich ist „{ $near }“.
portal-no-sorting = Diese Tabelle hat eine feste Reihenfolge und lässt sich nicht nach „{ $value }“ sortieren. Bitte „sortierung“ weglassen.
portal-invented = Dieses Portal liegt dem Programm bei; seine Datensätze sind erfunden. „datenspiegel demo remove“ entfernt sie.
portal-to-portal = Zurück zu { $name }

portal-standing = Wie aktuell es ist
portal-state-none = Das Portal ist eingetragen, aber noch nie zu Ende abgerufen worden.
portal-state-running = Das Portal wird gerade abgerufen.
portal-state-complete = Der letzte Abruf hat alles gelesen, was das Portal anbietet.
portal-state-complete-with-rejects = Der letzte Abruf hat alles gelesen; einzelne Einträge ließen sich nicht übernehmen.
portal-state-not-modified = Seit dem vorletzten Abruf hat sich am Portal nichts geändert.
portal-state-partial = Der letzte Abruf ist unvollständig. Was kam, ist übernommen; stillgelegt wird in diesem Fall nichts.
portal-state-failed = Der letzte Abruf ist fehlgeschlagen. Gezeigt wird weiter der Stand des letzten Erfolgs.
portal-state-quarantined = Der letzte Abruf weicht so stark vom bisherigen Bestand ab, dass ein Mensch entscheiden muss. Bis dahin gilt der bisherige Bestand.
portal-state-failed-first = Der Abruf ist fehlgeschlagen; einen früheren Stand gibt es nicht.
portal-state-withdrawn = Die Datensätze sind stillgelegt: Sie stehen weder in der Suche noch in Vergleichen. Ihre Seiten und ihr Verlauf bleiben.
portal-do-none = Wer diesen Dienst betreibt, ruft das Portal auf der Kommandozeile ab:
portal-do-again = Der nächste Abruf versucht es erneut. Sofort geht es auf der Kommandozeile:
portal-do-rejects = Die abgewiesenen Einträge stehen unten. Berichtigt werden sie bei der Quelle.
portal-do-quarantined = Wer diesen Dienst betreibt, sieht sich das Portal an: Ist die Änderung so gewollt, wird der Abruf angenommen, sonst verworfen.
portal-accept = Annehmen
portal-reject = Verwerfen
portal-decide = Jemand muss entscheiden: „datenspiegel runs accept { $run }“ übernimmt diesen Abruf, „datenspiegel runs reject { $run }“ verwirft ihn.
portal-outdated = Hierüber ist nicht mehr zu entscheiden: Ein späterer Abruf weiß mehr.
portal-age = { $days ->
    [0] heute
    [1] gestern
   *[other] vor { $days } Tagen
}
portal-success = Zuletzt erfolgreich abgerufen am { $moment } ({ $age }).
portal-no-success = Bisher ist kein Abruf gelungen.
portal-try = Letzter Versuch am { $moment } ({ $age }).

portal-figures = Umfang
portal-retired = Stillgelegt
portal-announced = Vom Portal angekündigt
portal-expected = Mindestens erwartet
portal-about = Steckbrief
portal-key = Kennung
portal-as-above = wie oben
portal-place = Kommune
portal-metadata = Katalog
portal-publisher = Herausgegeben von
portal-metadata-licence = Lizenz der Metadaten
portal-homepage = Startseite
portal-since = Ausgewertet seit
portal-licences = Lizenzen der Datensätze
portal-formats = Formate der Dateien und Dienste
portal-search = Alle Datensätze dieses Portals
portal-several = Ein Datensatz zählt bei jeder Lizenz und jedem Format, das er nennt; die Zahlen ergeben deshalb keine Summe.

portal-runs = Abrufe
portal-last-runs = Die letzten Abrufe
portal-all-runs = Alle Abrufe
portal-no-runs = Dieses Portal ist noch nicht abgerufen worden.
portal-lasted = Dauer { $seconds ->
    [0] unter einer Sekunde
    [one] eine Sekunde
   *[other] { $seconds } Sekunden
}
portal-no-end = läuft noch
portal-rejects = Abgewiesene Einträge des letzten Abrufs
portal-rejects-lead = Diese Einträge haben keine Kennung oder ließen sich nicht lesen; höchstens zehn werden genannt.
portal-position = Stelle: { $position }

portal-findings = Hinweise
portal-findings-lead = Was beim Lesen der Metadaten dieses Portals aufgefallen ist, mit dem, was die Quelle ändern kann. Punkte stehen für die Angabe im Einzelfall.
portal-no-findings = Zu diesem Portal gibt es keine Hinweise.
portal-no-code = Hinweise dieser Art gibt es bei diesem Portal nicht.
portal-at = { $count ->
    [0] an Seiten des Portals
    [one] an einem Datensatz
   *[other] an { $count } Datensätzen
}
portal-each = Alle ansehen
portal-about-pages = Seite des Portals
portal-seen-in = Abruf { $run }
