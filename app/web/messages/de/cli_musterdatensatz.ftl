# SPDX-License-Identifier: EUPL-1.2

cli-musterdatensatz-short = Titel Musterdatensätzen zuordnen
cli-musterdatensatz-help = Ordnet Titel Musterdatensätzen zu und lernt die Zuordnung neu.
cli-musterdatensatz-example = datenspiegel musterdatensatz read "Badestellen"
cli-musterdatensatz-read-short = Titel zuordnen
cli-musterdatensatz-read-help = Ordnet Titel einem Musterdatensatz zu. „-“ liest je Zeile ein JSON-Objekt mit title und description.
cli-musterdatensatz-read-example = datenspiegel musterdatensatz read "Badestellen"
cli-musterdatensatz-train-short = Gewichte neu lernen
cli-musterdatensatz-train-help = Lernt die Gewichte aus den Tabellen in musterdaten/ und legt sie in den Datenordner.
cli-musterdatensatz-train-example = datenspiegel musterdatensatz train
cli-musterdatensatz-trained = Gewichte geschrieben: { $file }
cli-musterdatensatz-needs-scipy = Zum Lernen fehlt das Paket scipy. Installieren Sie „datenspiegel[train]“.
cli-musterdatensatz-evaluate-short = Güte der Zuordnung messen
cli-musterdatensatz-evaluate-help = Misst durch Kreuzvalidierung, wie oft Titel einer Tabelle (CSV mit title, description, label_v4, cluster) richtig zugeordnet werden. Gruppen (cluster) werden nie geteilt. Dauert einige Minuten.
cli-musterdatensatz-evaluate-example = datenspiegel musterdatensatz evaluate titel.csv
cli-musterdatensatz-class = { $slug }: { $titles } Titel, { $right } richtig, F1 { $f }
cli-musterdatensatz-figures = { $titles } Titel: Bezeichnung { $accuracy }, unter den ersten drei { $top-three }, Makro-F1 { $macro-f1 }, Thema { $thema }; sicher { $sure } (davon richtig { $precision }), Thema sicher { $thema-sure } (davon richtig { $thema-precision }); Kalibrierungsfehler { $calibration }
cli-musterdatensatz-too-few = { $file } hat zu wenige Titel: Für eine Kreuzvalidierung braucht es mindestens { $least }.
cli-musterdatensatz-no-file = { $file } ist keine Datei. Geben Sie eine CSV-Tabelle mit den Spalten title und label_v4 an.
cli-musterdatensatz-correct-short = Zuordnung berichtigen
cli-musterdatensatz-correct-help = Hält fest, zu welchem Musterdatensatz ein Datensatz (Kennung oder Titel) gehört: mit der URI, dem Kürzel oder der Bezeichnung „Thema - Bezeichnung“; „Sonstiges“ heißt zu keinem. Wirkt ab dem nächsten „renormalise“.
cli-musterdatensatz-correct-example = datenspiegel musterdatensatz correct "Grün in der Stadt" floraUndFauna--baumbestand--baumkataster
cli-musterdatensatz-corrected = „{ $title }“ gehört jetzt zu { $label }, festgehalten in { $file }. „datenspiegel renormalise“ wendet es auf den Bestand an.
cli-musterdatensatz-none = keinem Musterdatensatz
cli-musterdatensatz-no-kind = „{ $value }“ ist weder URI noch Kürzel noch Bezeichnung eines Musterdatensatzes. Am nächsten kommt { $near }.
cli-musterdatensatz-untitled = Der Datensatz { $id } hat keinen Titel; eine Berichtigung gilt immer für einen Titel.
cli-musterdatensatz-correct-reason = warum, zum Nachlesen in der Tabelle
