# SPDX-License-Identifier: EUPL-1.2
# Lizenzangaben lesen, Lizenzen auflisten und zeigen
cli-licence-short = Lizenzen lesen, zeigen, kombinieren
cli-licence-help = Liest Lizenzangaben, zeigt Lizenzen und prüft, was sich kombinieren lässt.
cli-licence-example = datenspiegel licence read "CC BY 4.0"
cli-licence-read-short = Lizenzangaben lesen
cli-licence-read-help = Sagt, welche Lizenz ein Text oder eine Adresse nennt. „-“ liest je Zeile einen Text oder ein JSON-Objekt mit text und source; eine leere Zeile ist eine fehlende Angabe.
cli-licence-read-example = datenspiegel licence read "Datenlizenz Deutschland – Zero – Version 2.0"
cli-licence-read-source = woher der Text stammt: Name einer Liste oder Adresse eines Portals
cli-licence-list-short = alle Lizenzen auflisten
cli-licence-list-help = Listet Lizenzen, Sammelangaben und Aussagen ohne Lizenz auf.
cli-licence-list-example = datenspiegel licence list
cli-licence-show-short = eine Lizenz zeigen
cli-licence-show-help = Zeigt, was über eine Lizenz bekannt ist.
cli-licence-show-example = datenspiegel licence show dl-by-de-2.0
licence-status-exact = eindeutig
licence-status-likely = wahrscheinlich
licence-status-ambiguous = mehrdeutig
licence-status-unknown = nicht erkannt
licence-status-missing = nicht angegeben
licence-reading-no-text = „text“ und „source“ müssen Texte sein, zum Beispiel {"{"}"text": "CC BY 4.0"{"}"}.
licence-reading-broken-json = Die Zeile beginnt wie ein JSON-Objekt, ist aber keines; prüfen Sie Klammern und Anführungszeichen.
licence-reading-nul = Der Text enthält ein NUL-Zeichen; entfernen Sie es.
licence-reading-too-long = Der Text ist länger als { $longest } Zeichen; geben Sie nur die Lizenzangabe an.
licence-reading-no-such-id =
    { $near ->
        [none] Eine Lizenz „{ $value }“ gibt es hier nicht. Alle Kennungen zeigt: datenspiegel licence list.
       *[other] Eine Lizenz „{ $value }“ gibt es hier nicht. Meinten Sie { $near }? Alle Kennungen zeigt: datenspiegel licence list.
    }
licence-fact-id = Kennung
licence-fact-name = Name
licence-fact-kind = Art
licence-fact-open = offen
licence-fact-hvd = für hochwertige Datensätze geeignet
licence-fact-spdx = SPDX
licence-fact-url = Lizenztext
licence-fact-members = kann meinen
licence-fact-grants = Nach dem Lizenztext vereinbart
licence-fact-asks = Der Lizenztext verlangt
licence-fact-excludes = Der Lizenztext schließt aus
licence-kind-licence = Lizenz
licence-kind-class = Sammelangabe
licence-kind-statement = Aussage, keine Lizenz
licence-kind-none = keine Angabe
licence-flag-yes = ja
licence-flag-no = nein
licence-flag-unclear = ungeklärt
licence-flag-equivalent = gleichwertig
licence-flag-not-a-licence = keine Lizenz
licence-flag-not-reviewed = nicht geprüft
licence-flag-approved-as-group-only = nur als Gruppe anerkannt
licence-flag-yes-if-the-statement-is-right = ja, wenn die Aussage stimmt
licence-fact-no-advice = Keine Rechtsberatung. Maßgeblich ist der Lizenztext.
licence-default = Die Lizenzangabe „{ $value }“ ist der Vorgabewert dieses Portals; niemand hat sie für diese Daten erklärt.
licence-default-mend = Geben Sie die tatsächliche Lizenz mit ihrer URI aus http://dcat-ap.de/def/licenses an, oder lassen Sie das Feld leer.
config-licence-unread = { config-place }: „{ $key }“ ist keine bekannte Lizenz: „{ $value }“. Alle Kennungen zeigt: datenspiegel licence list.
web-status-default = Vorgabewert des Portals
licence-reading-half-signs = Der Text enthält halbe Unicode-Zeichen (einzelne Surrogate); entfernen Sie sie.
