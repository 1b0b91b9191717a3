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
config-bad-database = { config-place }: Mit dieser Datenbankadresse arbeitet Datenspiegel nicht. Möglich sind sqlite:///pfad/zur/datei und postgresql://rechner/name.
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

## Abruf: Antworten, die kein Katalog sind
answer-empty = { $page }: Die Antwort ist leer. Öffnen Sie die Adresse im Browser; liefert sie auch dort nichts, ist der Betreiber des Portals gefragt.
answer-html = { $page }: Statt eines Katalogs kam eine Internetseite (HTML). Tragen Sie die Adresse ein, unter der das Portal seinen Katalog als RDF anbietet; sie endet oft auf .rdf, .ttl oder .jsonld.
answer-doctype = { $page }: Das XML enthält eine DOCTYPE-Angabe und wird aus Sicherheitsgründen nicht gelesen. Entfernen Sie sie aus der Datei oder bitten Sie den Betreiber des Portals darum.
answer-other-xml = { $page }: Das XML beginnt mit <{ $element }> und ist kein RDF. Prüfen Sie die Adresse und die Portalart.
answer-plain-json = { $page }: Das ist JSON ohne Verknüpfung zu RDF (kein JSON-LD). Prüfen Sie die Portalart; eine CKAN-Schnittstelle ist zum Beispiel kind = "ckan".
answer-broken-json = { $page }: Das JSON ist beschädigt ({ $problem ->
    [truncated] es bricht vor dem Ende ab
   *[other] { $problem }
}). Laden Sie die Datei erneut; hilft das nicht, ist der Betreiber des Portals gefragt.
answer-packed = { $page }: Das ist eine gepackte Datei ({ $packed }), die nicht entpackt wird. Tragen Sie die Adresse des Katalogs selbst ein; als gepackte Datei darf er mit gzip gepackt sein.
answer-not-rdf = { $page }: Das ist kein RDF in einer der Formen RDF/XML, Turtle, N-Triples oder JSON-LD. Es beginnt mit „{ $start }“. Prüfen Sie die Adresse.
answer-unreadable = { $page }: Die Seite ist auch nach dem Ausbessern nicht lesbar ({ $problem }). Der Betreiber des Portals kann den Fehler beheben.
answer-truncated = { $page }: Die Antwort bricht ab, bevor der erste Datensatz vollständig ist. Rufen Sie sie erneut ab; bleibt es dabei, ist der Betreiber des Portals gefragt.
answer-too-deep = { $page }: Die Angaben sind mehr als { $limit } Ebenen tief ineinander geschachtelt und werden deshalb nicht gelesen. Der Betreiber des Portals kann den Fehler beheben.
answer-entangled = { $page }: Die Datensätze der Seite verweisen so ineinander, dass jeder fast die ganze Seite umfasst. Sie wird deshalb nicht gelesen; der Betreiber des Portals kann das beheben.
answer-remote-context = { $page }: Das JSON-LD verweist auf einen Kontext im Netz ({ $problem }). Solche Verweise werden nicht verfolgt; die Datei muss ihren Kontext selbst enthalten.
answer-ckan-html = { $page }: Statt einer Antwort der CKAN-Schnittstelle kam eine Internetseite (HTML). Tragen Sie die Adresse des Portals ohne /dataset ein, zum Beispiel https://opendata.beispiel.de; bietet es keine Schnittstelle unter /api/3/action an, prüfen Sie die Portalart.
answer-ckan-not-json = { $page }: Das ist kein JSON, wie es die CKAN-Schnittstelle liefert. Es beginnt mit „{ $start }“. Prüfen Sie die Adresse und die Portalart; einen Katalog als RDF liest kind = "dcat".
answer-ckan-refused = { $page }: Die CKAN-Schnittstelle lehnt die Anfrage ab: „{ $problem }“. Prüfen Sie die Adresse; bleibt es dabei, ist der Betreiber des Portals gefragt.
answer-no-packages = { $page }: Das JSON enthält keine Datensätze, wie CKAN sie beschreibt. Gelesen werden Antworten von package_search, package_show und package_list_with_resources; für JSON-LD nehmen Sie kind = "dcat".

## Abruf: Dateien
file-missing = Die Datei { $file } gibt es nicht. Prüfen Sie den Pfad.
file-forbidden = Die Datei { $file } darf nicht gelesen werden. Prüfen Sie ihre Rechte.
file-unreadable = Die Datei { $file } lässt sich nicht lesen ({ $problem }).
file-not-a-file = { $file } ist weder eine Datei noch ein Ordner. Geben Sie die Datei selbst an.
file-empty-folder = Im Ordner { $file } liegt keine Datei. Legen Sie die Seiten des Portals hinein.
file-too-large = Die Datei { $file } ist mit { $size } Byte größer als die Grenze von { $limit } Byte. Heben Sie [limits] answer_mb an, wenn sie so groß sein soll.
file-unfolds = Die gepackte Datei { $file } ist entpackt größer als die Grenze von { $limit } Byte. Heben Sie [limits] answer_mb an, wenn sie so groß sein soll.
file-damaged = Die gepackte Datei { $file } ist beschädigt oder bricht vor ihrem Ende ab. Holen Sie sie noch einmal.

