# SPDX-License-Identifier: EUPL-1.2
### What stops the harvest of catalogue services (csw) and SPARQL endpoints (sparql).

answer-csw-not-xml = { $page }: This is no XML as a catalogue service (CSW) gives it. It begins with “{ $start }”. Check the address and the kind of portal.
answer-csw-refused = { $page }: The catalogue service refuses the question: “{ $problem }”. Check the address; if it stays so, ask whoever runs the service.
answer-csw-other = { $page }: The XML begins with <{ $element }> and is no answer of a catalogue service with ISO 19139 metadata. Enter the address of the service (CSW) without request=…, or use kind = "dcat" for RDF.
answer-csw-no-records = { $page }: The catalogue service offers no search (GetRecords) over HTTP. Enter the address of a CSW 2.0.2.
answer-csw-too-many = { $page }: The page has more elements than a catalogue service should give at once and is therefore not read. Split the file or ask whoever runs the service for smaller answers.
answer-sparql-cut = { $page }: The endpoint gives fewer statements about { $dataset } than it counts itself. Whoever runs it can raise the limit of its answers.
answer-sparql-no-rows = { $page }: The endpoint does not answer a query with results in JSON. The answer begins with “{ $start }”. Enter the address of the endpoint; it often ends in /sparql.

item-not-iso = The entry is no ISO 19139 metadata record. The catalogue service has to give it in the schema http://www.isotc211.org/2005/gmd.
item-service-alone = The entry describes a service and names no dataset of this page that it operates on (operatesOn). Services are no datasets; couple it to its data.
item-no-dataset = The entry describes neither a dataset nor a series (hierarchyLevel) but, for example, an application. Only data are taken.
