# SPDX-License-Identifier: EUPL-1.2
# Pages: frame, start, comparison, dataset, portals, about, errors

web-claim = Which open data municipalities provide, under which licences, in which formats and following which standards.
web-skip = Skip to content
web-other-language = Deutsch
web-trail = You are here
web-nav-main = Main navigation
web-nav-vergleich = Comparisons
web-nav-portale = Portals
web-nav-ueber = About
web-footer-readings = The facts come from the metadata of the portals; classifications and evaluations are this service's own readings.
web-more = { $count } more
web-open = open
web-page = Page
web-pages = Pages of the table

web-start-title = Open data of German municipalities compared
web-start-figures = Held at present
web-figure-datasets = { $count ->
    [one] Dataset
   *[other] Datasets
}
web-figure-distributions = { $count ->
    [one] File or service
   *[other] Files and services
}
web-figure-kommunen = { $count ->
    [one] Municipality
   *[other] Municipalities
}
web-figure-portals = { $count ->
    [one] Portal
   *[other] Portals
}
web-start-ways = Ways in
web-start-portale = Which portals are read and how recent the data are.
web-start-catalog = Catalogue as DCAT-AP.de
web-start-catalog-text = All datasets as a machine-readable catalogue following DCAT-AP.de 3.0, for other portals and programs to fetch.
web-start-empty = There are no data yet
web-start-empty-text = The store is ready, but no portal has been harvested. A portal is harvested on the command line:
web-start-empty-more = Reload this page afterwards. The configuration file says which portals are set up.

web-vergleich-title = Comparisons
web-vergleich-lead = Every question gives a table that can be filtered, sorted, linked to and downloaded.
web-vergleich-laender = The same question for the states
web-vergleich-laender-how = States are compared by INSPIRE themes and categories of high-value datasets.

web-filter-title = Narrow the selection
web-filter-set = Filters set
filter-all = all
filter-apply = Show
filter-clear = Remove all filters
filter-remove = remove filter
filter-q = Search text
filter-kommune = Municipality
filter-kommune-add = Add a municipality
filter-kommune-hint = Official name or official key, for example 13003000
filter-land = State
filter-groesse = Size (KGSt)
filter-groesse-1 = 1 – 400,000 inhabitants and more
filter-groesse-2 = 2 – 200,000 to below 400,000
filter-groesse-3 = 3 – 100,000 to below 200,000
filter-groesse-4 = 4 – 50,000 to below 100,000
filter-groesse-5 = 5 – 25,000 to below 50,000
filter-groesse-6 = 6 – 10,000 to below 25,000
filter-groesse-7 = 7 – below 10,000
filter-groesse-k1 = Districts 1 – 250,000 inhabitants and more
filter-groesse-k2 = Districts 2 – 150,000 to below 250,000
filter-groesse-k3 = Districts 3 – below 150,000
filter-typ = Kind of municipality
filter-typ-hint = Without a choice, cities and towns are compared, independent ones and those within districts together. States always stand apart.
filter-typ-kreisfrei = independent cities
filter-typ-kreisangehoerig = towns within districts
filter-typ-kreis = districts
filter-typ-verband = associations of municipalities
filter-typ-land = states
filter-musterdatensatz = Data holding
filter-thema = Field
filter-lizenz = Licence
filter-offen = Licence open
filter-offen-ja = yes
filter-offen-nein = no
filter-format = Format
filter-standard = Standard
filter-portal = Portal
filter-stand = Data as of, from
filter-modified-since = Metadata changed since

web-notes-title = How to read this table
web-notes-only-way = “Only way” counts municipalities that give no other data format (or no other standard of the same level).
web-notes-view = Views such as WMS, PDF or HTML show data but do not hand them out. They are marked and do not count as access to the data.
web-notes-competition = “Nothing in common” counts pairs of municipalities that offer something on the same level (file, service) and share none of it.
web-notes-evidence = Standards are verified (seen in the service or file), declared (in the metadata) or inferred (from the format). Every municipality counts with its strongest evidence.
web-rows = { $total ->
    [one] 1 row
   *[other] { $total } rows
}{ $pages ->
    [one] {""}
   *[other] , page { $page } of { $pages }
}
web-all-rows = { $count ->
    [one] Show the entry
   *[other] Show all { $count } entries
}
web-unfold = Show details
web-holdings = { $count ->
    [one] 1 holding
   *[other] { $count } holdings
}
web-only-view = { $count ->
    [one] 1 only as a view
   *[other] { $count } only as a view
}
web-reach-single = Reaches most
web-reach-full = Together reach all
web-reach-greedy = approximation
web-competition = Nothing in common
value-none = nothing given
web-empty-yet = There is nothing to show here yet.
web-empty-answer = There are no data holdings for this selection. Fewer filters show more.
web-beyond = The table does not have that many pages; there are { $pages }.
web-first-page = To the first page
web-downloads-title = Take the table with you
web-downloads-json = JSON
web-downloads-csv = CSV
web-downloads-csv-de = CSV for German spreadsheets
web-downloads-xlsx = Excel (XLSX)

