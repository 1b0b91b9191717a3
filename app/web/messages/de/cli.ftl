# SPDX-License-Identifier: EUPL-1.2
### Die Befehlszeile: Hilfe, Meldungen, Zustände.

cli-example = Beispiel
cli-system-nowhere = Das Betriebssystem meldet: { $problem }. Prüfen Sie freien Platz und Rechte in den Ordnern für Daten und Zwischenablagen; danach kann der Befehl wiederholt werden.
cli-derived-index = Der Bestand ist gespeichert, aber der Suchindex in { $folder } ist nicht erneuert. Prüfen Sie dort freien Platz und Rechte; der nächste Befehl, der den Bestand ändert, holt es nach.
cli-derived-dump = Der Bestand ist gespeichert, aber Gesamtdatei und SPARQL in { $folder } sind nicht erneuert ({ $problem }). Prüfen Sie dort freien Platz und Rechte; der nächste Befehl, der den Bestand ändert, holt es nach.
cli-system = Das Betriebssystem meldet: { $problem } ({ $file }). Prüfen Sie Pfad, Rechte und freien Platz.
cli-unexpected = Das hätte nicht geschehen dürfen: { $problem }. Mit --debug zeigt der Befehl, wo es geschah; bitte melden Sie es.

cli-usage-usage = Aufruf
cli-usage-options = Optionen
cli-usage-command = Befehl
cli-usage-commands = Befehle
cli-usage-more = Mehr dazu: { $command }
cli-usage-no-option = Die Option { $name } gibt es hier nicht.
cli-usage-no-option-but = Die Option { $name } gibt es hier nicht; gemeint ist wohl { $near }.
cli-usage-no-command = Den Befehl „{ $name }“ gibt es nicht.
cli-usage-no-command-but = Den Befehl „{ $name }“ gibt es nicht; gemeint ist wohl „{ $near }“.
cli-usage-missing = Es fehlt: { $name }.
cli-usage-value-missing = Die Option { $name } ist ohne ihren Wert oder mit einem zu viel angegeben.
cli-usage-too-many = Das ist zu viel: { $values }.
cli-usage-choice = Für { $name } sind möglich: { $known }.
cli-usage-range = { $name } erwartet eine ganze Zahl{ $least ->
    [none] {""}
   *[other] , mindestens { $least }
}{ $most ->
    [none] {""}
   *[other] , höchstens { $most }
}.
cli-usage-bad = Der Wert für { $name } taugt nicht ({ $problem }).
cli-usage-other = So lässt sich der Befehl nicht aufrufen ({ $problem }).
cli-usage-required = nötig
cli-usage-bounds = { $most ->
    [none] ab { $least }
   *[other] { $least } bis { $most }
}
cli-usage-path = { $problem ->
    [missing] „{ $value }“ gibt es nicht; { $name } erwartet etwas, das da ist.
    [folder] „{ $value }“ ist ein Ordner; { $name } erwartet eine Datei.
    [file] „{ $value }“ ist eine Datei; { $name } erwartet einen Ordner.
   *[other] „{ $value }“ lässt sich nicht lesen oder schreiben. Prüfen Sie die Rechte.
}
cli-usage-nul = Das Zeichen NUL kann in keiner Angabe stehen. Geben Sie den Befehl neu ein.
cli-aborted = Abgebrochen. Der bisherige Bestand bleibt.
cli-option-help = diese Hilfe zeigen
cli-option-version = Version zeigen

cli-main-help = Datenspiegel ruft die Kataloge kommunaler Datenportale ab, versteht und vergleicht sie.
cli-main-example = datenspiegel harvest --kind dcat --url katalog.rdf --portal musterstadt
cli-option-config = Konfigurationsdatei (sonst $DATENSPIEGEL_CONFIG, sonst ./config.toml)
cli-option-database = Adresse des Speichers (sonst $DATENSPIEGEL_DATABASE_URL, sonst [store] database)
cli-option-lang = Sprache der Meldungen: de oder en
cli-option-debug = bei Fehlern den ganzen Ablauf zeigen
cli-option-as-json = Antwort als JSON
cli-option-limit = höchstens so viele

