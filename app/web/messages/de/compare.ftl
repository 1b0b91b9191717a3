# SPDX-License-Identifier: EUPL-1.2
# Vergleiche: Fragen, Spalten, Werte, Anmerkungen, Filter

question-haeufigste-datenbestaende-title = Häufigste Datenbestände
question-haeufigste-datenbestaende-short = Häufigste Datenbestände
question-haeufigste-datenbestaende-description = Welche Datenbestände stellen Kommunen am häufigsten bereit – und unter welchen Lizenzen, in welchen Formaten und nach welchen Standards?

column-datenbestand = Datenbestand
column-land-thema = Thema
column-thema = Themenfeld
column-art = Gliederung
column-kommunen = Kommunen
column-laender = Länder
column-anteil = Anteil
column-datensaetze = Datensätze
column-bestaende = Bestände
column-lizenzen = Lizenzen
column-formate = Formate
column-nur-ansicht = Nur als Ansicht
column-formate-konkurrenz = Ohne gemeinsames Format
column-formate-nenner = Verbreitetstes Format
column-formate-menge = Kleinste Auswahl von Formaten
column-standards = Standards
column-standards-konkurrenz = Ohne gemeinsamen Standard
column-standards-nenner = Verbreitetster Standard
column-standards-menge = Kleinste Auswahl von Standards
column-value = Wert
column-only-way = Einziger Weg
column-level = Ebene
column-evidence = Beleg
column-notes = Hinweise zur Tabelle

value-not-given = nicht angegeben
value-unknown = nicht erkannt

level-file = Datei
level-service = Dienst
level-view = Ansicht
level-file-format = Dateiformat
level-service-interface = Schnittstelle
level-data-model = Datenmodell
level-code-list = Codeliste

art-musterdatensatz = Musterdatensatz
art-inspire = INSPIRE-Thema
art-hvd = Kategorie hochwertiger Datensätze

cell-reach = { $names } ({ $count } von { $all })
cell-competition = { $level }: { $pairs } von { $possible } Paaren
cell-view = Ansicht
cell-only-way = für { $count } der einzige Weg
cell-only-value = bei { $count } als einzige Angabe
cell-evidence-verified = nachgewiesen { $count }
cell-evidence-declared = angegeben { $count }
cell-evidence-inferred = erschlossen { $count }

note-base = { $unit ->
    [land] { $count ->
        [one] Grundgesamtheit: ein Land mit zugeordneten Datensätzen
       *[other] Grundgesamtheit: { $count } Länder mit zugeordneten Datensätzen
    }
   *[kommune] { $count ->
        [one] Grundgesamtheit: eine Kommune mit mindestens einem zugeordneten Datenbestand
       *[other] Grundgesamtheit: { $count } Kommunen mit mindestens einem zugeordneten Datenbestand
    }
} in dieser Auswahl; die Anteile beziehen sich darauf. { $unit ->
    [land] Zum Land zählen auch seine Ministerien, Ämter und Hochschulen.
   *[kommune] Zur Kommune zählen neben der Kernverwaltung auch Eigenbetriebe, Unternehmen, Zweckverbände und Vereine, die nach ihr allein benannt sind, in den Stadtstaaten auch Stellen des Landes.
}
note-bodies = Zur Kommune zählen neben der Kernverwaltung auch Eigenbetriebe, Unternehmen, Zweckverbände und Vereine, die nach ihr allein benannt sind, in den Stadtstaaten auch Stellen des Landes.
note-counting = { $unit ->
    [land] Gezählt wird je Land und Thema, nicht je Datei: Viele Dateien eines Landes zählen einmal. Ein Land kann mehrere Lizenzen, Formate und Standards verwenden; die Zahlen einer Zelle ergeben deshalb keine Summe.
   *[kommune] Gezählt wird je Kommune und Datenbestand, nicht je Datei: Viele Dateien einer Kommune zählen einmal. Eine Kommune kann mehrere Lizenzen, Formate und Standards verwenden; die Zahlen einer Zelle ergeben deshalb keine Summe.
}
note-laender = Länder werden nach INSPIRE-Themen und nach den EU-Kategorien hochwertiger Datensätze verglichen, weil der Musterdatenkatalog nur kommunale Datenbestände beschreibt.
note-facet-filter = Lizenz, Offenheit, Format und Standard wählen Kommunen aus, die den Datenbestand auch damit anbieten; gezählt werden dann alle Datensätze dieser Kommunen zu diesem Datenbestand.
note-ignored = Der Filter „{ $parameter }“ wirkt auf diesen Vergleich nicht.

selection-unknown-parameter = Den Filter „{ $parameter }“ gibt es nicht. Am nächsten kommt „{ $near }“.
selection-repeated = „{ $parameter }“ darf nur einmal angegeben werden.
selection-too-many = Für „{ $parameter }“ sind höchstens { $most } Werte möglich.
selection-too-long = „{ $parameter }“ darf höchstens { $most } Zeichen lang sein.
selection-bad-value = Den Wert „{ $value }“ gibt es für „{ $parameter }“ nicht. Bitte einen Wert aus der Auswahlliste nehmen.
selection-not-in-list = „{ $value }“ ist kein Wert für „{ $parameter }“. Möglich sind: { $allowed }.
selection-not-a-number = „{ $parameter }“ muss eine ganze Zahl ab 1 sein, nicht „{ $value }“.
selection-not-a-date = „{ $value }“ ist kein Datum. Bitte als JJJJ-MM-TT angeben, zum Beispiel 2024-12-31.
selection-not-an-instant = „{ $value }“ ist kein Zeitpunkt. Bitte als JJJJ-MM-TTThh:mm:ssZ angeben, zum Beispiel 2024-12-31T08:00:00Z.
selection-page-size = Eine Seite kann höchstens { $largest } Zeilen haben. Bitte „pro-seite“ kleiner wählen.
selection-no-such-kommune = Eine Kommune „{ $value }“ ist nicht bekannt. Bitte den amtlichen Namen oder den amtlichen Schlüssel (2, 5, 8 oder 9 Ziffern) angeben.
selection-kommune-ambiguous = „{ $value }“ ist als Name einer Kommune nicht eindeutig. Bitte den Schlüssel angeben: { $candidates }.
selection-land-apart = Länder lassen sich nur für sich vergleichen, weil sie nach anderen Themen gegliedert sind. Bitte „typ=land“ allein wählen und keine Länder mit Kommunen mischen.
selection-sorting = Nach „{ $value }“ kann nicht sortiert werden. Möglich sind: { $allowed }, absteigend mit einem Minus davor.
