# SPDX-License-Identifier: EUPL-1.2
### Was beim Abruf von Portalen mit JSON-Schnittstelle anhält.
## Abruf: Antworten von Portalen mit JSON-Schnittstelle (dkan, opendatasoft, arcgis)
answer-kind-html = { $page }: Statt einer Antwort der Schnittstelle kam eine Internetseite (HTML). { $kind ->
    [dkan] Ein DKAN-Portal gibt seinen Katalog unter /data.json oder unter /api/3/action/current_package_list_with_resources aus; tragen Sie eine dieser Adressen ein.
    [opendatasoft] Ein Opendatasoft-Portal gibt seinen Katalog unter /api/explore/v2.1/catalog/datasets aus; tragen Sie die Adresse des Portals ohne /explore ein.
    [arcgis] Eine ArcGIS-Hub-Seite gibt ihren Katalog unter /api/feed/dcat-ap/2.0.1.json oder /api/feed/dcat-us/1.1.json aus; tragen Sie eine dieser Adressen ein.
   *[other] Prüfen Sie die Adresse und die Portalart.
}
answer-kind-not-json = { $page }: Das ist weder JSON, wie es ein Portal der Art „{ $kind }“ liefert, noch RDF. Es beginnt mit „{ $start }“. Prüfen Sie die Adresse und die Portalart.
answer-kind-refused = { $page }: Die Schnittstelle lehnt die Anfrage ab: „{ $problem }“. Prüfen Sie die Adresse und die Portalart („{ $kind }“); bleibt es dabei, ist der Betreiber des Portals gefragt.
answer-kind-no-datasets = { $page }: Das JSON enthält keine Datensätze, wie ein Portal der Art „{ $kind }“ sie beschreibt. Prüfen Sie die Adresse und die Portalart.
paging-export-short = { $page }: Der Gesamtabzug enthält { $received } Datensätze, das Portal nennt { $announced }. Gelesen ist, was kam; der Betreiber des Portals kann den Unterschied klären.
item-foreign-entry = Der Eintrag beschreibt keinen Datensatz. Das Portal muss ihn berichtigen oder weglassen.
