# SPDX-License-Identifier: EUPL-1.2
### Der Quellenvermerk: Worte der Zeile, Hinweise, Fragen an Veröffentlichende Stellen.

credit-source = Datenquelle:
credit-sources = Datenquellen:
credit-result = Ergebnis:
credit-holds = enthält Daten von:
credit-holds-changed = enthält veränderte Daten von:
credit-proprietary = alle Rechte an eigenen Teilen vorbehalten
credit-title = „{ $title }“
credit-date = Stand: { $date }
credit-day = { $day }.{ $month }.{ $year }
credit-changed = Daten geändert
credit-changed-so = Daten geändert ({ $what })
credit-hint-non-commercial = nur für nichtkommerzielle Nutzung
credit-may-name = Darf genannt werden, eine Pflicht besteht nicht: { $name }

credit-note-free = { $licence }: eine Nennung der Quelle ist nicht vorgeschrieben.
credit-note-official-work = Das gilt für amtliche Werke nach § 5 Abs. 1 UrhG. Für solche nach § 5 Abs. 2 UrhG sind die Quelle zu nennen (§ 63) und Änderungen ausgeschlossen (§ 62).
credit-note-no-wording = Die Veröffentlichende Stelle hat keinen Wortlaut für den Quellenvermerk angegeben; hier steht ihr Name.
credit-note-own-statement = Die Veröffentlichende Stelle hat keinen Wortlaut für den Quellenvermerk angegeben; hier steht der Satz, den die Lizenz dafür vorsieht.
credit-note-no-name = Weder ein Wortlaut für den Quellenvermerk noch eine Veröffentlichende Stelle ist angegeben. Fragen Sie nach, wer wie zu nennen ist.
credit-note-recommended = { $licence }: Name der Lizenz, Link auf ihren Text und auf den Datensatz sind empfohlen, aber nicht vorgeschrieben; deshalb stehen sie nicht im Vermerk.
credit-note-no-derivatives = Nach dem Text von { $licence } dürfen veränderte Fassungen nicht weitergegeben werden. Der Quellenvermerk ändert daran nichts.
credit-note-share-alike = { $licence }: Eine bearbeitete Fassung muss auch ihre eigene Lizenz nennen. Wählen Sie eine Lizenz des Ergebnisses.

credit-ask-missing = Es ist keine Lizenz angegeben; darum gibt es keinen Quellenvermerk. Fragen Sie die Veröffentlichende Stelle: Unter welcher Lizenz stehen die Daten, und wie soll die Quelle genannt werden?
credit-ask-unknown = Die Lizenzangabe „{ $raw }“ ist nicht bekannt; darum gibt es keinen Quellenvermerk. Fragen Sie die Veröffentlichende Stelle: Welche Lizenz ist gemeint, und wie soll die Quelle genannt werden?
credit-ask-class = „{ $name }“ kann mehrere Lizenzen meinen{ $candidates ->
    [none] {""}
   *[other] {" "}({ $candidates })
}; darum gibt es keinen Quellenvermerk. Fragen Sie die Veröffentlichende Stelle: Welche Lizenz in welcher Version ist gemeint, und wie soll die Quelle genannt werden?
credit-ask-statement = „{ $name }“ ist keine Lizenz{ $url ->
    [none] {""}
   *[other] {" "}({ $url })
}; darum gibt es keinen Quellenvermerk. Fragen Sie die Veröffentlichende Stelle: Gilt eine Lizenz, und soll die Quelle genannt werden?
credit-ask-terms = Was „{ $name }“ für den Quellenvermerk verlangt, ist hier nicht erfasst{ $url ->
    [none] {""}
   *[other] {" "}({ $url })
}. Lesen Sie die Bedingungen oder fragen Sie die Veröffentlichende Stelle: Wie soll die Quelle genannt werden?

credit-missing-by-text = Wortlaut des Quellenvermerks
credit-missing-publisher = Veröffentlichende Stelle
credit-missing-licence = Lizenz
credit-missing-title = Titel
credit-missing-url = Adresse des Datensatzes
credit-missing-date = Stand der Daten

