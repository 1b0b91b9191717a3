# SPDX-License-Identifier: EUPL-1.2
### Die Befehle „portals known“, „portals add“, „portals detect“ und „portals remove“.

cli-portals-known-short = Verzeichnis deutscher Portale
cli-portals-known-help = Zeigt Portale von Gemeinden, Kreisen, Verbänden, Regionen, Ländern und Bund, die in öffentlichen Listen stehen: Art, Adresse, amtlicher Schlüssel. Kein Portal wird dabei abgerufen. Mit ✓ steht eines schon in der Konfiguration. „geprüft“ nennt den Tag, an dem der Betreiber der Liste nachgesehen hat.
cli-portals-known-example = datenspiegel portals known --land SH --kind ckan
cli-portals-known-land = nur dieses Land: Schlüssel, Abkürzung oder Name
cli-portals-known-kind = nur diese Art von Portal
cli-portals-empty = Noch ist kein Portal eingerichtet. „datenspiegel portals known“ zeigt bekannte, „datenspiegel portals add ID“ trägt eines in die Konfiguration ein; ein Versuch ohne Konfiguration: datenspiegel harvest --kind KIND --url URL --dry-run
cli-portals-count = { $count ->
    [one] Ein Portal.
   *[other] { $count } Portale.
} Eines übernimmt „datenspiegel portals add ID“ in die Konfiguration.
cli-portals-none = Dazu steht kein Portal im Verzeichnis. „datenspiegel portals detect ADRESSE“ findet heraus, was eine Adresse anbietet.
cli-portals-unverified = ungeprüft
cli-head-title = Titel
cli-head-level = Ebene
cli-head-key = Schlüssel
cli-head-checked = geprüft
cli-head-url = Adresse

cli-portals-add-short = ein Portal des Verzeichnisses in die Konfiguration übernehmen
cli-portals-add-help = Hängt den Block eines Portals aus dem Verzeichnis an die Konfigurationsdatei an. Was darin steht, bleibt unverändert, auch die Kommentare. Abgerufen wird nichts.
cli-portals-add-example = datenspiegel portals add rostock --enable
cli-portals-add-file = Datei, an die angehängt wird (sonst die geltende Konfiguration)
cli-portals-add-enable = für den Zeitplan einschalten
cli-portals-added = { $portal } steht nun in { $file }. Probieren Sie es aus, ohne etwas zu speichern: datenspiegel harvest { $portal } --dry-run --limit 20
cli-portals-unknown = Das Portal „{ $portal }“ steht nicht im Verzeichnis.{ $near ->
    [none] {""}
   *[other] {" "}Ähnlich: { $near }.
} Alle zeigt „datenspiegel portals known“.
cli-portals-double = Das Portal steht schon in { $file }: { $portal } mit der Adresse { $url }. Geändert ist nichts.
cli-portals-not-addable = An { $file } lässt sich kein Block anhängen: danach wäre die Datei keine gültige Konfiguration. Geändert ist nichts. Schreiben Sie Portale dort als [[portal]].

cli-portals-detect-short = herausfinden, welchen Katalog eine Adresse anbietet
cli-portals-detect-help = Fragt eine Adresse nacheinander nach jeder Art von Katalog, zuerst nach RDF, mit höchstens 20 Abrufen und nur, wo robots.txt es zulässt. Was gefragt wurde und was dagegen sprach, geht in die Fehlerausgabe; der Block für die Konfiguration allein in die Ausgabe, sodass sich „>> config.toml“ anhängen lässt. Der Schlüssel steht als Kommentar da, wenn er nur wahrscheinlich ist.
cli-portals-detect-example = datenspiegel portals detect https://opendata.musterstadt.example
cli-portals-no-address = „{ $url }“ ist keine Adresse (http oder https, ohne Kennwort). Schreiben Sie zum Beispiel https://opendata.musterstadt.example.
cli-portals-unwritable = { $file } lässt sich nicht schreiben ({ $problem }). Prüfen Sie die Rechte an Datei und Ordner oder nennen Sie mit --file eine andere Datei. Geändert ist nichts.
cli-portals-html = eine Internetseite (HTML), kein Katalog
cli-portals-status = nicht da (Status { $status })
cli-portals-already = Diese Adresse steht schon in der Konfiguration, als { $portal }. Hängen Sie den Block nicht an.
cli-portals-found = Gefunden nach { $count ->
    [one] einem Abruf.
   *[other] { $count } Abrufen.
} Der Block für die Konfiguration:
cli-portals-nothing = Unter { $url } ist nach { $count ->
    [one] einem Abruf
   *[other] { $count } Abrufen
} kein Katalog gefunden. Fragen Sie den Betreiber nach der Adresse des DCAT-AP.de-Katalogs oder nennen Sie die Adresse der Schnittstelle.
cli-portals-datasets = { $count ->
    [none] Katalog gefunden
   *[other] { $count } Datensätze
}
cli-portals-likely = nur wahrscheinlich: { $name }; bitte prüfen
cli-portals-page-title = Titel der Internetseite; der Katalog nennt keinen. Bitte prüfen
cli-portals-detected = gefunden mit „portals detect“: { $url }
detect-enough = Mehr als { $limit } Abrufe macht die Suche nicht. Nennen Sie die Adresse des Katalogs genauer.
detect-too-long = Nach { $seconds } Sekunden ist Schluss. Versuchen Sie es später oder nennen Sie die Adresse des Katalogs genauer.
detect-robots = robots.txt lässt den Abruf von { $url } nicht zu. Nennt der Betreiber die Adresse als Schnittstelle, tragen Sie sie selbst in die Konfiguration ein.
detect-robots-unread = robots.txt von { $url } ist gerade nicht zu lesen; bis dahin wird dort nichts gesucht. Versuchen Sie es später.
detect-empty = { $url } nennt keinen Datensatz. Prüfen Sie, ob der Katalog an anderer Stelle liegt.
detect-no-ckan = { $url } antwortet nicht wie CKAN. Hat das Portal eines, nennen Sie die Adresse bis vor /api/3/action.
detect-no-open-records = { $url } hat keine Datensätze mit dem Schlüsselwort opendata. Ein anderes nennt ?keyword=… hinter der Adresse in der Konfiguration.
detect-one-dataset = Der Verweis führt zu einzelnen Datensätzen, nicht zu einem Katalog. Nennen Sie die Adresse des Katalogs.
detect-unexpected = An dieser Antwort scheiterte das Programm selbst ({ $problem }); bitte melden Sie es mit der Adresse.