web-dataset-on-this-page = On this page
web-dataset-untitled = Dataset without title
web-dataset-retired = This dataset is no longer present at its source (since { $day }). The page shows what was known last.
web-dataset-said = Said by the portal
web-dataset-understood = Read as
web-dataset-not-single = not kept apart
web-dataset-attribute = Property
web-dataset-reading = What was said and how it was read
web-dataset-reading-lead = On the left what the portal says, on the right how this service read it.
web-dataset-publisher = Publishing body
web-dataset-musterdatensatz = Data holding (Musterdatensatz)
web-dataset-musterdatensatz-hint = A Musterdatensatz is a category of the Musterdatenkatalog, not a template for data.
web-dataset-thema = Field
web-dataset-themes = EU data themes
web-dataset-inspire = INSPIRE themes
web-dataset-hvd = High-value datasets
web-dataset-licence = Licence
web-dataset-data-as-of = Data as of
web-dataset-modified = Metadata changed
web-dataset-issued = Published
web-dataset-temporal = Period
web-dataset-temporal-value = { $start } to { $end }
web-dataset-frequency = Update frequency
web-dataset-access-rights = Access
web-dataset-availability = Availability
web-dataset-keywords = Keywords
web-dataset-portal = Portal
web-dataset-identifier = Identifier at the source
web-dataset-catalogue = Catalogue
web-dataset-first-seen = First seen
web-dataset-landing = Page at the source
web-dataset-source = Origin
web-dataset-description = Description
web-dataset-files = Files and services
web-dataset-no-files = No files or services are given for this dataset.
web-dataset-file = File or service { $number }
web-dataset-file-modified = Changed
web-dataset-download = Download
web-dataset-access = Access page
web-dataset-format = Format
web-dataset-media-type = Media type
web-dataset-format-class = Openness of the format
web-dataset-format-stars = { $stars } of 5 stars: { $machine ->
    [yes] machine-readable
   *[no] not machine-readable
}, { $open ->
    [yes] open format
   *[no] no open format
}
web-dataset-format-aside = by the five-star scheme, the licence aside
web-dataset-size = Size
web-dataset-attribution = Credit line of the portal
web-dataset-services = Services
web-dataset-endpoint = Address of the service
web-dataset-standards = Standards
web-dataset-findings = Findings
web-dataset-findings-lead = What was noticed while reading the metadata and how it can be mended.
web-dataset-no-findings = No findings on this dataset.
web-dataset-formats = As DCAT-AP.de
web-status-exact = clear
web-status-likely = likely
web-status-ambiguous = ambiguous
web-status-unknown = not recognised
web-status-missing = not given
web-status-mixed = differing
web-status-derived = derived
web-status-candidates = Possible: { $names }
web-severity-note = Note
web-severity-warning = Warning
web-severity-error = Important

web-portale-title = Portals
web-portale-lead = These portals are read. The last successful harvest tells how recent the data are.
web-portale-never = never
web-portale-empty = No portal has been harvested yet.
question-portale-title = Portals
question-portale-short = Portals
question-portale-description = Which portals are read and how recent the data are.
column-portal = Portal
column-kind = Interface
column-url = Address
column-datasets = Datasets
column-distributions = Files and services
column-last-success = Last success
column-last-try = Last try
column-state = State
state-none = not harvested yet
state-running = running
state-complete = complete
state-complete-with-rejects = complete, single items rejected
state-not-modified = unchanged
state-partial = incomplete
state-failed = failed
state-quarantined = waiting for a decision
state-overtaken = overtaken
state-rejected = discarded
state-withdrawn = taken out

web-ueber-title = About this service
web-ueber-what = Datenspiegel reads the metadata of open data from municipal portals and from GovData, classifies them and makes them comparable: which data are there, under which licences, in which formats and following which standards?
web-ueber-how-title = How it reads
web-ueber-how = What a portal says is kept word for word. Beside it stands how this service read it. Licences are recognised only where they are stated clearly. What cannot be read for certain is shown as “not recognised”, “ambiguous” or “not given”, and never guessed.
web-ueber-data-title = Data and licences
web-ueber-data = The portals' metadata are under the terms their catalogues name. This service's own readings are under the licence that the catalogue at /catalog names.
web-ueber-sources-title = Sources of the registers
web-ueber-sources = Official keys, names and populations: statistical offices of the Federation and the states (Gemeindeverzeichnis). Musterdatensätze: Musterdatenkatalog. Formats, themes and frequencies: authority tables of the Publications Office of the European Union. Licences: DCAT-AP.de.
web-ueber-part-title = For municipalities and portals
web-ueber-part = The page of a portal shows when it was last harvested, what was noticed about its metadata and how that can be mended at the source. Corrections show after the next harvest. Whoever operates this service decides which portals are read.
web-ueber-operator-title = Provider
web-ueber-operator = Provided by { $operator }.
web-ueber-contact = Contact: { $contact }
web-ueber-software = Software: Datenspiegel { $version }, free software under the EUPL-1.2.

web-error-title = That did not work
web-error-status = Status { $status }
web-error-home = To the start page
web-error-anew = Begin anew without filters
web-error-400 = The request cannot be read. Please check the address.
web-error-404 = There is nothing at this address. Please check it or go on from the start page.
web-error-405 = This address can only be read, not written to. Please use GET.
web-error-406 = No answer is possible in any of the forms asked for. Please ask for another one.
web-error-413 = The request is too large. 1 MB at most can be taken.
web-error-414 = The address is too long. Please set fewer filters; 8 KB at most are possible.
web-error-500 = Something went wrong here, and not because of your input. Please try again later.
web-error-503 = The store cannot be reached at the moment. Please try again in a few seconds.
web-error-other = The request could not be answered (status { $status }). Please check the address.
web-ready = ready
web-unknown-dataset = There is no dataset with this identifier. Please check the address.
