# SPDX-License-Identifier: EUPL-1.2
### Was die Arbeit anhält: Konfiguration (config) und Abruf (answer, item, portal).
### Jeder Satz nennt Datei, Portal oder Argument und sagt, was zu tun ist.

## Konfiguration: Ort und Datei
config-place = { $line ->
    [none] { $file }
   *[other] { $file }, Zeile { $line }
}
config-several = { $file }: { $count } Angaben sind zu berichtigen.
config-missing = Die Konfigurationsdatei { $file } gibt es nicht. Prüfen Sie den Pfad hinter --config oder in DATENSPIEGEL_CONFIG.
config-unreadable = Die Konfigurationsdatei { $file } lässt sich nicht lesen. Prüfen Sie, ob es eine Datei ist und ob Sie sie lesen dürfen.
config-not-utf8 = { config-place }: Die Datei ist nicht in UTF-8 gespeichert. Speichern Sie sie mit dieser Kodierung.
config-broken = { config-place }: Das ist kein gültiges TOML: „{ $text }“. Texte gehören in Anführungszeichen, jede Angabe in eine eigene Zeile.

## Konfiguration: Schlüssel
config-unknown-key = { config-place }: Den Schlüssel „{ $key }“ gibt es nicht. Gemeint ist wohl „{ $known }“.
config-unknown-key-alone = { config-place }: Den Schlüssel „{ $key }“ gibt es nicht. Möglich sind: { $known }.
config-missing-key = { config-place }: Dem Portal fehlt „{ $needed }“. Ergänzen Sie diese Angabe.
config-portal-not-repeated = { config-place }: Portale stehen je in einem eigenen Block, der mit [[portal]] beginnt (doppelte Klammern).
config-wrong-type = { config-place }: „{ $key }“ erwartet { $expected ->
    [text] einen Text in Anführungszeichen
    [whole_number] eine ganze Zahl
    [number] eine Zahl
    [yes_no] true oder false
    [list] eine Liste von Texten in eckigen Klammern
   *[table] einen Abschnitt mit eigenen Schlüsseln
}, dort steht { $given ->
    [text] ein Text
    [whole_number] eine ganze Zahl
    [number] eine Kommazahl
    [yes_no] true oder false
    [list] eine Liste
    [table] ein Abschnitt
   *[date] ein Datum
}.

## Konfiguration: Werte
config-empty = { config-place }: „{ $key }“ ist leer. Tragen Sie einen Wert ein oder entfernen Sie die Zeile.
config-too-small = { config-place }: „{ $key }“ ist { $value }, mindestens { $minimum } ist möglich.
config-too-large = { config-place }: „{ $key }“ ist { $value }, höchstens { $maximum } ist möglich.
config-impolite-gap = { config-place }: „{ $key }“ ist zu klein. Zwischen zwei Anfragen liegen mindestens { $minimum } Millisekunden; kürzer nur bei Adressen dieses Rechners.
config-not-one-of = { config-place }: „{ $key }“ ist „{ $value }“, möglich sind: { $allowed }.
config-not-an-address = { config-place }: „{ $key }“ ist keine vollständige Webadresse: „{ $value }“. Sie beginnt mit https:// oder http://.
config-not-a-portal-address = { config-place }: „{ $key }“ ist weder eine Webadresse noch eine Datei: „{ $value }“. Möglich sind https://, http://, file: und ein Pfad.
config-not-bare = { config-place }: An „{ $key }“ werden Pfade angehängt; nehmen Sie ? und # samt allem dahinter weg: „{ $value }“.
config-not-a-contact = { config-place }: „{ $key }“ ist weder eine Webadresse noch eine E-Mail-Adresse: „{ $value }“.
config-bad-portal-id = { config-place }: „{ $value }“ taugt nicht als Kennung eines Portals. Erlaubt sind Kleinbuchstaben, Ziffern und Bindestriche, höchstens 64 Zeichen.
config-duplicate-portal = { config-place }: Die Kennung „{ $value }“ ist schon vergeben. Jedes Portal braucht eine eigene.
config-bad-kind = { config-place }: Die Portalart „{ $value }“ gibt es nicht. Möglich sind: { $allowed }.
config-bad-official-key = { config-place }: „{ $value }“ ist kein amtlicher Schlüssel. Er hat 2 (Land), 5 (Kreis), 8 (Gemeinde) oder 9 Ziffern (Gemeindeverband) und beginnt mit 01 bis 16.
config-not-host-and-port = { config-place }: „{ $value }“ ist kein Paar aus Rechner und Port. Beispiel: "127.0.0.1:8765".
config-bad-database = { config-place }: „{ $key }“ ist keine Datenbankadresse, mit der Datenspiegel arbeitet. Möglich sind sqlite:///pfad/zur/datei und postgresql://rechner/name.
config-secret = { config-place }: „{ $key }“ enthält ein Passwort. Nehmen Sie es aus der Datei und setzen Sie die ganze Adresse in die Umgebung (DATENSPIEGEL_DATABASE_URL oder DATENSPIEGEL_PROXY); Portale brauchen keins.
config-bad-timezone = { config-place }: Die Zeitzone „{ $value }“ gibt es nicht. Beispiel: "Europe/Berlin".
config-bad-schedule = { config-place }: Der Zeitplan „{ $value }“ lässt sich nicht lesen{ $field ->
    [all] : Er hat fünf Felder (Minute, Stunde, Tag, Monat, Wochentag).
    [minute] , bei den Minuten: „{ $part }“.
    [hour] , bei den Stunden: „{ $part }“.
    [day] , bei den Tagen: „{ $part }“.
    [month] , bei den Monaten: „{ $part }“.
   *[weekday] , bei den Wochentagen: „{ $part }“.
} Beispiel: "0 3 * * sun".
config-weekday-number = { config-place }: Im Zeitplan „{ $value }“ ist der Wochentag eine Zahl. Zahlen werden je nach Programm verschieden gezählt; schreiben Sie mon, tue, wed, thu, fri, sat oder sun.
