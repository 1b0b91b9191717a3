# SPDX-License-Identifier: EUPL-1.2
# Fragen zu Lizenzen: Offenheit, Kombinierbarkeit, Lizenzwechsel

question-offenheit-title = Offenheit
question-offenheit-short = Offenheit
question-offenheit-description = Welcher Anteil der Datenbestände steht unter einer offenen Lizenz, lässt sich kommerziell nutzen und erfüllt die Bedingungen für hochwertige Datensätze (HVD)?

choice-nach = Gruppieren nach
choice-nach-kommune = Kommune
choice-nach-land = Land
choice-nach-groesse = Größenklasse (KGSt)
choice-nach-thema = Themenfeld

column-grundlage = Grundlage
column-kommerziell-nutzbar = Kommerziell nutzbar
column-kommerziell-anteil = Anteil kommerziell nutzbar
column-hvd-geeignet = Lizenz für HVD geeignet
column-hvd-anteil = Anteil für HVD geeignet
column-nicht-gelesen = Lizenz nicht erkannt
column-nicht-angegeben = Lizenz nicht angegeben
grundlage-klein = kleine Grundlage
grundlage-genug = ausreichend
offenheit-thema-none = ohne Themenfeld

note-offenheit-reading = Ein Bestand zählt bei „offen“, „kommerziell nutzbar“ und „für HVD geeignet“, wenn mindestens eine seiner Dateien oder einer seiner Dienste unter einer Lizenz steht, deren Text das nach unserer Einordnung sicher vorsieht. Das ist keine Rechtsberatung.
note-offenheit-apart = Bestände, deren Lizenz nicht erkannt oder nicht angegeben ist, stehen in der Grundgesamtheit, zählen aber nirgends als offen; sie werden für sich genannt. Auch mehrdeutige Angaben gelten nicht als offen, wenn es auf die Version oder Variante ankommt.
note-offenheit-small = „Kleine Grundlage“ steht bei weniger als { $count } Beständen: Ein Anteil sagt dann wenig.
note-offenheit-thema = Ein Bestand mit Datensätzen in mehreren Themenfeldern steht in jedem davon.

cli-option-nach = Offenheit: eine Zeile je kommune, land, groesse oder thema; Kombinierbarkeit: je kommune, ziel oder lizenz