cli-up-short = Demonstration zeigen und Seiten anbieten
cli-up-help = Bereitet den Speicher vor, ruft einmal das mitgelieferte Demonstrationsportal ab (ohne Netz) und bietet die Seiten an. Ist Port 8000 belegt, nimmt der Befehl den nächsten freien; ein mit --port gewünschter muss frei sein. Diesen Befehl ruft „make run“ auf.
cli-up-example = datenspiegel up --port 8080
cli-up-empty = Noch ist kein Katalog abgerufen. In einem zweiten Fenster füllt zum Beispiel „datenspiegel harvest --kind dcat --url ADRESSE“ den Bestand.
cli-serve-short = nur die Seiten anbieten
cli-serve-help = Bietet die Seiten und die Schnittstellen für Programme an.
cli-serve-example = datenspiegel serve --host 127.0.0.1 --port 8000 --workers 2
cli-serve-address = Datenspiegel läuft: { $address } (beenden mit Strg+C)
cli-serve-busy = Port { $port } auf { $host } ist nicht frei ({ $problem }). Beenden Sie das andere Programm oder wählen Sie mit --port einen anderen.
cli-serve-no-address = --host erwartet eine IP-Adresse dieses Rechners, zum Beispiel 127.0.0.1 oder 0.0.0.0; „{ $host }“ ist keine.
cli-option-host = IP-Adresse, unter der angeboten wird
cli-option-port = Port
cli-option-workers = Zahl der Prozesse

cli-harvest-short = Portale jetzt abrufen
cli-harvest-help = Ruft Portale jetzt ab: die genannten, mit --all alle eingeschalteten, oder mit --kind und --url eines, das nicht in der Konfiguration steht. Eine Datei oder ein Ordner mit den Seiten eines Portals geht ebenso.
cli-harvest-example = datenspiegel harvest --kind dcat --url https://daten.musterstadt.example/catalog.rdf --ags 01234567
cli-option-everything = alle eingeschalteten Portale
cli-option-kind = Art des Portals
cli-option-url = Adresse, Datei oder Ordner
cli-option-portal = Kennung des Portals
cli-option-ags = amtlicher Schlüssel der Kommune, der das Portal gehört (2, 5, 8 oder 9 Ziffern)
cli-option-dry-run = abrufen und berichten, nichts speichern
cli-harvest-limit = nur mit --dry-run: nach so vielen Datensätzen aufhören
cli-option-allow-private = private Adresse, die abgerufen werden darf, genau als RECHNER:PORT
cli-option-gap-ms = Pause zwischen zwei Abrufen in Millisekunden
cli-limit-needs-dry-run = --limit geht nur zusammen mit --dry-run: ein unvollständiger Abruf soll den Bestand nicht ändern.
cli-one-off-or-named = Nennen Sie entweder Portale (oder --all) oder --kind zusammen mit --url.
cli-one-off-only = --portal und --ags gehören zu --kind und --url. Ein Portal der Konfiguration nennen Sie ohne --portal.
cli-none-enabled = Kein Portal ist eingeschaltet. Setzen Sie in der Konfiguration enabled = true oder nennen Sie die Portale.
cli-which-portal = { $known ->
    [none] Welches Portal? In der Konfiguration steht noch keines: „datenspiegel portals known“ zeigt bekannte, „datenspiegel portals add ID“ trägt eines ein.
   *[other] Welches Portal? Konfiguriert sind: { $known }.
}
cli-unknown-portal = { $known ->
    [none] Das Portal „{ $portal }“ ist weder konfiguriert noch bekannt, und auch kein anderes. „datenspiegel portals known“ zeigt, welche es gibt, „datenspiegel portals add ID“ trägt eines in die Konfiguration ein.
   *[other] Das Portal „{ $portal }“ ist weder konfiguriert noch bekannt. Bekannt ist: { $known }.
}

cli-run-line = { $portal }: { $state } – { $received } empfangen, { $added } neu, { $changed } geändert, { $same } unverändert, { $retired } stillgelegt, { $rejected } abgewiesen; { $distributions } Dateien und Dienste; { $seconds } s
cli-run-reject = Abgewiesen ({ $position }, { $identifier }):
cli-run-more-rejects = und { $count } weitere; alle nennt „--json“.
cli-run-findings = { $count } Hinweise; sie zeigt „datenspiegel findings { $portal }“.
cli-progress-of = { $done } von { $total }
cli-progress-rate = { $rate }/s
cli-progress-left = noch { $time }
cli-state-running = läuft
cli-state-complete = vollständig
cli-state-complete-with-rejects = mit Abgewiesenen
cli-state-not-modified = unverändert
cli-state-partial = unvollständig
cli-state-failed = fehlgeschlagen
cli-state-quarantined = wartet auf Entscheidung
cli-state-overtaken = überholt
cli-state-withdrawn = herausgenommen
cli-state-never = noch nie abgerufen

