# SPDX-License-Identifier: EUPL-1.2
### Lizenzen kombinieren: Antworten der Befehlszeile, Hilfe, falsche Anfragen.

licensing-says = { $verdict } (Sicherheit: { $confidence }).
licensing-verdict-compatible = Nach den Lizenztexten vereinbar
licensing-verdict-conditional = Nur nach dem genannten Schritt vereinbar
licensing-verdict-unclear = Nicht zu beantworten
licensing-verdict-incompatible = Nach den Lizenztexten nicht vereinbar
licensing-confidence-settled = gesichert
licensing-confidence-majority-view = überwiegende Meinung
licensing-confidence-disputed = strittig
licensing-target = Lizenz des Ergebnisses: { $target }
licensing-steps = Zuvor nötig:
licensing-clash = Passt nicht zusammen:
licensing-reasons = Gründe:
licensing-duties = Pflichten:
licensing-ask = Zu klären:
licensing-targets = Mögliche Ziele:
licensing-hints = Hinweise:
licensing-no-advice = Das ist keine Rechtsberatung.

licensing-no-json = Die Anfrage ist kein gültiges JSON. Erwartet wird ein Objekt mit inputs, result_type, commercial, modify und target.
licensing-no-object = Die Anfrage ist kein JSON-Objekt. Erwartet wird ein Objekt mit inputs, result_type, commercial, modify und target.
licensing-too-long = Die Anfrage ist länger als { $most } Zeichen. Bitte kürzen.
licensing-key-misspelt = Die Angabe „{ $key }“ gibt es nicht; gemeint ist wohl „{ $near }“.
licensing-inputs-missing = In inputs fehlt, was kombiniert werden soll. Bitte mindestens eine Lizenz oder dataset:ID angeben.
licensing-inputs-no-list = In inputs wird eine Liste von Texten erwartet. Bitte auch eine einzelne Lizenz als Liste angeben.
licensing-too-many = Es sind { $count } Eingaben; geprüft werden höchstens { $most } auf einmal. Bitte aufteilen oder nach Lizenzen zusammenfassen.
licensing-input-no-text = Die Eingabe „{ $value }“ ist kein Text. Bitte eine Lizenzkennung oder dataset:ID angeben.
licensing-input-unreadable = Die Eingabe „{ $value }“ ist zu lang oder enthält Steuerzeichen. Bitte eine Lizenzkennung oder dataset:ID angeben.
licensing-input-unknown = Eine Lizenz „{ $value }“ gibt es hier nicht. Alle Kennungen zeigt: datenspiegel licence list.
licensing-input-unknown-but = Eine Lizenz „{ $value }“ gibt es hier nicht; gemeint ist wohl „{ $near }“.
licensing-dataset-unknown = Einen Datensatz mit der Kennung „{ $dataset }“ gibt es im Bestand nicht. Bitte die Kennung aus der Adresse der Seite übernehmen.
licensing-result-missing = Es fehlt --result mit der Art des Ergebnisses: { $known }.
licensing-result-type = Die Art des Ergebnisses „{ $value }“ gibt es nicht. In result_type sind möglich: { $known }.
licensing-flag = Für { $key } wird true oder false erwartet, nicht „{ $value }“.
licensing-target-no-text = Das Ziel „{ $value }“ ist kein Text. Möglich sind eine Lizenzkennung, none, proprietary oder null für einen Vorschlag.
licensing-target-unknown = Eine Ziellizenz „{ $value }“ gibt es hier nicht. Möglich sind eine Lizenzkennung, none oder proprietary.
licensing-target-unknown-but = Eine Ziellizenz „{ $value }“ gibt es hier nicht; gemeint ist wohl „{ $near }“.

cli-licence-check-help = Prüft, ob sich Lizenzen oder Datensätze (dataset:ID) für ein Ergebnis kombinieren lassen. Mit - wird eine JSON-Anfrage je Zeile gelesen. Keine Rechtsberatung.
cli-licence-check-example = datenspiegel licence check cc-by-4.0 dl-by-de-2.0 --result derived_database --target cc-by-4.0
cli-option-result = Art des Ergebnisses
cli-option-target = Lizenz des Ergebnisses: Kennung, none oder proprietary; ohne Angabe wird vorgeschlagen
cli-option-commercial = ob das Ergebnis kommerziell genutzt wird (sonst: ja)
cli-option-modify = ob die Daten verändert werden (sonst: ja, außer bei unveränderter Weitergabe)
cli-vocab-matrix-help = Gibt alle Regeln aus, nach denen Lizenzen kombiniert werden, als CSV zur Durchsicht.
cli-vocab-matrix-example = datenspiegel vocab matrix
cli-option-result-type = Art des Ergebnisses: derived_database, collective_database, produced_work, internal_use oder unmodified_redistribution
cli-licence-check-short = prüft, ob sich Lizenzen oder Datensätze kombinieren lassen
cli-vocab-matrix-short = gibt alle Regeln der Kombination als CSV aus
licensing-key-twice = „{ $key }“ steht zweimal in der Anfrage. Bitte jede Angabe nur einmal machen.
