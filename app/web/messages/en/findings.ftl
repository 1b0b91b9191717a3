# SPDX-License-Identifier: EUPL-1.2
### Findings about data and metadata: for each code a sentence and, with "-mend", what the publisher can change.
### value: what the portal said; other: what it does not fit; field: the property.

## Metadata in general
title-missing = The dataset has no title.
title-missing-mend = Add dct:title, in German if possible.
description-missing = The dataset has no description.
description-missing-mend = Add dct:description: what the data contain, where they come from, which area they cover.
language-unrecognised = The language “{ $value }” is not known.
language-unrecognised-mend = Use the URI of the EU list, for German http://publications.europa.eu/resource/authority/language/DEU.
theme-missing = No theme of the EU list is given.
theme-missing-mend = Add dcat:theme with one of the 13 categories of http://publications.europa.eu/resource/authority/data-theme.
theme-unrecognised = The theme “{ $value }” is not on the EU list.
theme-unrecognised-mend = Give a URI of the EU list in dcat:theme; themes of your own belong in dct:subject or dcat:keyword.
hvd-unrecognised = The category “{ $value }” of high-value datasets is not known.
hvd-unrecognised-mend = Use a URI of http://data.europa.eu/bna/asd487ae75 in dcatap:hvdCategory.
frequency-unrecognised = The update frequency “{ $value }” is not known.
frequency-unrecognised-mend = Use a URI of http://publications.europa.eu/resource/authority/frequency in dct:accrualPeriodicity.
access-rights-unrecognised = The access statement “{ $value }” is not known.
access-rights-unrecognised-mend = Use a URI of http://publications.europa.eu/resource/authority/access-right in dct:accessRights; licences belong in dct:license.
availability-unrecognised = The planned availability “{ $value }” is not known.
availability-unrecognised-mend = Use a URI of http://publications.europa.eu/resource/authority/planned-availability in dcatap:availability.

## Time
date-invalid = “{ $value }” in { $field } is not a date that can be read.
date-invalid-mend = Write the date as YYYY-MM-DD, with a time as YYYY-MM-DDThh:mm:ss and time zone.
date-implausible = The date “{ $value }” in { $field } cannot be meant like this.
date-implausible-mend = Correct the year; leave out an open end.
temporal-reversed = The period begins on { $value } and ends before that, on { $other }.
temporal-reversed-mend = Swap or correct start and end in dct:temporal.

## Licence
licence-missing = No licence is given.
licence-missing-mend = Give dct:license with a URI of http://dcat-ap.de/def/licenses at every file and service.
licence-unknown = The licence statement “{ $value }” is not known; what it permits is open.
licence-unknown-mend = Replace the text by the licence's URI from http://dcat-ap.de/def/licenses; publish conditions of your own beside it.
licence-ambiguous = The licence statement “{ $value }” may mean several licences.
licence-ambiguous-mend = Name version and variant of the licence, best by its URI.
licence-contradiction = Two licence statements contradict each other: “{ $value }” and “{ $other }”.
licence-contradiction-mend = Leave only the licence that applies, the same in dct:license and dct:rights, at dataset and files.
catalogue-licence-missing = The catalogue names no licence for its metadata.
catalogue-licence-missing-mend = State the licence of the metadata with dct:license at the dcat:Catalog.

## Files and services
dataset-without-distribution = The dataset names neither a file nor a service.
dataset-without-distribution-mend = Add dcat:distribution with the address of the data.
distribution-without-url = A file or service has no usable address: { $value }.
distribution-without-url-mend = Add dcat:accessURL, for files dcat:downloadURL as well.
url-invalid = “{ $value }” in { $field } is not an internet address.
url-invalid-mend = Give the complete address, beginning with https://.
format-missing = The format is not given and cannot be told from the address.
format-missing-mend = Add dct:format with a URI of http://publications.europa.eu/resource/authority/file-type.
format-unrecognised = The format “{ $value }” is not known.
format-unrecognised-mend = Use a URI of http://publications.europa.eu/resource/authority/file-type in dct:format.
format-contradiction = The format “{ $value }” does not fit “{ $other }” in { $field }.
format-contradiction-mend = Correct the statement that does not fit the file.
media-type-unrecognised = The media type “{ $value }” is not registered.
media-type-unrecognised-mend = Use a type of the IANA list in dcat:mediaType, such as text/csv; packaging belongs in dcat:packageFormat.
byte-size-invalid = The file size “{ $value }” is not a number of bytes.
byte-size-invalid-mend = Give dcat:byteSize as a whole number without a unit.

