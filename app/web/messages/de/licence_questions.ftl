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

question-kombinierbarkeit-title = Kombinierbarkeit
question-kombinierbarkeit-short = Kombinierbarkeit
question-kombinierbarkeit-description = Welche Kommunen stellen denselben Datenbestand so bereit, dass sich die Daten nach dem Lizenztext zusammenführen lassen, unter welcher Lizenz, und was steht dem entgegen?
choice-nach-ziel = Ziel-Lizenz
choice-nach-lizenz = Lizenz, die entgegensteht
choice-ziel = Ziel-Lizenz des Ergebnisses
choice-ziel-vorschlag = Vorschlag
choice-zweck = Zweck
choice-zweck-kommerziell = auch kommerziell
choice-zweck-nichtkommerziell = nicht kommerziell
choice-ergebnis = Ergebnis
choice-ergebnis-derived-database = zusammengeführter Datenbestand
choice-ergebnis-collective-database = Sammlung, Teile bleiben getrennt
column-urteil = Vereinbarkeit
column-massgeblich = Maßgebliche Lizenz
column-begruendung = Begründung
column-fundstelle = Fundstelle
column-ziel = Ziel-Lizenz
column-kommunen-passend = Größte vereinbare Menge (Kommunen)
column-kommunen-passt = davon vereinbar
column-kommunen-bedingt = davon unter einer Bedingung
column-kommunen-strittig = strittig
column-kommunen-unklar = unklar
column-kommunen-unvereinbar = nicht vereinbar
column-wechsel-zu = Vereinbar wäre zum Beispiel
column-betroffene = Kommunen (meiste Datensätze zuerst)
urteil-passt = nach dem Lizenztext vereinbar
urteil-bedingt = unter einer Bedingung vereinbar
urteil-strittig = strittig
urteil-unklar = unklar
urteil-unvereinbar = nach dem Lizenztext nicht vereinbar
kombinierbarkeit-pruefen = Diese Menge mit Pflichten und Quellenvermerk prüfen
kombinierbarkeit-all-fit = Unter diesem Ziel steht keine Lizenz entgegen.
note-kombinierbarkeit-base = Ziel „{ $target }“, { $purpose ->
        [kommerziell] auch kommerziell
       *[nichtkommerziell] nicht kommerziell
    }, { $result ->
        [derived_database] zusammengeführt
       *[collective_database] als Sammlung
    }: Die Daten von { $count } der { $all } Kommunen mit diesem Datenbestand lassen sich nach dem Lizenztext zusammenführen ({ $passt } vereinbar, { $bedingt } unter einer Bedingung); { $strittig } strittig, { $unklar } unklar, { $unvereinbar } nicht vereinbar.
note-kombinierbarkeit-advice = Das ist keine Rechtsberatung. Die Einordnung folgt den Lizenztexten, wie die Portale sie angeben; im Zweifel hilft die veröffentlichende Stelle.
note-kombinierbarkeit-pruefen = Die Prüfung dieser Menge für das Ziel „{ $target }“: { $path }
note-kombinierbarkeit-vorschlag = „{ $target }“ ist der Vorschlag: zuerst eine Lizenz, unter der die Daten aller ohne Bedingung vereinbar sind, dann eine, unter der sie es unter Bedingungen sind, sonst die mit den meisten Kommunen; bei Gleichstand die mit den wenigsten Bedingungen und internationale vor nationalen.
note-kombinierbarkeit-lizenzen = Die Menge hat { $count } Kommunen. Für die Adresse der Prüfung ist das zu viel; geprüft werden stattdessen ihre { $licences } Lizenzen. Einen Quellenvermerk gibt es nur für Datensätze.
note-kombinierbarkeit-ausgelassen = { $count ->
    [one] Nicht in dieser Prüfung enthalten ist eine seltenere Lizenz der Menge: { $names }.
   *[other] Nicht in dieser Prüfung enthalten sind { $count } seltenere Lizenzen der Menge: { $names }.
}
note-kombinierbarkeit-unblock = { $count ->
    [one] Am meisten bewirken würde ein Wechsel bei { $names }: Eine Kommune mit { $datasets } Datensätzen käme hinzu.
   *[other] Am meisten bewirken würde ein Wechsel bei { $names }: { $count } Kommunen mit zusammen { $datasets } Datensätzen kämen hinzu.
}
note-kombinierbarkeit-zeilen = Eine Zeile nennt alle Lizenzen, die zusammen entgegenstehen, und zählt alle Kommunen, die hinzukämen, wenn alle diese Lizenzen wechselten; eine Zeile mit mehreren Lizenzen enthält deshalb die Zeilen der einzelnen.
note-kombinierbarkeit-whole = Eine Kommune zählt mit allen Datensätzen zu diesem Datenbestand: Tragen sie mehrere Lizenzen, müssen alle passen. Fehlende und nicht erkannte Lizenzen sind unklar, nie vereinbar.
note-kombinierbarkeit-disputed = Was unter Fachleuten strittig ist, zählt nicht zur vereinbaren Menge. Kombinationen als Karte oder anderes Werk lassen sich auf der Seite „Lizenzen kombinieren“ prüfen.
cli-option-ziel = Kombinierbarkeit: Lizenz des Ergebnisses, oder vorschlag
cli-option-zweck = Kombinierbarkeit: kommerziell oder nichtkommerziell
cli-option-ergebnis = Kombinierbarkeit: derived_database oder collective_database

question-lizenzwechsel-title = Lizenzwechsel
question-lizenzwechsel-short = Lizenzwechsel
question-lizenzwechsel-description = Bei welchen Datensätzen hat sich die angegebene Lizenz geändert, wann, und ist sie seither offener oder strenger?
column-gesehen = Gesehen am
column-vorher = Vorher
column-nachher = Nachher
column-richtung = Richtung
column-beispiel = Beispiel
richtung-offener = weniger Bedingungen
richtung-gleich = gleich viele Bedingungen
richtung-strenger = mehr Bedingungen
richtung-unklar = nicht vergleichbar
licence-state-ambiguous = mehrdeutig angegeben
licence-state-mixed = mehrere Lizenzen
note-lizenzwechsel-base = { $count ->
    [0] In dieser Auswahl ist noch kein Lizenzwechsel gesehen worden.
    [one] Ein Datensatz hat in dieser Auswahl die Lizenz gewechselt.
   *[other] { $count } Datensätze haben in dieser Auswahl die Lizenz gewechselt: { $offener } haben weniger Bedingungen, { $gleich } gleich viele, { $strenger } mehr; { $unklar } sind nicht vergleichbar.
}
note-lizenzwechsel-watched = Beobachtet wird seit dem { $day }; was die Portale davor angegeben hatten, ist hier nicht bekannt.
note-lizenzwechsel-since = Der früheste Wechsel dieser Auswahl wurde am { $day } gesehen.
note-lizenzwechsel-reading = Gezählt wird, was das Portal anders angibt als bei der Abfrage davor; was nur neu gelesen wurde, ist kein Wechsel. Der Tag ist der unserer Abfrage. Mit „modified_since“ lässt sich der Beginn wählen.
note-lizenzwechsel-order = „Mehr Bedingungen“ heißt: Namensnennung, Weitergabe unter gleichen Bedingungen, Ausschluss von kommerzieller Nutzung oder Bearbeitung kommen hinzu und keine davon fällt weg. Fehlende, mehrdeutige und gemischte Angaben sind nicht vergleichbar. Das ist keine Rechtsberatung.
