# SPDX-License-Identifier: EUPL-1.2
### Hinweise zu Daten und Metadaten: je Kennung ein Satz und, mit „-mend“, was die Stelle ändern kann.
### value: was das Portal angab; other: wozu es nicht passt; field: die Eigenschaft.

## Metadaten allgemein
title-missing = Der Datensatz hat keinen Titel.
title-missing-mend = Ergänzen Sie dct:title, möglichst auf Deutsch.
description-missing = Der Datensatz hat keine Beschreibung.
description-missing-mend = Ergänzen Sie dct:description: was die Daten enthalten, woher sie stammen, für welches Gebiet sie gelten.
language-unrecognised = Die Sprache „{ $value }“ ist nicht bekannt.
language-unrecognised-mend = Verwenden Sie die URI der EU-Liste, für Deutsch http://publications.europa.eu/resource/authority/language/DEU.
theme-missing = Es ist kein Thema der EU-Liste angegeben.
theme-missing-mend = Ergänzen Sie dcat:theme mit einer der 13 Kategorien aus http://publications.europa.eu/resource/authority/data-theme.
theme-unrecognised = Das Thema „{ $value }“ steht nicht in der EU-Liste.
theme-unrecognised-mend = Geben Sie in dcat:theme eine URI der EU-Liste an; eigene Themen passen in dct:subject oder dcat:keyword.
hvd-unrecognised = Die Kategorie „{ $value }“ für hochwertige Datensätze ist nicht bekannt.
hvd-unrecognised-mend = Verwenden Sie in dcatap:hvdCategory eine URI aus http://data.europa.eu/bna/asd487ae75.
frequency-unrecognised = Die Aktualisierungsfrequenz „{ $value }“ ist nicht bekannt.
frequency-unrecognised-mend = Verwenden Sie in dct:accrualPeriodicity eine URI aus http://publications.europa.eu/resource/authority/frequency.
access-rights-unrecognised = Die Angabe „{ $value }“ zum Zugang ist nicht bekannt.
access-rights-unrecognised-mend = Verwenden Sie in dct:accessRights eine URI aus http://publications.europa.eu/resource/authority/access-right; Lizenzen gehören in dct:license.
availability-unrecognised = Die geplante Verfügbarkeit „{ $value }“ ist nicht bekannt.
availability-unrecognised-mend = Verwenden Sie in dcatap:availability eine URI aus http://publications.europa.eu/resource/authority/planned-availability.

## Zeit
date-invalid = „{ $value }“ in { $field } ist kein lesbares Datum.
date-invalid-mend = Schreiben Sie das Datum als JJJJ-MM-TT, mit Uhrzeit als JJJJ-MM-TTThh:mm:ss und Zeitzone.
date-implausible = Das Datum „{ $value }“ in { $field } kann so nicht gemeint sein.
date-implausible-mend = Berichtigen Sie das Jahr; ein offenes Ende lassen Sie weg.
temporal-reversed = Der Zeitraum beginnt am { $value } und endet davor, am { $other }.
temporal-reversed-mend = Vertauschen oder berichtigen Sie Anfang und Ende in dct:temporal.

## Lizenz
licence-missing = Es ist keine Lizenz angegeben.
licence-missing-mend = Geben Sie an jeder Datei und jedem Dienst dct:license mit einer URI aus http://dcat-ap.de/def/licenses an.
licence-unknown = Die Lizenzangabe „{ $value }“ ist nicht bekannt; was sie zulässt, ist offen.
licence-unknown-mend = Ersetzen Sie den Text durch die URI der Lizenz aus http://dcat-ap.de/def/licenses; eigene Bedingungen stellen Sie zusätzlich bereit.
licence-ambiguous = Die Lizenzangabe „{ $value }“ kann mehrere Lizenzen meinen.
licence-ambiguous-mend = Nennen Sie Fassung und Variante der Lizenz, am besten mit ihrer URI.
licence-contradiction = Zwei Lizenzangaben widersprechen sich: „{ $value }“ und „{ $other }“.
licence-contradiction-mend = Lassen Sie nur die geltende Lizenz stehen, gleich in dct:license und dct:rights, an Datensatz und Dateien.
catalogue-licence-missing = Der Katalog nennt für seine Metadaten keine Lizenz.
catalogue-licence-missing-mend = Geben Sie am dcat:Catalog mit dct:license an, unter welcher Lizenz die Metadaten stehen.

## Dateien und Dienste
dataset-without-distribution = Der Datensatz nennt weder eine Datei noch einen Dienst.
dataset-without-distribution-mend = Ergänzen Sie dcat:distribution mit der Adresse der Daten.
distribution-without-url = Eine Datei oder ein Dienst hat keine nutzbare Adresse: { $value }.
distribution-without-url-mend = Ergänzen Sie dcat:accessURL, bei Dateien auch dcat:downloadURL.
url-invalid = „{ $value }“ in { $field } ist keine Internetadresse.
url-invalid-mend = Geben Sie die vollständige Adresse an, beginnend mit https://.
format-missing = Das Format ist nicht angegeben und an der Adresse nicht zu erkennen.
format-missing-mend = Ergänzen Sie dct:format mit einer URI aus http://publications.europa.eu/resource/authority/file-type.
format-unrecognised = Das Format „{ $value }“ ist nicht bekannt.
format-unrecognised-mend = Verwenden Sie in dct:format eine URI aus http://publications.europa.eu/resource/authority/file-type.
format-contradiction = Das Format „{ $value }“ passt nicht zu „{ $other }“ in { $field }.
format-contradiction-mend = Berichtigen Sie die Angabe, die nicht zur Datei passt.
media-type-unrecognised = Der Medientyp „{ $value }“ ist nicht registriert.
media-type-unrecognised-mend = Verwenden Sie in dcat:mediaType einen Typ der IANA-Liste, etwa text/csv; eine Verpackung gehört in dcat:packageFormat.
byte-size-invalid = Die Dateigröße „{ $value }“ ist keine Zahl von Bytes.
byte-size-invalid-mend = Geben Sie dcat:byteSize als ganze Zahl ohne Einheit an.