run-no-datasets = Darin steht kein Datensatz (dcat:Dataset). Prüfen Sie, ob die Adresse zum Katalog führt; der bisherige Bestand bleibt.
run-all-rejected = Von allem, was das Portal sagt, ließ sich nichts übernehmen (zurückgewiesen: { $rejected }). Die Gründe stehen bei den zurückgewiesenen Einträgen; der Betreiber des Portals kann sie beheben. Der bisherige Bestand bleibt.
run-counts-differ = Das Portal kündigt { $announced } Datensätze an, gekommen sind { $received }. Stillgelegt wird deshalb nichts.
run-below-expected = Erwartet sind mindestens { $expected } Datensätze, gekommen sind { $received }. Der Abruf wartet auf eine Entscheidung.
run-many-missing = Von { $live } Datensätzen fehlen { $missing }. Der Abruf wartet auf eine Entscheidung.
run-relaunch = Von { $live } Kennungen fehlen { $missing }, dafür kamen { $new } neue: Das Portal scheint neu aufgebaut. Der Abruf wartet. „datenspiegel runs NUMMER“ zeigt, welche alten Datensätze zu welchen neuen passen; „runs accept --relaunch NUMMER“ führt sie weiter, „runs accept NUMMER“ nimmt alle als neu, „runs reject NUMMER“ verwirft den Abruf.
run-no-relaunch = Abruf { $run } hat keine Datensätze unter neuer Kennung erkannt. „datenspiegel runs accept { $run }“ nimmt ihn ohne --relaunch an.
run-relaunch-unsure = Der Abruf kam nicht bis zum Ende, und was kam, kennt der Bestand kaum ({ $new } neue Kennungen, { $known } bekannte von { $live }): Vielleicht ist das Portal neu aufgebaut. Übernommen ist davon nichts; ein vollständiger Abruf entscheidet. Endet auch der nächste vorzeitig, wird das Neue aufgenommen.
run-next-page-unread = Die Seite nennt eine weitere, die nicht dabei ist: { $url }. Aus Dateien wird keinem Verweis gefolgt; legen Sie alle Seiten in einen Ordner.
run-too-many = Nach { $limit } Datensätzen ist Schluss. Heben Sie [limits] records für dieses Portal an, wenn es wirklich mehr hat.
run-stopped = Der Abruf wurde abgebrochen. Der bisherige Bestand bleibt.
run-resumed = { $pages } Seiten stammen aus einem Abruf, der abgebrochen war; die erste und die letzte davon sind am Portal unverändert.
cli-harvest-waiting = { $portal } wartet: Am selben Rechner ({ $lane }) wird gerade { $other } abgerufen, von { $owner } seit { $since }. Mit Strg+C brechen Sie ab.
run-owner-lost = Der Prozess { $owner } hat sich nicht mehr gemeldet; der Abruf gilt als fehlgeschlagen. Der bisherige Bestand bleibt.
run-accepted = Eine Person hat diesen Abruf angenommen.
run-not-waiting = Abruf { $run } wartet auf keine Entscheidung (mehr). „datenspiegel runs“ zeigt, wie er steht.
run-outdated = Abruf { $run } ist überholt: Abruf { $later } kam danach. Entscheiden Sie über den neueren oder rufen Sie das Portal erneut ab.
run-pages-lost = Was von Abruf { $run } noch da ist oder das Portal inzwischen sagt, sind nicht mehr dieselben Datensätze ({ $staged } gelesen). Der Abruf wartet weiter, der Bestand bleibt. Rufen Sie { $portal } erneut ab und entscheiden Sie über den neuen Abruf.
run-taken-over = Der Abruf von { $portal } galt als fehlgeschlagen, weil er sich zu lange nicht gemeldet hatte; gespeichert ist davon nichts. Rufen Sie das Portal erneut ab.
run-too-long = Nach { $minutes } Minuten ist Schluss. Gelesen ist, was bis dahin kam; stillgelegt wird nichts. Heben Sie [limits] run_minutes für dieses Portal an, wenn es länger dauern darf.
run-no-progress = { $pages } Seiten hintereinander brachten nichts Neues, zuletzt { $page }. Der Abruf endet hier; stillgelegt wird nichts. Der Betreiber des Portals kann die Verweise auf weitere Seiten berichtigen.
run-system = Das Betriebssystem meldet: { $problem }{ $file ->
    [none] {""}
   *[other] {" "}({ $file })
}. Prüfen Sie Pfad, Rechte und freien Platz; der bisherige Bestand bleibt.
run-unexpected = Der Abruf brach an einem Fehler im Programm ab ({ $problem }). Der bisherige Bestand bleibt. Mit --debug zeigt der Befehl, wo es geschah; bitte melden Sie es.
item-unexpected = An diesem Datensatz scheiterte das Programm selbst. Der bisherige Stand bleibt; bitte melden Sie es mit der Adresse des Datensatzes.
run-rejected = Der Abruf wurde verworfen. Der bisherige Bestand bleibt.
page-truncated = { $page } bricht vor dem Ende ab. Gelesen ist, was vollständig war; stillgelegt wird nichts.
portal-unknown-kind = Portal { $portal }: Die Art „{ $kind }“ gibt es nicht. Möglich sind: { $known }.

