# SPDX-License-Identifier: EUPL-1.2
### What stops fetching from portals with a JSON interface.
## Fetching: answers of portals with a JSON interface (dkan, opendatasoft, arcgis)
answer-kind-html = { $page }: a web page (HTML) came in place of an answer of the interface. { $kind ->
    [dkan] A DKAN portal gives its catalogue at /data.json or at /api/3/action/current_package_list_with_resources; enter one of these addresses.
    [opendatasoft] An Opendatasoft portal gives its catalogue at /api/explore/v2.1/catalog/datasets; enter the portal's address without /explore.
    [arcgis] An ArcGIS Hub site gives its catalogue at /api/feed/dcat-ap/2.0.1.json or /api/feed/dcat-us/1.1.json; enter one of these addresses.
   *[other] Check the address and the kind of portal.
}
answer-kind-not-json = { $page }: this is neither JSON as a portal of the kind "{ $kind }" gives it, nor RDF. It begins with "{ $start }". Check the address and the kind of portal.
answer-kind-refused = { $page }: the interface refuses the request: "{ $problem }". Check the address and the kind of portal ("{ $kind }"); if it stays so, ask the portal's operator.
answer-kind-no-datasets = { $page }: the JSON holds no datasets as a portal of the kind "{ $kind }" describes them. Check the address and the kind of portal.
paging-export-short = { $page }: the export of the whole catalogue holds { $received } datasets, the portal counts { $announced }. What came has been read; the portal's operator can clear up the difference.
item-foreign-entry = The entry describes no dataset. The portal has to correct it or leave it out.