credit-error-no-source = Es ist kein Datensatz angegeben. Nennen Sie mindestens eine Datensatz-Kennung oder mit „-“ eine JSON-Zeile.
credit-error-too-many = Es sind { $count } Datensätze angegeben, höchstens { $most } gehen auf einmal. Teilen Sie die Anfrage auf.
credit-error-unknown-dataset = Den Datensatz „{ $dataset }“ gibt es im Bestand nicht. Die Kennung steht am Ende der Adresse seiner Seite (/datensatz/…).
credit-error-unknown-licence = Die Lizenz-ID „{ $licence }“ gibt es nicht{ $near ->
    [none] {""}
   *[other] ; gemeint ist vielleicht { $near }
}. „datenspiegel licence list“ zeigt alle, „licence read“ liest Lizenztexte.
credit-error-no-target = „{ $licence }“ kann keine Ziellizenz sein, weil es für mehrere oder für keine Lizenz steht. Nennen Sie eine Lizenz mit Version, „none“ oder „proprietary“.
credit-error-dash-alone = „-“ liest die Datensätze von der Standardeingabe und steht allein. Geben Sie entweder „-“ oder Kennungen an.
credit-error-not-an-object = „{ $value }“ ist kein JSON-Objekt mit title, publisher, by_text, licence, url, changed, date. Geben Sie je Zeile ein solches Objekt an.
credit-error-unknown-key = Das Feld „{ $key }“ gibt es in der Anfrage nicht. Möglich sind: { $known }.
credit-error-not-a-text = Das Feld „{ $key }“ muss ein Text sein. Setzen Sie den Wert in Anführungszeichen oder lassen Sie ihn weg.
credit-error-too-long = Das Feld „{ $key }“ ist länger als { $most } Zeichen. Kürzen Sie es.
credit-error-nul = Das Feld „{ $key }“ enthält das Zeichen NUL, das in keinem Text stehen kann. Entfernen Sie es.
credit-error-no-date = „{ $value }“ ist kein Datum. Schreiben Sie es wie 2026-02-14.
credit-error-no-link = „{ $value }“ ist keine Adresse mit http oder https. Berichtigen Sie das Feld url oder lassen Sie es weg.
credit-error-line-too-long = Zeile { $line } ist länger als { $most } Byte. Teilen Sie die Anfrage auf.
credit-error-in-line = Zeile { $line }: { $problem }

cli-licence-credit-short = Quellenvermerk für Datensätze
cli-licence-credit-help = Schreibt den Quellenvermerk: je Veröffentlichender Stelle, Lizenz und Datensatz genau das, was der Lizenztext vorsieht. Datensätze sind Kennungen aus dem Bestand; mit „-“ kommt je Zeile ein JSON-Objekt mit title, publisher, by_text, licence, url, changed (Text oder true), date, part. Die Zeilen werden zusammen zu einem Vermerk; mit --json hat jede Zeile ihre eigene Antwort, und eine Zeile darf auch eine Liste solcher Objekte sein.
cli-licence-credit-example = datenspiegel licence credit - --lang de --format text
cli-licence-credit-changed = was geändert wurde, zum Beispiel „gefiltert, georeferenziert“, oder ohne Text; gilt für alle Datensätze
cli-licence-credit-target = Lizenz des Ergebnisses (none: keine einzelne, proprietary: eigene Rechte)
cli-licence-credit-result = was entsteht (derived_database, collective_database, produced_work, internal_use, unmodified_redistribution); bei Karten und anderen Werken verlangen ODbL und ODC-By einen anderen Vermerk
cli-licence-credit-by = wer das Ergebnis veröffentlicht
cli-licence-credit-form = Form der Ausgabe
cli-licence-credit-language = Sprache des Vermerks: de oder en

web-credit-head = Quellenvermerk
web-credit-lead = Was der Lizenztext für die Nennung der Quelle vorsieht, für die unveränderten Daten. Keine Rechtsberatung.
web-credit-copy = Quellenvermerk zum Kopieren
web-credit-more = Als HTML und Markdown, Grundlage
web-credit-missing = Von der Veröffentlichenden Stelle nicht angegeben: { $names }.
web-credit-none-due = Ein Quellenvermerk ist nach dem Lizenztext nicht vorgeschrieben.
web-credit-clause = Grundlage: { $clause }
web-credit-changed-hint = Wurden die Daten verändert, muss der Vermerk es je nach Lizenz sagen: „datenspiegel licence credit … --changed“ schreibt es dazu.
