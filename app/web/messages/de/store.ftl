# SPDX-License-Identifier: EUPL-1.2
### Was mit der Datenbank nicht geht (store). Jeder Satz nennt die Datenbank oder das Portal und sagt, was zu tun ist.

store-url = Die Adresse der Datenbank „{ $store }“ ist nicht zu lesen. Schreiben Sie sqlite:///data/datenspiegel.db oder postgresql://benutzer@rechner/datenbank.
store-dialect = Die Datenbank „{ $dialect }“ wird nicht unterstützt. Möglich sind: { $known }.
store-memory = Eine Datenbank im Arbeitsspeicher geht mit dem Ende des Programms verloren. Nennen Sie eine Datei: sqlite:///data/datenspiegel.db.
store-driver = Für PostgreSQL fehlt der Treiber psycopg. Installieren Sie ihn mit pip install "datenspiegel[postgres]" oder nehmen Sie eine SQLite-Datenbank.
store-folder = Der Ordner { $folder } für die Datenbank lässt sich nicht anlegen ({ $reason }). Legen Sie ihn an, so dass Ihr Benutzer darin schreiben darf, oder nennen Sie mit --database einen anderen Ort.
store-unopenable = Die Datenbank { $store } lässt sich nicht öffnen ({ $reason }). Prüfen Sie, ob der Pfad eine Datei ist und ob Sie in ihrem Ordner schreiben dürfen.
store-unreachable = Die Datenbank { $store } ist nicht zu erreichen ({ $reason }). Prüfen Sie Rechner, Benutzer und Kennwort und ob der Dienst läuft.
store-unprepared = Die Datenbank { $store } ist noch leer. Rufen Sie zuerst ein Portal ab (datenspiegel harvest) oder starten Sie datenspiegel up.
store-foreign = In { $store } liegen Tabellen eines anderen Programms. Nennen Sie mit --database eine eigene Datenbank.
store-newer = Die Datenbank { $store } stammt aus einer neueren Version (Stand { $found }, bekannt ist { $known }). Installieren Sie die neuere Version von Datenspiegel oder nennen Sie eine andere Datenbank.
store-corrupt = Die Datenbank { $store } ist beschädigt oder keine Datenbank ({ $reason }). Spielen Sie eine Sicherung ein oder nennen Sie eine andere Datei.
store-locked = Die Datenbank { $store } wird gerade von einem anderen Prozess beschrieben. Versuchen Sie es noch einmal, wenn er fertig ist.
store-full = Für die Datenbank { $store } ist kein Platz mehr auf dem Datenträger. Der bisherige Bestand bleibt; schaffen Sie Platz und rufen Sie das Portal noch einmal ab.
store-readonly = In die Datenbank { $store } darf nicht geschrieben werden ({ $reason }). Geben Sie Ihrem Benutzer das Recht dazu oder nennen Sie mit --database eine andere Datenbank. SQLite braucht es an der Datei und an ihrem Ordner, auch zum Lesen.
store-failed = Die Datenbank { $store } hat die Anweisung abgelehnt ({ $reason }). Es wurde nichts geändert. Mit --debug sehen Sie mehr.
store-other-url = Das Portal { $portal } ist mit einer anderen Adresse bekannt: { $known }. Nennen Sie für { $given } mit --portal eine andere Kennung.
store-lane-taken = Am selben Rechner ({ $lane }) wird gerade { $other } abgerufen, von { $owner } seit { $since }. { $portal } kommt danach an die Reihe: Versuchen Sie es später noch einmal.
store-run-active = { $owner ->
    [none] Das Portal { $portal } wird gerade von einem anderen Prozess abgerufen.
   *[other] Das Portal { $portal } wird seit { $since } von { $owner } abgerufen.
} Warten Sie, bis dieser Abruf zu Ende ist.
store-filter = Der Filter „{ $filter }“ kennt den Wert „{ $value }“ nicht. Prüfen Sie die Schreibweise.
