# SPDX-License-Identifier: EUPL-1.2
### Sichern, Wiederherstellen, Vergessen: Hilfe und Meldungen.

backup-exists = Die Datei { $file } gibt es schon; eine Sicherung überschreibt nichts. Nennen Sie einen anderen Namen.
backup-unreadable = Die Sicherung { $file } lässt sich nicht lesen ({ $reason }). Prüfen Sie Pfad und Rechte.
backup-not-one = { $file } ist keine Sicherung von Datenspiegel. Nennen Sie eine Datei, die „datenspiegel backup“ geschrieben hat.
backup-damaged = Die Sicherung { $file } ist beschädigt: Prüfsummen oder Inhalt stimmen nicht. Es wurde nichts geändert; nehmen Sie eine andere Sicherung oder kopieren Sie diese neu.
backup-newer = Die Sicherung { $file } stammt aus der neueren Version { $version }. Es wurde nichts geändert; installieren Sie diese Version von Datenspiegel.
restore-not-empty = In { $store } liegt schon ein Bestand. Mit --replace tritt die Sicherung an seine Stelle; sichern Sie ihn vorher.
run-blocked-meanwhile = Während des Abrufs von { $portal } wurde ein Begriff vergessen, der im Gelesenen stehen kann; gespeichert ist davon nichts. Rufen Sie das Portal erneut ab.
forget-empty = Im Begriff steht kein Wort und keine Telefonnummer. Nennen Sie Name, Mailadresse oder Telefonnummer.
forget-short = Der Begriff ist so kurz, dass er anderes treffen kann als die Person. Nennen Sie Vor- und Nachnamen oder bestätigen Sie mit --force.
forget-common = Der Begriff steht in { $datasets } Datensätzen und meint vermutlich nicht eine Person. Nennen Sie Vor- und Nachnamen oder bestätigen Sie mit --force.

cli-backup-short = den Bestand sichern
cli-backup-help = Schreibt den ganzen Bestand in eine Datei, während andere lesen und abrufen: alle Tabellen, Ihre Korrekturen und neuere Vokabulare. Die Datei passt zu SQLite und zu PostgreSQL. Sie enthält Ansprechpersonen; verwahren Sie sie entsprechend.
cli-backup-example = datenspiegel backup sicherung.zip
cli-backup-done = Gesichert: { $datasets } Datensätze, { $rows } Zeilen, { $file } ({ $megabytes } MB).
cli-backup-no-folder = Den Ordner { $folder } für { $file } gibt es nicht. Legen Sie ihn an oder nennen Sie einen anderen.
cli-backup-progress = sichern

cli-restore-short = eine Sicherung einspielen
cli-restore-help = Prüft eine Sicherung ganz und setzt sie dann in einem Schritt an die Stelle des Bestands; bis dahin bleibt der alte. Gesperrte Begriffe bleiben gesperrt.
cli-restore-example = datenspiegel restore sicherung.zip --replace
cli-option-replace = den vorhandenen Bestand ersetzen
cli-restore-checking = prüfen
cli-restore-loading = einspielen
cli-restore-done = Eingespielt: { $datasets } Datensätze, { $rows } Zeilen vom { $made }.
cli-restore-masked = Darin standen gesperrte Begriffe; aus { $rows } Zeilen wurden sie entfernt.

cli-forget-short = eine Person vergessen
cli-forget-help = Löscht einen Namen, eine Mailadresse oder eine Telefonnummer aus Bestand, Verlauf, Hinweisen, Zwischenspeicher und Suche und sperrt den Begriff für spätere Abrufe und eingespielte Sicherungen. Mit „-“ wird der Begriff von der Standardeingabe gelesen; er bleibt so aus dem Verlauf der Befehlszeile.
cli-forget-example = datenspiegel forget "Erika Muster" --dry-run
cli-forget-dry-run = nur zählen, nichts ändern
cli-option-force = auch kurze und häufige Begriffe
cli-forget-searching = suchen
cli-forget-would = Der Begriff steht in { $rows } Zeilen von { $datasets } Datensätzen, { $persons } Angaben zu Personen und { $files } Dateien. Geändert wurde nichts.
cli-forget-done = Vergessen: { $rows } Zeilen von { $datasets } Datensätzen geschwärzt, { $persons } Angaben zu Personen gelöscht, { $files } Dateien entfernt, Suche neu gebaut. Der Begriff ist gesperrt.
cli-forget-elsewhere = Der Begriff steht noch in { $file }; diese Datei gehört nicht zum Bestand. Löschen Sie sie selbst.
cli-forget-backups = Ältere Sicherungen enthalten ihn noch. Beim Einspielen in diesen Bestand wird er entfernt; löschen Sie Sicherungen, die Sie nicht brauchen.
