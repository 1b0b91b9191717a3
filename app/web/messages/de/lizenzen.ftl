# SPDX-License-Identifier: EUPL-1.2
# Lizenzen: Liste, eine Lizenz, nebeneinander

question-lizenzen-title = Lizenzen
question-lizenzen-short = Lizenzen
question-lizenzen-description = Unter welchen Lizenzen offene Daten stehen, was die Lizenztexte einräumen und verlangen und wie oft sie vorkommen.
question-lizenz-title = Kommunen mit dieser Lizenz
question-lizenz-short = Kommunen
question-lizenz-description = Welche Kommunen Datenbestände unter einer Lizenz bereitstellen.

column-familie = Familie
column-datensaetze-anteil = Anteil an allen Datensätzen
column-kommerziell = Kommerzielle Nutzung
column-offene-lizenz = Offene Lizenz
column-hvd = Für hochwertige Datensätze
column-empfohlen = Empfohlen von
column-bestaende-lizenz = Bestände unter der Lizenz
column-bestaende-anteil = Anteil an ihren Beständen
familie-international = international
familie-national = national
familie-own = eigene und sonstige Bedingungen
familie-none = keine Lizenz
familie-unknown = nicht erkannt
kommerziell-yes = nach dem Lizenztext vereinbar
kommerziell-no = ausgeschlossen
kommerziell-unclear = unklar
offene-lizenz-yes = ja
offene-lizenz-no = nein
offene-lizenz-unclear = unklar
hvd-yes = geeignet
hvd-no = nicht geeignet
hvd-unclear = unklar

note-lizenzen-counts = Datensätze zählen unter jeder Lizenz, die eine ihrer Dateien oder ein Dienst trägt; die Zahlen ergeben deshalb keine Summe. Bestände fassen die Jahrgänge einer Zeitreihe zusammen. Kommunen zählen mit, sobald einer ihrer Bestände unter der Lizenz steht.
note-lizenzen-words = „Offen“ folgt der Open Definition, „hochwertige Datensätze“ der Durchführungsverordnung (EU) 2023/138. „Unklar“ heißt: Die Angabe kann mehrere Lizenzen meinen, oder der Text regelt es nicht.
note-lizenz-base = { $count ->
    [one] Eine Kommune hat mindestens einen Bestand unter dieser Lizenz.
   *[other] { $count } Kommunen haben mindestens einen Bestand unter dieser Lizenz.
}

lizenzen-shares = Anteile
lizenzen-share-commercial = kommerziell nutzbar
lizenzen-name = Name oder Kennung der Lizenz
lizenzen-pick = vergleichen
lizenzen-compare = Markierte vergleichen
lizenzen-compare-hint = Bis zu { $most } Lizenzen lassen sich nebeneinander stellen.
lizenzen-side-by-side = Lizenzen nebeneinander
lizenzen-add = Lizenz hinzufügen
lizenzen-to-clearing = Prüfen, ob sich Daten unter diesen Lizenzen kombinieren lassen

