# SPDX-License-Identifier: EUPL-1.2
# Weitere Fragen und die Seiten der Kommunen und Musterdatensätze

question-lizenzen-je-kommune-title = Lizenzen je Kommune
question-lizenzen-je-kommune-short = Lizenzen je Kommune
question-lizenzen-je-kommune-description = Unter welchen Lizenzen stellt jede Kommune ihre Datenbestände bereit, und wie viele davon stehen unter einer offenen Lizenz?
question-musterdatensatz-im-vergleich-title = Musterdatensatz im Vergleich
question-musterdatensatz-im-vergleich-short = Musterdatensatz im Vergleich
question-musterdatensatz-im-vergleich-description = Wie stellen verschiedene Kommunen denselben Datenbestand bereit: in welchen Formaten, nach welchen Standards, unter welcher Lizenz und wie aktuell?
question-potenzial-title = Potenzial
question-potenzial-short = Potenzial
question-potenzial-description = Welche Datenbestände stellen Vergleichskommunen bereit, die eine Kommune noch nicht anbietet? Mit Beispielen und den Lizenzen und Formaten, die dort üblich sind.
question-kommunen-title = Kommunen
question-kommunen-short = Kommunen
question-kommunen-description = Welche Kommunen, Kreise und Gemeindeverbände offene Daten bereitstellen und wie viele.
question-kommune-title = Datenbestände einer Kommune
question-kommune-short = Datenbestände
question-kommune-description = Welche Datenbestände eine Kommune bereitstellt, mit Formaten, Standards und Lizenzen.
question-musterdatensaetze-title = Datenbestände
question-musterdatensaetze-short = Musterdatensätze
question-musterdatensaetze-description = Alle Datenbestände des Musterdatenkatalogs nach Themenfeldern und wie viele Kommunen sie bereitstellen.
question-musterdatensatz-title = Bereitstellende Kommunen
question-musterdatensatz-short = Kommunen
question-musterdatensatz-description = Welche Kommunen einen Datenbestand bereitstellen, mit Formaten, Standards und Lizenzen.

column-kommune = Kommune
column-land = Land
column-typ = Art
column-groesse = Größenklasse
column-einwohner = Einwohner
column-offen = Unter offener Lizenz
column-offen-anteil = Anteil offen
column-familien = Lizenzfamilien
column-titel = Datensätze (Titel)
column-aktualisierung = Aktualisierung
column-stand = Stand der Daten
column-portale = Portale
column-datenbestaende = Datenbestände
column-vergleichskommunen = Vergleichskommunen
column-beispiele = Beispiele
column-number = Anzahl

evidence-verified = nachgewiesen
evidence-declared = angegeben
evidence-inferred = erschlossen
family-international = international
family-national = national
family-own = eigene und sonstige Bedingungen
typ-kreisfrei = kreisfreie Stadt
typ-kreisangehoerig = kreisangehörige Gemeinde
typ-kreis = Kreis
typ-verband = Gemeindeverband
typ-land = Land
groesse-none = ohne
groesse-1 = 1
groesse-2 = 2
groesse-3 = 3
groesse-4 = 4
groesse-5 = 5
groesse-6 = 6
groesse-7 = 7
groesse-k1 = K1
groesse-k2 = K2
groesse-k3 = K3

