# SPDX-License-Identifier: EUPL-1.2
# Data standards: questions, list, one standard

question-standards-je-musterdatensatz-title = Standards by data holding
question-standards-je-musterdatensatz-short = Standards by data holding
question-standards-je-musterdatensatz-description = By which standards do municipalities publish the same data, for how many is there only one way, who shares none with others, and what are standards made for?
question-standards-je-kommune-title = Standards by municipality
question-standards-je-kommune-short = Standards by municipality
question-standards-je-kommune-description = In how many of its holdings does each municipality use which standards, and how good is the evidence?
question-abdeckung-title = Coverage
question-abdeckung-short = Coverage
question-abdeckung-description = Which municipality publishes which data? A matrix of municipalities and data holdings.
question-standards-title = Data standards
question-standards-short = Data standards
question-standards-description = Data standards for municipal data: what they are for, who keeps them and how often they occur, by grade of evidence.
question-standard-title = Municipalities with this standard
question-standard-short = Municipalities
question-standard-description = Which municipalities publish data by a standard, and how that is known.

column-mit-standard = With a standard
column-mit-standard-anteil = Share with a standard
column-nachgewiesen = verified
column-angegeben = declared
column-erschlossen = inferred
column-ohne-standard = not given
column-teilen-keinen = Share no standard
column-teilen-keinen-wer = Who shares none
column-vorgesehen = Made for it (steward)
column-vorgesehen-kommunen = Municipalities with a standard made for it
column-vorhanden = Held
column-vorhanden-anteil = Share held
column-standard = Standard
column-ebene = Level
column-fachgebiet = Domain
column-herausgeber = Steward
column-kommunen-nachgewiesen = Municipalities: verified
column-kommunen-angegeben = Municipalities: declared
column-kommunen-erschlossen = Municipalities: inferred
column-datensaetze-nachgewiesen = Datasets: verified
column-datensaetze-angegeben = Datasets: declared
column-datensaetze-erschlossen = Datasets: inferred
column-bestaende-standard = Holdings by the standard
column-bestaende-standard-anteil = Share of its holdings
column-datenbestaende-namen = Which holdings

choice-ebene = Level of the standard
choice-ebene-alle = all levels
choice-ebene-data-model = data model
choice-ebene-service-interface = interface
choice-ebene-file-format = file format
choice-ebene-code-list = code list
choice-beleg = Evidence
choice-beleg-alle = all evidence, also inferred
choice-beleg-angegeben = declared or verified
choice-beleg-nachgewiesen = verified only
choice-spalten = Musterdatensätze (most frequent first)
choice-spalten-1 = 1 to 12
choice-spalten-2 = 13 to 24
choice-spalten-3 = 25 to 36
choice-spalten-4 = 37 to 48
choice-spalten-5 = 49 to 60
choice-spalten-6 = 61 to 72
choice-spalten-7 = 73 to 84
choice-spalten-8 = 85 to 96
choice-spalten-9 = 97 to 108
choice-spalten-10 = 109 to 120
choice-spalten-11 = 121 to 132
choice-spalten-12 = 133 to 144
choice-spalten-13 = 145 to 156
choice-spalten-14 = 157 to 168
choice-spalten-15 = 169 to 180
choice-spalten-16 = 181 to 192
choice-spalten-17 = 193 to 204
choice-spalten-18 = 205 to 216
choice-spalten-19 = 217 to 228
choice-spalten-20 = 229 to 240
choice-spalten-21 = 241 to 252
choice-spalten-alle = all at once

