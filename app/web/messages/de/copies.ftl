# SPDX-License-Identifier: EUPL-1.2
# Derselbe Datensatz in mehreren Portalen und was sie verschieden angeben

question-widersprueche-title = Widersprüche zwischen Portalen
question-widersprueche-short = Widersprüche
question-widersprueche-description = Wo geben mehrere Portale zu demselben Datensatz Verschiedenes an: Lizenz, Format, Datum, Kontakt oder Titel?
column-feld = Angabe
column-hier = Gezählte Fassung sagt
column-portal-kopie = Portal der Kopie
column-dort = Kopie sagt
column-kopie = Kopie
feld-licence = Lizenz
feld-format = Format
feld-issued = Veröffentlicht am
feld-as-of = Stand der Daten
feld-contact = Kontakt
feld-title = Titel
value-contact-differs = nennt eine andere Kontaktadresse
note-widersprueche-base = { $count ->
    [0] In dieser Auswahl widerspricht kein Portal einem anderen.
    [one] Eine Angabe einer Kopie weicht von der gezählten Fassung ab.
   *[other] { $count } Angaben von Kopien weichen von der gezählten Fassung ab, bei { $datasets ->
        [one] einem Datensatz
       *[other] { $datasets } Datensätzen
    }.
}
note-widersprueche-copies = Ein Datensatz, den mehrere Portale führen, wird einmal gezählt: in der Fassung, die dem Ursprung am nächsten ist. Woran die Kopien erkannt wurden, steht auf der Seite des Datensatzes.
note-widersprueche-silence = Was nur eine Fassung angibt, ist kein Widerspruch, außer bei der Lizenz. Wann die Metadaten geändert wurden, wird nicht verglichen. Bei Kontakten steht nur, dass sie abweichen, nicht welche Personen genannt sind.

text-mojibake = Der Text in { $field } wurde in einer falschen Zeichenkodierung gelesen und hier berichtigt: „{ $value }“.
text-mojibake-mend = Lesen und schreiben Sie die Texte durchgehend als UTF-8; Umlaute wie „Ã¤“ entstehen, wenn UTF-8 als Windows-1252 gelesen wird.

web-copies-title = Derselbe Datensatz in anderen Portalen
web-copies-counted = Gezählt wird diese Fassung; sie ist dem Ursprung am nächsten.
web-copies-other = Dies ist eine Kopie. Gezählt wird die Fassung im Portal { $portal }:
web-copies-differ = Widersprüche zwischen Portalen ansehen
copies-rule-identifier = gleiche Kennung
copies-rule-uri = gleiche Adresse des Datensatzes
copies-rule-landing-page = gleiche Seite zum Datensatz
copies-rule-file = gleiche Datei
copies-rule-title = gleicher Titel, gleiche veröffentlichende Stelle und gleiches Datum
copies-reason-own = die gezählte Fassung steht im Portal der Kommune, die veröffentlicht
copies-reason-level = die gezählte Fassung steht in einem Portal näher am Ursprung (Kommune vor Land vor GovData vor Europa)
copies-reason-host = die gezählte Fassung trägt eine Adresse ihres eigenen Portals
copies-reason-chain = die gezählte Fassung ist durch weniger Hände gegangen
copies-reason-older = die gezählte Fassung wurde hier zuerst gesehen
copies-reason-id = sonst unterscheidet sie nichts; die Auswahl folgt der Kennung