note-lizenzen-base = { $unit ->
    [land] { $count ->
        [one] Grundgesamtheit: ein Land mit Datensätzen in dieser Auswahl. Zum Land zählen auch seine Ministerien, Ämter und Hochschulen.
       *[other] Grundgesamtheit: { $count } Länder mit Datensätzen in dieser Auswahl. Zum Land zählen auch seine Ministerien, Ämter und Hochschulen.
    }
   *[kommune] { $count ->
        [one] Grundgesamtheit: eine Kommune mit Datensätzen in dieser Auswahl. Zur Kommune zählen neben der Kernverwaltung auch Eigenbetriebe, Unternehmen, Zweckverbände und Vereine, die nach ihr allein benannt sind, in den Stadtstaaten auch Stellen des Landes.
       *[other] Grundgesamtheit: { $count } Kommunen mit Datensätzen in dieser Auswahl. Zur Kommune zählen neben der Kernverwaltung auch Eigenbetriebe, Unternehmen, Zweckverbände und Vereine, die nach ihr allein benannt sind, in den Stadtstaaten auch Stellen des Landes.
    }
}
note-lizenzen-counting = Gezählt werden Bestände: Die Jahrgänge einer Zeitreihe sind ein Bestand. Ein Bestand mit zwei Lizenzen zählt bei jeder, die Zahlen einer Zeile ergeben deshalb keine Summe.
note-lizenzen-open = „Unter offener Lizenz“ zählt jeden Bestand einmal, bei dem mindestens eine Datei oder ein Dienst unter einer offenen Lizenz steht.
note-lizenzen-families = „Nicht angegeben“ und „nicht erkannt“ sind eigene Werte. Lizenzfamilien: international (zum Beispiel Creative Commons), national (zum Beispiel Datenlizenz Deutschland), eigene und sonstige Bedingungen.
note-lizenzen-filter = Lizenz und Offenheit wählen Kommunen aus, die mindestens einen Bestand damit anbieten; gezählt werden dann alle ihre Bestände.
note-vergleich-base = { $count ->
    [0] Zu diesem Datenbestand ist in dieser Auswahl kein Datensatz bekannt.
    [one] Eine Kommune dieser Auswahl stellt den Datenbestand bereit.
   *[other] { $count } Kommunen dieser Auswahl stellen den Datenbestand bereit.
}
note-vergleich-silent = Ohne zugeordneten Datensatz in dieser Auswahl: { $names }.
note-vergleich-reading = Formate, Standards und Lizenzen gelten für alle Datensätze einer Kommune zu diesem Datenbestand; höchstens zehn Titel werden genannt. Stand der Daten ist der jüngste, der angegeben ist.
note-format-single = Gemeinsamer Nenner der Formate: { $names } bieten { $count } von { $all } Kommunen, deren Daten sich abrufen lassen.
note-format-full = Wer { $names } verarbeitet, erreicht alle { $all } dieser Kommunen.
note-format-none = Ein Format, in dem sich die Daten abrufen lassen, ist nirgends angegeben.
note-format-silent = { $count ->
    [one] Bei einer Kommune ist kein Format angegeben.
   *[other] Bei { $count } Kommunen ist kein Format angegeben.
}
note-standard-single = Gemeinsamer Nenner der Standards: { $names } verwenden { $count } von { $all } Kommunen, bei denen ein Standard bekannt ist.
note-standard-full = Wer { $names } verarbeitet, erreicht alle { $all } dieser Kommunen.
note-standard-none = Ein Datenstandard ist nirgends bekannt.
note-peers = { $step ->
    [like] Vergleichskommunen von „{ $name }“: { $count } Kommunen gleicher Art und gleicher Größenklasse (KGSt), die Daten bereitstellen.
    [near] Vergleichskommunen von „{ $name }“: { $count } Kommunen gleicher Art in der eigenen und den benachbarten Größenklassen (KGSt), weil es in der eigenen weniger als { $enough } mit Daten gibt.
    [kind] Vergleichskommunen von „{ $name }“: { $count } Kommunen gleicher Art jeder Größe, weil es in der eigenen und den benachbarten Größenklassen (KGSt) weniger als { $enough } mit Daten gibt.
    [sizeless] Vergleichskommunen von „{ $name }“: { $count } Kommunen gleicher Art, die Daten bereitstellen; Größenklassen (KGSt) gibt es dafür nicht.
    [level] Vergleichskommunen von „{ $name }“: { $count } kreisfreie und kreisangehörige Gemeinden jeder Größe, weil es von gleicher Art weniger als { $enough } mit Daten gibt.
   *[chosen] Vergleichskommunen von „{ $name }“: { $count } Kommunen nach den gesetzten Filtern für Art und Größe.
}
note-peer-names = Am nächsten nach Einwohnerzahl: { $names }{ $more ->
    [0] .
   *[other] {" "}und { $more } weitere.
}
note-potenzial-nothing = Von „{ $name }“ ist noch kein zugeordneter Datensatz bekannt; gezeigt wird alles, was Vergleichskommunen bereitstellen.
note-potenzial-reading = Eine Zeile ist eine Anregung, keine Bewertung: Ein Datenbestand kann woanders veröffentlicht, anders beschrieben oder vor Ort nicht vorhanden sein. Einer der Beispieldatensätze kann als Muster dienen.
note-kommunen-base = { $count ->
    [0] Keine Kommune dieser Auswahl stellt Daten bereit.
    [one] Eine Kommune dieser Auswahl stellt Daten bereit.
   *[other] { $count } Kommunen dieser Auswahl stellen Daten bereit.
}
note-kommunen-counting = „Datenbestände“ zählt, zu wie vielen Musterdatensätzen es Daten gibt; „Bestände“ zählt Datensätze, die Jahrgänge einer Zeitreihe als einen.
note-kommunen-search = Mit einem Suchtext werden auch Kommunen gezeigt, von denen noch keine Daten bekannt sind.
note-kommune-unclassified = { $count ->
    [one] Ein Datensatz ist keinem Musterdatensatz zugeordnet und fehlt in der Tabelle.
   *[other] { $count } Datensätze sind keinem Musterdatensatz zugeordnet und fehlen in der Tabelle.
}
note-kommune-presence = Formate, Standards und Lizenzen einer Zeile gelten für alle Datensätze der Kommune zu diesem Datenbestand.
note-musterdatensaetze-base = { $count ->
    [one] Gezählt werden Kommunen mit Daten in dieser Auswahl: eine.
   *[other] Gezählt werden Kommunen mit Daten in dieser Auswahl: { $count }.
}
note-musterdatensatz-category = Ein Musterdatensatz ist eine Kategorie des Musterdatenkatalogs, keine Vorlage für Daten.
note-musterdatensatz-land = Der Musterdatenkatalog beschreibt kommunale Datenbestände; Länder stehen nicht darin.