## Standards
standard-metadata-profile = „{ $value }“ beschreibt die Metadaten, nicht die Daten.
standard-metadata-profile-mend = Nennen Sie das Metadatenprofil am dcat:CatalogRecord; dct:conformsTo an Datensatz und Datei ist für Datenstandards.
standard-reference-system = „{ $value }“ ist ein Koordinatenreferenzsystem, kein Datenstandard.
standard-reference-system-mend = Es ist nichts zu ändern; die Angabe zählt nicht als Datenstandard.
standard-unrecognised = Der Standard „{ $value }“ ist nicht bekannt.
standard-unrecognised-mend = Geben Sie in dct:conformsTo die URI der Spezifikation an.

## Veröffentlichende Stelle und Datenbestand
publisher-missing = Es ist keine veröffentlichende Stelle genannt.
publisher-missing-mend = Ergänzen Sie dct:publisher mit dem amtlichen Namen in foaf:name.
kommune-unresolved = Zu „{ $value }“ ist keine Kommune bekannt.
kommune-unresolved-mend = Nennen Sie in foaf:name die Kommune mit ihrem amtlichen Namen, etwa „Stadt …“ oder „Landkreis …“. Wie ein Name gelesen wird, zeigt: datenspiegel kommune read.
kommune-ambiguous = „{ $value }“ kann mehrere Kommunen meinen: { $other }.
kommune-ambiguous-mend = Ergänzen Sie den Zusatz im amtlichen Namen oder den Schlüssel in dcatde:politicalGeocodingURI.
musterdatensatz-several = Der Datensatz nennt mehrere Musterdatensätze: „{ $value }“ und { $other }.
musterdatensatz-several-mend = Lassen Sie den Musterdatensatz stehen, der den Inhalt am genauesten trifft.
musterdatensatz-contradiction = Die Stelle nennt den Musterdatensatz „{ $value }“; der Titel spricht für { $other }.
musterdatensatz-contradiction-mend = Prüfen Sie die Zuordnung; es gilt die Angabe der Stelle.
musterdatensatz-unknown-uri = „{ $value }“ ist kein Eintrag des Musterdatenkatalogs.
musterdatensatz-unknown-uri-mend = Verwenden Sie die URI aus der aktuellen Fassung des Musterdatenkatalogs.

## Was beim Lesen berichtigt wurde
dataset-duplicate = Der Datensatz steht mehrmals im Katalog.
dataset-duplicate-mend = Geben Sie jeden Datensatz nur einmal unter seiner Kennung aus.
encoding-repaired = Die Zeichenkodierung war falsch angegeben; gelesen wurde etwa „{ $value }“.
encoding-repaired-mend = Liefern Sie UTF-8 aus und geben Sie es im Content-Type an.
iri-relative = Die Kennung „{ $value }“ ist nicht vollständig; ergänzt wurde die Adresse des Portals.
iri-relative-mend = Geben Sie vollständige IRIs aus, beginnend mit https://.
iri-repaired = Die Adresse „{ $value }“ enthält unzulässige Zeichen und wurde berichtigt.
iri-repaired-mend = Kodieren Sie Leerzeichen und Sonderzeichen in Adressen mit Prozentzeichen.
language-tag-repaired = Die Sprachangabe „{ $value }“ ist ungültig und wurde berichtigt.
language-tag-repaired-mend = Verwenden Sie Sprachangaben nach BCP 47, etwa de oder en.
statement-unwritable = Eine Angabe kann nicht in jeder Schreibweise ausgegeben werden: „{ $value }“.
statement-unwritable-mend = Verwenden Sie Eigenschaften, deren Name mit einem Buchstaben beginnt, und keine Steuerzeichen.
text-shortened = Der Text ist ungewöhnlich lang und wird gekürzt gezeigt: „{ $value } …“.
text-shortened-mend = Beschreiben Sie den Datensatz knapp; lange Texte gehören in eine Datei oder auf die verlinkte Seite.
text-control-characters = { $field ->
    [none] Der Text enthielt Steuerzeichen: „{ $value }“.
   *[other] Der Text in { $field } enthielt Steuerzeichen: „{ $value }“.
}
text-control-characters-mend = Entfernen Sie die Steuerzeichen; oft entstehen sie beim Kopieren aus Textprogrammen.
json-repaired = Das JSON war an dieser Stelle fehlerhaft und wurde berichtigt: „{ $value }“.
json-repaired-mend = Lassen Sie Zahlen weg, die es nicht gibt, und prüfen Sie die Ausgabe des Portals mit einem JSON-Prüfer.
turtle-repaired = Das Turtle-Dokument war an dieser Stelle fehlerhaft und wurde berichtigt: „{ $value }“.
turtle-repaired-mend = Prüfen Sie die Ausgabe des Portals mit einem Turtle-Prüfer.
xml-repaired = Das XML-Dokument war an dieser Stelle fehlerhaft und wurde berichtigt: „{ $value }“.
xml-repaired-mend = Schreiben Sie & als &amp; und prüfen Sie die Ausgabe des Portals mit einem XML-Prüfer.
