# SPDX-License-Identifier: EUPL-1.2
# Daten kombinieren: Frage, Antwort, Korb

kombinieren-title = Daten kombinieren
kombinieren-lead = Lassen sich diese Daten zusammenführen, und unter welcher Lizenz kann das Ergebnis stehen? Die Antwort nennt zu jeder Aussage die Stelle im Lizenztext.
kombinieren-no-advice = Diese Prüfung wendet Regeln auf die angegebenen Lizenzen an. Sie ist keine Rechtsberatung und ersetzt sie nicht.
kombinieren-inputs = Was hineinkommt
kombinieren-nothing = Noch ist nichts gewählt. Fügen Sie unten Datensätze, einen Datenbestand mehrerer Kommunen oder Lizenzen hinzu. In der Suche lassen sich Datensätze mit „Merken“ sammeln.
kombinieren-lost = { $count ->
    [one] Zu einer Kennung gibt es keinen Datensatz; sie bleibt außer Betracht.
   *[other] Zu { $count } Kennungen gibt es keine Datensätze; sie bleiben außer Betracht.
}
kombinieren-cut = { $count ->
    [one] Ein weiterer Datensatz der gewählten Kommunen ist nicht mitgeprüft, weil je Kommune nur die ersten 20 genommen werden.
   *[other] { $count } weitere Datensätze der gewählten Kommunen sind nicht mitgeprüft, weil je Kommune nur die ersten 20 genommen werden.
}
kombinieren-question = Was soll daraus werden?
kombinieren-result = Ergebnis
kombinieren-result-derived-database = Neue Datenbank aus den Daten
kombinieren-result-collective-database = Sammlung, in der die Daten getrennt bleiben
kombinieren-result-produced-work = Karte, Bild, Bericht oder App-Ansicht
kombinieren-result-internal-use = Nur interne Nutzung
kombinieren-result-unmodified-redistribution = Unveränderte Weitergabe
kombinieren-result-hint-derived-database = Die Daten werden verändert oder ineinander übernommen und als Daten weitergegeben.
kombinieren-result-hint-collective-database = Jede Quelle bleibt als eigener Teil erkennbar.
kombinieren-result-hint-produced-work = Veröffentlicht wird nicht die Datenbank, sondern etwas daraus Erzeugtes.
kombinieren-result-hint-internal-use = Nichts davon verlässt die eigene Stelle.
kombinieren-result-hint-unmodified-redistribution = Die Daten werden so weitergegeben, wie sie sind.
kombinieren-commercial = Kommerziell?
kombinieren-commercial-hint = Im Zweifel „ja“: So bleibt das Ergebnis für alle nutzbar.
kombinieren-modify = Werden die Daten verändert?
kombinieren-modify-hint = Auch Auswählen, Umformen und Zusammenführen verändert. Bei unveränderter Weitergabe gilt immer „nein“.
kombinieren-ja = ja
kombinieren-nein = nein
kombinieren-target = Lizenz des Ergebnisses
kombinieren-target-suggest = vorschlagen lassen
kombinieren-target-none = keine einheitliche Lizenz für das Ganze
kombinieren-target-proprietary = alle Rechte am eigenen Anteil vorbehalten
kombinieren-add = Hinzufügen
kombinieren-add-dataset = Kennung oder Adresse eines Datensatzes
kombinieren-add-dataset-hint = Mehrere mit Komma oder Leerzeichen trennen.
kombinieren-search = Datensätze suchen
kombinieren-search-hint = Die Treffer stehen danach unten auf der Seite.
kombinieren-choose = bitte wählen
kombinieren-topic-hint = Zusammen mit Kommunen: alle ihre Datensätze zu diesem Datenbestand.
kombinieren-submit = Prüfen
kombinieren-clear = Alles entfernen
kombinieren-hits = Gefundene Datensätze
kombinieren-add-hit = Hinzufügen
kombinieren-remove = Entfernen
kombinieren-from-kommune = über die Kommune gewählt
kombinieren-verdict = Ergebnis der Prüfung
kombinieren-says-compatible = Nach den Lizenztexten ist das vereinbar. Die Pflichten weiter unten bleiben zu erfüllen.
kombinieren-says-conditional = Nach den Lizenztexten ist das nur vereinbar, wenn der genannte Schritt getan ist.
kombinieren-says-incompatible = Nach den Lizenztexten ist das nicht vereinbar, solange niemand von den Rechteinhabern etwas anderes einräumt.
kombinieren-says-unclear = Aus den Angaben lässt sich das nicht beantworten: Eine Lizenz fehlt, ist nicht eindeutig, oder die Rechtslage ist strittig.
kombinieren-asked = Gefragt war:
kombinieren-purpose-yes-yes = kommerziell, mit Veränderungen
kombinieren-purpose-no-yes = nicht kommerziell, mit Veränderungen
kombinieren-purpose-yes-no = kommerziell, unverändert
kombinieren-purpose-no-no = nicht kommerziell, unverändert
kombinieren-under = Ergebnis unter
kombinieren-suggested = vorgeschlagen für das Ergebnis:
kombinieren-steps = Was dafür zu tun ist
kombinieren-clash = Was nicht zusammengeht
kombinieren-clash-lead = Das ist die kleinste Gruppe, die sich nicht vereinbaren lässt. Ohne eines davon sieht die Antwort anders aus.
kombinieren-ask = Bei der veröffentlichenden Stelle nachfragen
kombinieren-ask-lead = Diese Fragen lassen sich kopieren und so absenden.
kombinieren-ask-to = Frage an: { $names }
kombinieren-provider = die veröffentlichende Stelle
kombinieren-duties = Was zu beachten bleibt
kombinieren-because-of = verlangt von
kombinieren-of-datasets = { $count ->
    [one] bei einem Datensatz
   *[other] bei { $count } Datensätzen
}
kombinieren-targets = Mögliche Lizenzen für das Ergebnis
kombinieren-targets-lead = Internationale Lizenzen stehen zuerst. Ein Klick prüft mit dieser Lizenz.
kombinieren-no-target = Für dieses Ergebnis gibt es keine Lizenz, unter der es insgesamt stehen könnte.
kombinieren-try = Andere Zwecke ausprobieren
kombinieren-credit = Quellenvermerk
kombinieren-credit-lead = Zum Kopieren. Enthalten ist, was die Lizenzen verlangen; was die veröffentlichende Stelle nicht angegeben hat, fehlt.
kombinieren-credit-text = Text
kombinieren-credit-more = Als HTML und Markdown
kombinieren-credit-missing = Nicht angegeben: { $names }
kombinieren-hints = Gut zu wissen
kombinieren-reasons = Begründung
kombinieren-source = Quelle
kombinieren-head-input = Eingabe
kombinieren-head-verdict = Urteil
kombinieren-head-why = Warum
kombinieren-head-clause = Stelle im Lizenztext
kombinieren-head-remove = Entfernen
kombinieren-permalink = Diese Prüfung hat eine feste Adresse:

korb-title = Gemerkte Datensätze
korb-keep = Merken
korb-held = Gemerkt
korb-drop = entfernen
korb-full = Mehr als { $most } Datensätze lassen sich nicht merken.
korb-count = { $count ->
    [one] Ein Datensatz gemerkt
   *[other] { $count } Datensätze gemerkt
}
korb-check = Kombinierbarkeit prüfen
korb-empty = Alle entfernen
kombinieren-head-with = Zusammen mit
kombinieren-head-target = Lizenz des Ergebnisses
kombinieren-change = Eingaben oder Frage ändern