lizenz-unknown = Die Lizenz „{ $key }“ ist hier nicht verzeichnet. Bitte in der Liste der Lizenzen nachsehen.
lizenz-description = Was der Lizenztext einräumt, verlangt und ausschließt, und wer ihn verwendet.
lizenz-no-advice = Diese Seite gibt Lizenztexte in einfachen Worten wieder. Sie ist keine Rechtsberatung; maßgeblich ist der Lizenztext.
lizenz-in-short = Auf einen Blick
lizenz-id = Kennung
lizenz-text = Lizenztext
lizenz-uri-eu = EU-Verzeichnis
lizenz-kind-licence = Das steht im Lizenztext.
lizenz-kind-class = Diese Angabe nennt keine bestimmte Lizenz, sondern kann mehrere meinen. Was gilt, hängt davon ab, welche gemeint ist; das kann nur die veröffentlichende Stelle sagen.
lizenz-kind-statement = Diese Angabe ist eine Aussage über die Daten und keine Lizenz. Sie räumt keine Rechte ein.
lizenz-kind-none = Ohne erkennbare Lizenz ist nichts eingeräumt. Fragen Sie die veröffentlichende Stelle, unter welcher Lizenz die Daten stehen.
lizenz-grants = Was der Lizenztext einräumt
lizenz-duties = Was er verlangt
lizenz-excluded = Was er ausschließt
lizenz-fact-reproduce = Vervielfältigen
lizenz-fact-distribute = Weitergeben und veröffentlichen
lizenz-fact-derive = Verändern und mit anderen Daten zusammenführen
lizenz-fact-commercial-use = Kommerziell nutzen
lizenz-fact-database-right-covered = Datenbankrecht eingeschlossen
lizenz-fact-attribution = Namen nennen (Quellenvermerk)
lizenz-fact-licence-notice = Lizenz nennen
lizenz-fact-source-link = Auf die Quelle verweisen
lizenz-fact-change-notice = Veränderungen kenntlich machen
lizenz-fact-share-alike = Unter gleichen Bedingungen weitergeben
lizenz-fact-non-commercial = Kommerzielle Nutzung ausgeschlossen
lizenz-fact-no-derivatives = Weitergabe veränderter Fassungen ausgeschlossen
lizenz-fact-additional-restrictions-forbidden = Zusätzliche Beschränkungen ausgeschlossen
lizenz-word-yes = ja
lizenz-word-no = nein
lizenz-word-unclear = unklar
lizenz-word-if-supplied = soweit angegeben
lizenz-word-if-possible = soweit möglich
lizenz-word-adaptation = ja, für Bearbeitungen
lizenz-word-database = ja, für abgeleitete Datenbanken
lizenz-word-disputed = strittig
lizenz-word-waived = darauf ist verzichtet
lizenz-word-equivalent = gleichwertig
lizenz-word-special = mit eigener Regel, siehe Lizenztext
lizenz-users = Wer sie verwendet
lizenz-search = Datensätze unter dieser Lizenz suchen
lizenz-topics = Datenbestände, die am häufigsten unter dieser Lizenz stehen
lizenz-nobody = Zurzeit verwendet sie keine der ausgewerteten Kommunen.

verdict-compatible = vereinbar
verdict-conditional = nur mit einem weiteren Schritt
verdict-incompatible = nicht vereinbar
verdict-unclear = unklar
confidence-settled = gesichert
confidence-majority-view = überwiegende Ansicht
confidence-disputed = strittig

lizenz-recommends-govdata = Empfehlung GovData
lizenz-recommends-oefit = Empfehlung ÖFIT
lizenz-recommends-eu = Durchführungsverordnung (EU) 2023/138
lizenz-recommended-yes = empfohlen
lizenz-recommended-no = keine Empfehlung
lizenz-recommended-named = dort genannt
lizenz-recommended-equivalent = gleichwertig mit den dort genannten
lizenz-recommended-unclear = unklar
lizenz-features = Merkmale im Einzelnen
lizenz-nothing-stated = Dazu ist hier nichts verzeichnet.
lizenz-pairs = Womit sie sich kombinieren lässt
lizenz-pairs-count = { $total } weitere Lizenzen, Seite { $page } von { $pages }.
lizenz-pairs-order = Geordnet nach:
lizenz-pairs-by-urteil = Ergebnis, beste zuerst
lizenz-pairs-by-name = Name
lizenz-pairs-pages = Seiten der Kombinationen
lizenz-pairs-lead = Jeweils beide Lizenzen zusammen, kommerziell genutzt. Genannt ist die Lizenz, unter der das Ergebnis am besten stehen könnte, und der Grund, der am meisten hindert.
lizenz-check-pair = genau prüfen
licences-no-json = Die Anfrage ist kein gültiges JSON. Erwartet wird ein Objekt mit text und auf Wunsch source, oder eine Liste davon.
licences-count = Bitte mindestens einen und höchstens { $most } Texte auf einmal angeben.
licences-no-text = In text und source wird Text ohne Nullzeichen erwartet. Bitte zum Beispiel text=cc-by-4.0 angeben.
licences-text-long = Ein Text ist länger als { $most } Zeichen. Bitte nur die Lizenzangabe übergeben.
licences-once = „text“ und „source“ dürfen nur einmal angegeben werden. Mehrere Texte bitte mit POST als Liste senden.
licences-post = Eine Prüfung wird mit POST als JSON gestellt, zum Beispiel {"{"}"inputs": ["cc-by-4.0"], "result_type": "derived_database"{"}"}.