## Abruf: Netz
network-scheme = { $url } ist keine Adresse, die abgerufen wird. Möglich sind http:// und https://.
network-unknown-host = Den Rechner { $host } kennt das Netz nicht. Prüfen Sie die Schreibweise der Adresse und die Verbindung.
network-private-address = { $host }, Port { $port }, gehört nicht zum öffentlichen Netz und wird deshalb nicht abgerufen. Liegt das Portal in Ihrem eigenen Netz, tragen Sie den Rechner mit seinem Port unter [harvest] allow_private ein.
network-no-connection = { $host }, Port { $port }, nimmt keine Verbindung an: { $problem ->
    [refused] dort läuft kein Dienst
    [timeout] der Rechner meldete sich nicht rechtzeitig
    [unreachable] es führt kein Weg dorthin
    [reset] die Gegenseite brach ab
   *[other] der Versuch scheiterte
}. Versuchen Sie es später; der bisherige Bestand bleibt.
network-no-answer = { $url } antwortet nicht, wie es soll: { $problem ->
    [refused] dort läuft kein Dienst
    [timeout] die Gegenseite meldete sich nicht rechtzeitig
    [unreachable] es führt kein Weg dorthin
    [reset] die Gegenseite brach die Verbindung ab
    [closed] die Gegenseite beendete die Verbindung, ohne zu antworten
    [protocol] was zurückkam, ist kein HTTP
   *[other] die Verbindung ging verloren
}. Versuchen Sie es später; der bisherige Bestand bleibt.
network-timeout = { $url } war nach { $seconds } Sekunden nicht vollständig da. Versuchen Sie es später oder heben Sie [limits] request_seconds an.
network-tls = { $url }: Die gesicherte Verbindung kam nicht zustande: { $problem ->
    [expired] das Zertifikat ist abgelaufen
    [own] der Rechner hat sich sein Zertifikat selbst ausgestellt
    [name] das Zertifikat gilt für einen anderen Rechner
    [certificate] das Zertifikat lässt sich nicht prüfen
   *[other] beide Seiten fanden kein gemeinsames Verfahren
}. Nutzt Ihr Netz eigene Zertifikate, nennen Sie sie unter [harvest] ca_bundle; sonst ist der Betreiber des Portals gefragt.
network-status = { $url } antwortet mit dem Status { $status }. Öffnen Sie die Adresse im Browser und berichtigen Sie sie, oder versuchen Sie es später.
network-later = { $url } bittet mit Status { $answered } darum, erst ab { $until } wieder gefragt zu werden. Dieser Abruf endet hier; der Zeitplan hält sich daran, „datenspiegel harvest“ von Hand nicht.
network-not-modified = { $url } sagt, dass sich seit dem letzten Abruf nichts geändert hat. Zu tun ist nichts.
network-too-many-redirects = { $url } leitet zu oft weiter. Tragen Sie die Adresse ein, bei der man im Browser ankommt.
network-too-large = { $url }: Die Antwort ist größer als { $limit } Byte. Heben Sie [limits] answer_mb für dieses Portal an, wenn sie so groß sein soll.
network-run-too-large = { $url }: Alle Antworten zusammen sind größer als { $limit } Byte. Heben Sie [limits] run_mb für dieses Portal an, wenn es so viel sein soll.
network-cut = { $url }: Die Antwort bricht vor ihrem Ende ab. Versuchen Sie es später; der bisherige Bestand bleibt.
network-damaged = { $url }: Die gepackte Antwort ist beschädigt. Versuchen Sie es später; bleibt es dabei, ist der Betreiber des Portals gefragt.
network-encoding = { $url }: Die Antwort ist auf eine Art gepackt, die nicht verlangt war ({ $encoding }). Der Betreiber des Portals kann das abstellen.
paging-repeats = { $page }: Die Seiten nehmen kein Ende, bringen aber nichts Neues mehr. Gelesen ist, was bis hierhin kam; der Betreiber des Portals kann das beheben.
paging-circle = { $page }: Die Verweise auf die nächste Seite führen im Kreis. Der Betreiber des Portals kann das beheben; gelesen ist, was bis hierhin kam.

## Abruf: einzelne Datensätze, die nicht übernommen werden
item-no-identity = Der Datensatz hat keine eigene Adresse und keinen Bezeichner (dct:identifier). Ohne ihn ließe er sich beim nächsten Abruf nicht wiedererkennen; das Portal muss einen vergeben.
item-broken-xml = Das XML des Datensatzes ist beschädigt und ließ sich nicht ausbessern. Das Portal muss es berichtigen.
item-broken-statement = Die Aussage ist kein gültiges Turtle oder N-Triples und ließ sich nicht ausbessern. Das Portal muss sie berichtigen.
item-broken-node = Der Knoten ist kein gültiges JSON-LD. Das Portal muss ihn berichtigen.
item-broken-json = Das JSON des Datensatzes ist beschädigt und ließ sich nicht lesen. Das Portal muss es berichtigen.
item-no-package = Der Eintrag beschreibt keinen Datensatz, wie CKAN es tut. Das Portal muss ihn berichtigen oder weglassen.
item-too-deep = Die Angaben des Datensatzes sind mehr als 64 Ebenen tief ineinander geschachtelt. Das Portal muss sie vereinfachen.
item-truncated = Die Seite bricht mitten in diesem Datensatz ab. Rufen Sie sie erneut ab.