## Standards
standard-metadata-profile = “{ $value }” describes the metadata, not the data.
standard-metadata-profile-mend = Name the metadata profile at the dcat:CatalogRecord; dct:conformsTo at dataset and file is for data standards.
standard-reference-system = “{ $value }” is a coordinate reference system, not a data standard.
standard-reference-system-mend = Nothing needs changing; the statement does not count as a data standard.
standard-unrecognised = The standard “{ $value }” is not known.
standard-unrecognised-mend = Give the URI of the specification in dct:conformsTo.

## Publishing body and kind of data
publisher-missing = No publishing body is named.
publisher-missing-mend = Add dct:publisher with the official name in foaf:name.
kommune-unresolved = No municipality is known for “{ $value }”.
kommune-unresolved-mend = Name the municipality by its official name in foaf:name, such as “Stadt …” or “Landkreis …”. How a name is read tells: datenspiegel kommune read.
kommune-ambiguous = “{ $value }” may mean several municipalities: { $other }.
kommune-ambiguous-mend = Add what tells the namesakes apart in the official name, or the key in dcatde:politicalGeocodingURI.
musterdatensatz-several = The dataset names several Musterdatensätze: “{ $value }” and { $other }.
musterdatensatz-several-mend = Leave the Musterdatensatz that fits the contents best.
musterdatensatz-contradiction = The publisher names the Musterdatensatz “{ $value }”; the title speaks for { $other }.
musterdatensatz-contradiction-mend = Check the assignment; the publisher's word counts.
musterdatensatz-unknown-uri = “{ $value }” is not an entry of the Musterdatenkatalog.
musterdatensatz-unknown-uri-mend = Use the URI of the current version of the Musterdatenkatalog.

## What was corrected while reading
dataset-duplicate = The dataset is in the catalogue more than once.
dataset-duplicate-mend = Publish every dataset once under its identifier.
encoding-repaired = The character encoding was declared wrongly; read was for example “{ $value }”.
encoding-repaired-mend = Deliver UTF-8 and say so in the Content-Type.
iri-relative = The identifier “{ $value }” is not complete; the portal's address was added.
iri-relative-mend = Publish complete IRIs, beginning with https://.
iri-repaired = The address “{ $value }” has characters that are not permitted and was corrected.
iri-repaired-mend = Percent-encode blanks and special characters in addresses.
language-tag-repaired = The language tag “{ $value }” is invalid and was corrected.
language-tag-repaired-mend = Use language tags of BCP 47, such as de or en.
statement-unwritable = A statement cannot be written in every syntax: “{ $value }”.
statement-unwritable-mend = Use properties whose name begins with a letter, and no control characters.
text-shortened = The text is unusually long and is shown shortened: "{ $value } …".
text-shortened-mend = Describe the dataset briefly; long texts belong into a file or onto the page linked.
text-control-characters = { $field ->
    [none] The text had control characters: “{ $value }”.
   *[other] The text in { $field } had control characters: “{ $value }”.
}
text-control-characters-mend = Remove the control characters; they often come from copying out of word processors.
json-repaired = The JSON was faulty at this place and was corrected: “{ $value }”.
json-repaired-mend = Leave out numbers that do not exist, and check the portal's output with a JSON validator.
turtle-repaired = The Turtle document was faulty here and was corrected: “{ $value }”.
turtle-repaired-mend = Check the portal's output with a Turtle validator.
xml-repaired = The XML document was faulty here and was corrected: “{ $value }”.
xml-repaired-mend = Write & as &amp; and check the portal's output with an XML validator.