selection-required = Für diesen Vergleich fehlt „{ $parameter }“. Bitte genau einen Wert angeben.
selection-not-for-laender = Diese Frage lässt sich nur für Kommunen, Kreise und Gemeindeverbände stellen, nicht für Länder. Bitte eine Kommune wählen.

web-nav-kommunen = Kommunen
web-nav-musterdatensaetze = Datenbestände
web-choose-title = Auswahl
web-choose-kommune = Kommune
web-choose-kommune-lead = Für welche Kommune soll das Potenzial gezeigt werden?
web-choose-musterdatensatz-lead = Welcher Datenbestand soll verglichen werden?
web-choose-none = – bitte wählen –
web-choose-name = Name der Kommune enthält
web-choose-kommune-change = Andere Kommune
web-choose-peers = Vergleichskommunen selbst wählen
web-choose-peers-hint = Ohne Auswahl: gleiche Art und Größenklasse (KGSt), schrittweise erweitert, wenn es weniger als fünf sind.
web-no-titles = kein Titel
web-more-titles = { $count ->
    [one] und 1 weiterer Datensatz
   *[other] und { $count } weitere Datensätze
}
web-of-peers = von { $count } Vergleichskommunen
web-potenzial-none = Die Vergleichskommunen stellen nichts bereit, was hier nicht auch angeboten wird.
web-page-of = Zur Seite von { $name }
web-kommune-official = Amtlicher Schlüssel
web-kommune-ars = Regionalschlüssel
web-kommune-kind = Art
web-kommune-size = Größenklasse (KGSt)
web-kommune-population = Einwohner
web-kommune-area = Fläche
web-kommune-area-value = { $area } km²
web-kommune-land = Land
web-kommune-kreis = Kreis
web-kommune-verband = Gemeindeverband
web-kommune-same = Zugleich
web-kommune-facts = Steckbrief
web-kommune-figures = Bestand zurzeit
web-kommune-counting = Die Jahrgänge einer Zeitreihe sind ein Bestand. Ein Musterdatensatz fasst gleichartige Bestände aller Kommunen zusammen.
web-kommune-nothing = Von dieser Verwaltung selbst sind noch keine Daten bekannt.
web-kommune-nothing-more = Was vergleichbare Kommunen bereitstellen, zeigt das Potenzial.
web-kommune-holdings = Datenbestände nach Themenfeldern
web-kommune-holdings-land = Themen nach INSPIRE und EU-Kategorien
web-kommune-licences = Lizenzen
web-kommune-licences-lead = Bestände je Lizenz; ein Bestand mit zwei Lizenzen zählt bei jeder.
web-kommune-portals = Portale
web-kommune-portals-lead = Über diese Portale wurden die Datensätze gefunden.
web-kommune-members = Kommunen mit Daten in diesem Gebiet
web-kommune-all-members = Alle in { $name }
web-kommune-questions = Weiter vergleichen
web-kommune-to-frequent = Häufigste Datenbestände vergleichbarer Kommunen
web-kommune-to-licences = Lizenzen vergleichbarer Kommunen
web-kommune-to-matrix = Wer hat was? Vergleichbare Kommunen nebeneinander
web-kommune-to-neighbours = Wer hat was? Kommunen in { $land } nebeneinander
web-kommune-to-potential = Potenzial von { $name }
web-kommune-search = Alle Datensätze von { $name }
web-figure-datenbestaende = Muster{"\u00AD"}datensätze
web-figure-bestaende = Bestände
web-figure-offen = unter offener Lizenz
web-musterdatensatz-use = Was verwendet wird
web-musterdatensatz-who = Wer den Datenbestand bereitstellt
web-musterdatensatz-compare = Diese Kommunen im Vergleich
web-musterdatensatz-combine = Lassen sich diese Daten zusammenführen, auch kommerziell?
web-musterdatensatz-compare-text = Titel, Formate, Standards, Lizenz, Aktualisierung und Stand der Daten nebeneinander
web-musterdatensatz-official = Eintrag im Musterdatenkatalog
web-musterdatensatz-nobody = In dieser Auswahl stellt noch keine Kommune diesen Datenbestand bereit.
web-musterdatensatz-count = { $count ->
    [0] noch keine Kommune
    [one] 1 Kommune
   *[other] { $count } Kommunen
}
web-datasets-count = { $count ->
    [one] 1 Datensatz
   *[other] { $count } Datensätze
}
web-unknown-kommune = Eine Kommune mit dem Schlüssel „{ $key }“ ist nicht bekannt. Bitte einen amtlichen Schlüssel mit 2, 5, 8 oder 9 Ziffern angeben oder über die Liste der Kommunen suchen.
web-unknown-musterdatensatz = Einen Musterdatensatz „{ $key }“ gibt es nicht. Bitte in der Liste der Musterdatensätze nachsehen.
web-sorted-by = nach { $name }
web-nav-compare = Mit vergleichbaren Kommunen vergleichen
web-denominator = Gemeinsamer Nenner
web-peers = Vergleichskommunen
web-musterdatensatz-search = Alle Datensätze zu { $name }
