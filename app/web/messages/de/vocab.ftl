# SPDX-License-Identifier: EUPL-1.2
### Die Vokabulare als verknüpfte Daten.

vocab-title-licences = Lizenzen
vocab-title-standards = Datenstandards
vocab-title-musterdatensaetze = Musterdatensätze
vocab-title-kommunen = Kommunen

vocab-index-title = Vokabulare
vocab-index-what = Mit diesen Listen liest der Datenspiegel, was Portale angeben. Sie stehen als verknüpfte Daten (SKOS) zur Verfügung, die Lizenzen auch mit ihren Bedingungen (ODRL).
vocab-index-name = Vokabular
vocab-index-concepts = Einträge
vocab-index-address = Adresse
vocab-index-files = Dateien
vocab-index-use-title = So werden sie genutzt
vocab-index-use = Die Adresse eines Vokabulars antwortet in der Schreibweise, die ein Programm verlangt (Kopfzeile „Accept“), sonst als Turtle. Die Kennung eines Eintrags ist die Adresse mit seinem Schlüssel, etwa /vocab/licences#cc-by-4.0.
vocab-about-licences = Lizenzen, Sammelbegriffe und Angaben, die keine Lizenz sind, mit Rechten und Pflichten und der Fundstelle im Text
vocab-about-standards = Datenstandards mit den Stellen, die sie pflegen
vocab-about-musterdatensaetze = Themen und Bezeichnungen des Musterdatenkatalogs
vocab-about-kommunen = Länder, Kreise, Gemeindeverbände und Gemeinden mit ihren amtlichen Schlüsseln