cli-portals-remove-short = ein Portal aus dem Bestand entfernen
cli-portals-remove-help = Nimmt ein Portal mit allem, was es gebracht hat, aus dem Bestand: Datensätze, Verlauf, Hinweise, Abrufe. Mit --keep-history gehen nur die Datensätze aus Suche, Vergleichen und Feed; Kennungen, Verlauf, Abrufe und Tageszahlen bleiben, und ein späterer Abruf holt die Datensätze unter denselben Kennungen zurück. Der Befehl fragt vorher nach. In der Konfiguration ändert er nichts.
cli-portals-remove-example = datenspiegel portals remove musterstadt --keep-history
cli-portals-remove-keep-history = Kennungen, Verlauf, Abrufe und Tageszahlen behalten
cli-portals-remove-yes = nicht nachfragen
cli-portals-remove-demo = Das Demonstrationsportal entfernt ein eigener Befehl, der sich merkt, dass es nicht zurückkommen soll: datenspiegel demo remove
cli-portals-remove-not-held = Von { $portal } ist nichts im Bestand; es steht nur in der Konfiguration. Nehmen Sie den [[portal]]-Block aus { $file } heraus.
cli-portals-remove-unasked = Hier kann niemand gefragt werden. Soll { $portal } ohne Nachfrage entfernt werden, nennen Sie --yes.
cli-portals-remove-what = { $portal } ({ $url }) wird mit allem gelöscht: { $datasets ->
    [one] 1 Datensatz
   *[other] { $datasets } Datensätze
}, { $retired } stillgelegte, { $runs ->
    [one] 1 Abruf
   *[other] { $runs } Abrufe
}, dazu Verlauf, Hinweise und Tageszahlen. Zurück bringt sie nur eine Sicherung („datenspiegel backup DATEI“).
cli-portals-withdraw-what = { $datasets ->
    [one] Ein Datensatz
   *[other] { $datasets } Datensätze
} von { $portal } ({ $url }) { $datasets ->
    [one] wird
   *[other] werden
} stillgelegt. Kennungen, Verlauf, Tageszahlen und { $runs ->
    [one] 1 Abruf
   *[other] { $runs } Abrufe
} bleiben, ebenso { $retired } schon stillgelegte.
cli-portals-remove-sure = Fortfahren? [j/N]
cli-portals-remove-done = { $portal } ist entfernt: { $datasets ->
    [one] 1 Datensatz
   *[other] { $datasets } Datensätze
} (mit den stillgelegten) und { $runs ->
    [one] 1 Abruf
   *[other] { $runs } Abrufe
}.
cli-portals-withdraw-done = { $portal }: { $datasets ->
    [one] 1 Datensatz
   *[other] { $datasets } Datensätze
} stillgelegt. Verlauf und Abrufe sind noch da; „datenspiegel harvest { $portal }“ holt sie zurück.
cli-portals-remove-block = { $portal } steht noch in { $file }. Nehmen Sie den [[portal]]-Block dort heraus, sonst bringt der nächste Abruf das Portal zurück.
run-withdrawn = Der Betreiber dieser Installation hat die Datensätze des Portals aus dem Bestand genommen; der Verlauf bleibt.
