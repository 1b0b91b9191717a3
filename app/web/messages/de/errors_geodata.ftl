# SPDX-License-Identifier: EUPL-1.2
### Was den Abruf von Katalogdiensten (csw) und SPARQL-Endpunkten (sparql) anhält.

answer-csw-not-xml = { $page }: Das ist kein XML, wie es ein Katalogdienst (CSW) liefert. Es beginnt mit „{ $start }“. Prüfen Sie die Adresse und die Portalart.
answer-csw-refused = { $page }: Der Katalogdienst lehnt die Anfrage ab: „{ $problem }“. Prüfen Sie die Adresse; bleibt es dabei, ist der Betreiber des Dienstes gefragt.
answer-csw-other = { $page }: Das XML beginnt mit <{ $element }> und ist keine Antwort eines Katalogdienstes mit Metadaten nach ISO 19139. Tragen Sie die Adresse des Dienstes (CSW) ein, ohne request=…, oder nehmen Sie für RDF kind = "dcat".
answer-csw-no-records = { $page }: Der Katalogdienst bietet keine Suche (GetRecords) über HTTP an. Tragen Sie die Adresse eines CSW 2.0.2 ein.
answer-csw-too-many = { $page }: Die Seite hat mehr Elemente, als ein Katalogdienst auf einmal liefern sollte, und wird deshalb nicht gelesen. Teilen Sie die Datei oder bitten Sie den Betreiber um kleinere Antworten.
answer-sparql-cut = { $page }: Der Endpunkt liefert zu { $dataset } weniger Aussagen, als er selbst zählt. Der Betreiber kann die Grenze für Antworten anheben.
answer-sparql-no-rows = { $page }: Der Endpunkt antwortet auf eine Abfrage nicht mit Ergebnissen in JSON. Die Antwort beginnt mit „{ $start }“. Tragen Sie die Adresse des Endpunkts ein; sie endet oft auf /sparql.

item-not-iso = Der Eintrag ist kein Metadatensatz nach ISO 19139. Der Katalogdienst muss ihn im Schema http://www.isotc211.org/2005/gmd ausgeben.
item-service-alone = Der Eintrag beschreibt einen Dienst und nennt keinen Datensatz dieser Seite, auf dem er arbeitet (operatesOn). Dienste sind keine Datensätze; koppeln Sie ihn an seine Daten.
item-no-dataset = Der Eintrag beschreibt weder einen Datensatz noch eine Datensatzserie (hierarchyLevel), sondern zum Beispiel eine Anwendung. Nur Daten werden übernommen.