cli-portals-short = Portale und ihr Zustand
cli-portals-help = Zeigt, welche Portale konfiguriert oder bekannt sind und wie es um sie steht.
cli-portals-example = datenspiegel portals --json
cli-runs-empty = Noch ist nichts abgerufen worden. „datenspiegel harvest PORTAL“ ruft ein Portal ab.
cli-runs-short = bisherige Abrufe
cli-runs-help = Zeigt die Abrufe eines Portals (oder aller), die neuesten zuerst, und entscheidet über wartende. Mit der Nummer eines Abrufs zeigt der Befehl nur diesen.
cli-runs-example = datenspiegel runs musterstadt
cli-runs-accept-short = einen wartenden Abruf übernehmen
cli-runs-accept-help = Übernimmt einen Abruf, der auf eine Entscheidung wartet.
cli-runs-accept-example = datenspiegel runs accept 17
cli-runs-reject-short = einen wartenden Abruf verwerfen
cli-runs-reject-help = Verwirft einen Abruf, der auf eine Entscheidung wartet; der Bestand bleibt.
cli-runs-reject-example = datenspiegel runs reject 17
cli-runs-rejected = Abruf { $run } des Portals { $portal } ist verworfen.
cli-runs-decide = Entscheiden Sie: „datenspiegel runs accept { $run }“ übernimmt den Abruf, „datenspiegel runs reject { $run }“ verwirft ihn.
cli-runs-unknown = Den Abruf { $run } gibt es nicht. „datenspiegel runs“ zeigt alle.
cli-runs-not-quarantined = Abruf { $run } wartet auf keine Entscheidung ({ $state }).
cli-findings-short = Hinweise
cli-findings-help = Zeigt, was an den Metadaten aufgefallen ist, und was zu tun ist.
cli-findings-example = datenspiegel findings musterstadt --code licence.unknown
cli-option-code = nur diese Art von Hinweis
cli-findings-unknown-code = Die Art „{ $given }“ gibt es nicht. Möglich ist: { $known }.
cli-findings-none = Keine Hinweise.
cli-findings-shown = Gezeigt sind { $shown } von { $total } Hinweisen; alle einer Art zeigen --code und --limit, alle --json mit --limit.
cli-renormalise-short = Bestand nach neuen Vokabularen lesen
cli-renormalise-help = Liest den gespeicherten Bestand neu, nachdem Vokabulare geändert wurden; ohne Netz.
cli-renormalise-example = datenspiegel renormalise
cli-renormalise-done = { $datasets } Datensätze aus { $portals } Portalen gelesen, { $reread } werden nun anders verstanden.
cli-renormalise-busy = { $portal } wird gerade abgerufen und ist ausgelassen. Wiederholen Sie den Befehl, wenn der Abruf beendet ist.
cli-head-portal = Portal
cli-head-kind = Art
cli-head-datasets = Datensätze
cli-head-distributions = Dateien
cli-head-last-success = Letzter Erfolg
cli-head-last-try = Letzter Versuch
cli-head-state = Zustand
cli-head-run = Nr.
cli-head-started = Beginn
cli-head-received = Empf.
cli-head-added = Neu
cli-head-changed = Geänd.
cli-head-same = Gleich
cli-head-retired = Stillg.
cli-head-rejected = Abgew.
cli-head-code = Hinweis
cli-head-findings = Anzahl