note-standards-unit = { $unit ->
    [land] Counted by Land and theme, not by file.
   *[kommune] Counted by municipality and holding, not by file: many files of one municipality count once.
}
note-standards-grades = Evidence is kept apart: "declared" stands in the metadata (dct:conformsTo), "verified" was seen at the service or in the file itself, "inferred" follows from format, title or address, "not given" means that nothing is known. The strongest evidence counts.
note-standards-only-way = "Only way" counts municipalities that offer no other standard of the same level. View services such as WMS only show data and are no way to them.
note-standards-alone = "Share no standard" counts municipalities that use a standard, but none that another municipality of this selection uses for the same data.
note-standards-made-for = "Made for it" names standards that their steward made for such data; that is advice, not a duty.
note-standards-sum = The four grades of a row add up to its holdings. A holding with two standards counts under each.
note-abdeckung-columns = Shown are { $shown } of { $count } Musterdatensätze, the most frequent of this selection first; topic and Musterdatensatz narrow them. "Held" counts all { $count }.
note-abdeckung-reading = A number is the number of datasets; a dash means that nothing is known. Data may be published elsewhere or described otherwise.
note-standards-counts = Datasets and municipalities count under the strongest evidence they have for the standard. A dataset with two standards counts under each.
note-standards-metadata = Metadata profiles such as DCAT-AP.de describe metadata, not the data; they are not counted for datasets.
note-standard-base = { $count ->
    [0] No municipality of this selection is known to publish data by this standard.
    [one] One municipality of this selection publishes data by this standard.
   *[other] { $count } municipalities of this selection publish data by this standard.
}

abdeckung-present = held, datasets:
abdeckung-absent = nothing known
abdeckung-no-columns = There are not that many Musterdatensätze in this selection. Please choose an earlier group.
standards-fitting = { $count ->
    [0] Known of no municipality.
    [one] Known of one municipality.
   *[other] Known of { $count } municipalities.
}
standards-made-for-this = Standards made for this data
standards-none-made = none known
standards-holdings = { $count ->
    [one] 1 holding
   *[other] { $count } holdings
}
standards-name = Name, abbreviation or steward
standards-level = Level
standards-domain = Domain
standards-all = all
standards-compare = Compare standards

standard-unknown = The standard "{ $key }" is not listed here. Please look in the list of data standards.
standard-steward = Steward
standard-specification = Specification
standard-no-specification = No address could be confirmed.
standard-id = Id
standard-recognised = How it is recognised
standard-recognised-lead = It is declared where dct:conformsTo names one of these addresses or names. From formats, words and addresses it is inferred.
standard-uris = Addresses in conformsTo
standard-urns = Identifiers in the XRepository
standard-namespaces = Namespaces
standard-aliases = Names
standard-formats = Formats that imply it
standard-carriers = Formats it may come in
standard-words = Words in titles and keywords
standard-addresses = Patterns in addresses
standard-made-for = Musterdatensätze it was made for
standard-used-for = What it is used for
standard-users = Who publishes with it
standard-search = Search datasets with this standard
standard-nobody = No municipality is known to publish data by this standard.
standard-metadata = This is a standard for metadata. It says nothing of the data themselves and is not counted for datasets.
standard-verified = Checked
standard-verified-sources = Names, namespaces or addresses were found in published schemas, software or pages on { $day }.
standard-verified-steward = As published by the steward, not opened again on { $day }.
standard-list = All data standards
standard-compare = Compare standards by Musterdatensatz

ebene-file-format = file format
ebene-service-interface = interface
ebene-data-model = data model
ebene-code-list = code list
ebene-metadata = metadata
fachgebiet-general = general
fachgebiet-geo = geodata
fachgebiet-planning = planning and building
fachgebiet-construction = structures, roads, sewers
fachgebiet-transport = mobility
fachgebiet-politics = politics and elections
fachgebiet-finance = finance and procurement
fachgebiet-sensors = sensors
fachgebiet-science = science
fachgebiet-statistics = statistics
fachgebiet-smart-city = city data platforms
fachgebiet-administration = administration
fachgebiet-metadata = metadata

cli-option-ebene = standards: data-model, service-interface, file-format or code-list
cli-option-beleg = standards: alle (every evidence), angegeben (declared or verified) or nachgewiesen (verified only)
cli-option-spalten = coverage: which twelve Musterdatensätze by frequency (1 to 21), or alle
