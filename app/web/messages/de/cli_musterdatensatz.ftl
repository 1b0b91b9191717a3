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