cli-compare-short = eine Frage beantworten
cli-compare-help = Beantwortet eine Frage wie auf den Seiten, als Tabelle, JSON oder CSV. Filter lassen sich wiederholen.
cli-compare-example = datenspiegel compare haeufigste-datenbestaende --land 05 --csv
cli-compare-questions = Fragen
cli-compare-unknown = Die Frage „{ $question }“ gibt es nicht. Möglich ist: { $known }.
cli-compare-total = { $shown ->
    [all] { $number ->
        [one] Eine Zeile.
       *[other] { $total } Zeilen.
    }
   *[other] { $shown } von { $total } Zeilen; weitere mit --seite.
}
cli-selection-bad-value = { $parameter ->
    [land] Den Wert „{ $value }“ gibt es für --land nicht. Ein Land hat einen Schlüssel von 01 bis 16.
    [musterdatensatz] Den Wert „{ $value }“ gibt es für --musterdatensatz nicht. Nehmen Sie die URI, das Kürzel oder die Bezeichnung; beides zeigt „datenspiegel compare haeufigste-datenbestaende --json“.
    [lizenz] Den Wert „{ $value }“ gibt es für --lizenz nicht. Alle Kennungen zeigt „datenspiegel licence list“.
   *[other] Den Wert „{ $value }“ gibt es für --{ $parameter } nicht. Was möglich ist, sagt „datenspiegel compare --help“.
}
cli-selection-required = Für diese Frage fehlt --{ $parameter }. Geben Sie die Option genau einmal an.
cli-selection-not-in-list = „{ $value }“ ist kein Wert für --{ $parameter }. Möglich sind: { $allowed }.
cli-selection-repeated = --{ $parameter } darf nur einmal angegeben werden.
cli-selection-page-size = Eine Seite kann höchstens { $largest } Zeilen haben. Wählen Sie --pro-seite kleiner.
cli-selection-land-apart = Länder lassen sich nur für sich vergleichen, weil sie nach anderen Themen gegliedert sind. Geben Sie „--typ land“ allein an und mischen Sie keine Länder mit Kommunen.
cli-compare-brief = Lizenzen, Formate und Standards stehen mit ihrem Kürzel und ihrer Zahl, höchstens die drei häufigsten; alles zeigen --json und --csv.
cli-option-as-csv = Antwort als CSV
cli-option-q = Suchwort
cli-option-kommune = amtlicher Schlüssel oder Name einer Kommune
cli-option-land = Land (2 Ziffern)
cli-option-groesse = Größenklasse der KGSt (1 bis 7, Kreise k1 bis k3)
cli-option-typ = kreisfrei, kreisangehoerig, kreis, verband oder land
cli-option-musterdatensatz = Datenbestand (Musterdatensatz)
cli-option-thema = Thema
cli-option-lizenz = Lizenz
cli-option-offen = ja oder nein
cli-option-format = Format
cli-option-standard = Datenstandard
cli-option-stand = Stand der Daten seit (JJJJ-MM-TT)
cli-option-modified-since = geändert seit (Zeitpunkt nach ISO 8601)
cli-option-sortierung = Spalte, nach der sortiert wird (mit - absteigend)
cli-option-seite = Seite
cli-option-pro-seite = Zeilen je Seite

cli-export-short = DCAT-AP.de-Katalog schreiben
cli-export-help = Schreibt den Katalog als DCAT-AP.de in eine Datei oder mit - in die Standardausgabe.
cli-export-example = datenspiegel export katalog.ttl --land 13
cli-option-syntax = Form der Ausgabe (sonst nach der Endung der Datei)
cli-option-profile = default, oder original mit den Namensräumen der Portale
cli-export-which-format = An „{ $file }“ ist keine Form zu erkennen. Nennen Sie sie mit --format: { $known }.
cli-export-unwritable = { $file } lässt sich nicht schreiben ({ $problem }). Prüfen Sie Ordner, Rechte und freien Platz; was dort stand, ist unverändert.
cli-export-done = { $file }: { $datasets } Datensätze, { $triples } Aussagen.
cli-export-left-out = { $count } Aussagen sind in allen Formen weggelassen, weil XML 1.0 oder RDF sie nicht tragen kann oder ein Browser ihre Adresse ausführen würde, zum Beispiel:

cli-vocab-short = Vokabulare prüfen oder erneuern
cli-vocab-help = Prüft die Vokabulare oder ersetzt sie durch neuere amtliche.
cli-vocab-example = datenspiegel vocab check
cli-vocab-check-short = prüfen
cli-vocab-check-help = Prüft alle Vokabulare: eindeutige Adressen und Namen, gültige Verweise, genannte Quellen.
cli-vocab-check-example = datenspiegel vocab check
cli-vocab-sound = Alle Vokabulare sind in Ordnung.
cli-vocab-update-short = durch neuere amtliche ersetzen
cli-vocab-update-help = Sucht in einem Ordner amtliche Dateien (GV100AD, AuszugGV, SKOS-Listen …) und legt die erneuerten Vokabulare in den Datenordner.
cli-vocab-update-example = datenspiegel vocab update --from amtliche-dateien
cli-option-source = Ordner mit amtlichen Dateien
cli-option-packaged = für Entwickler: die Dateien des Projekts selbst erneuern
cli-vocab-changed = { $file }: { $added } neu, { $changed } geändert, { $removed } entfernt
cli-vocab-updated = { $files } Dateien erneuert in { $folder }. „datenspiegel renormalise“ wendet sie auf den Bestand an.
