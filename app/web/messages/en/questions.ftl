# SPDX-License-Identifier: EUPL-1.2
# Further questions, and the pages of Kommunen and Musterdatensätze

question-lizenzen-je-kommune-title = Licences by municipality
question-lizenzen-je-kommune-short = Licences by municipality
question-lizenzen-je-kommune-description = Under which licences does each municipality publish its data holdings, and how many of them are under an open licence?
question-musterdatensatz-im-vergleich-title = One data holding compared
question-musterdatensatz-im-vergleich-short = One data holding compared
question-musterdatensatz-im-vergleich-description = How do different municipalities publish the same data holding: in which formats, following which standards, under which licence and how up to date?
question-potenzial-title = Potential
question-potenzial-short = Potential
question-potenzial-description = Which data holdings do comparable municipalities publish that one municipality does not offer yet? With examples and the licences and formats that are usual there.
question-kommunen-title = Municipalities
question-kommunen-short = Municipalities
question-kommunen-description = Which municipalities, districts and associations publish open data, and how much.
question-kommune-title = Data holdings of a municipality
question-kommune-short = Data holdings
question-kommune-description = Which data holdings a municipality publishes, with formats, standards and licences.
question-musterdatensaetze-title = Data holdings
question-musterdatensaetze-short = Musterdatensätze
question-musterdatensaetze-description = All data holdings of the Musterdatenkatalog by field, and how many municipalities publish them.
question-musterdatensatz-title = Publishing municipalities
question-musterdatensatz-short = Municipalities
question-musterdatensatz-description = Which municipalities publish a data holding, with formats, standards and licences.

column-kommune = Municipality
column-land = State
column-typ = Kind
column-groesse = Size class
column-einwohner = Population
column-offen = Under an open licence
column-offen-anteil = Share open
column-familien = Licence families
column-titel = Datasets (titles)
column-aktualisierung = Frequency of update
column-stand = Data as of
column-portale = Portals
column-datenbestaende = Data holdings
column-vergleichskommunen = Comparable municipalities
column-beispiele = Examples
column-number = Number

evidence-verified = verified
evidence-declared = declared
evidence-inferred = inferred
family-international = international
family-national = national
family-own = own and other terms
typ-kreisfrei = independent city
typ-kreisangehoerig = municipality within a district
typ-kreis = district
typ-verband = association of municipalities
typ-land = state
groesse-none = none
groesse-1 = 1
groesse-2 = 2
groesse-3 = 3
groesse-4 = 4
groesse-5 = 5
groesse-6 = 6
groesse-7 = 7
groesse-k1 = K1
groesse-k2 = K2
groesse-k3 = K3

note-lizenzen-base = { $unit ->
    [land] { $count ->
        [one] Base: one state with datasets in this selection. A state includes its ministries, offices and universities.
       *[other] Base: { $count } states with datasets in this selection. A state includes its ministries, offices and universities.
    }
   *[kommune] { $count ->
        [one] Base: one municipality with datasets in this selection. A municipality includes, beside its core administration, the enterprises, companies and associations named after it alone, and in the city states the bodies of the state.
       *[other] Base: { $count } municipalities with datasets in this selection. A municipality includes, beside its core administration, the enterprises, companies and associations named after it alone, and in the city states the bodies of the state.
    }
}
note-lizenzen-counting = Holdings are counted: the yearly slices of a series are one holding. A holding with two licences counts under each, so the numbers of a row make no sum.
note-lizenzen-open = “Under an open licence” counts each holding once if at least one file or service is under an open licence.
note-lizenzen-families = “Not given” and “not recognised” are values of their own. Licence families: international (such as Creative Commons), national (such as Datenlizenz Deutschland), own and other terms.
note-lizenzen-filter = Licence and openness choose municipalities that offer at least one holding with them; all of their holdings are then counted.
note-vergleich-base = { $count ->
    [0] No dataset of this data holding is known in this selection.
    [one] One municipality of this selection publishes the data holding.
   *[other] { $count } municipalities of this selection publish the data holding.
}
note-vergleich-silent = Without an assigned dataset in this selection: { $names }.
note-vergleich-reading = Formats, standards and licences cover all datasets of a municipality for this data holding; at most ten titles are named. “Data as of” is the latest that is given.
note-format-single = Common denominator of formats: { $names } is offered by { $count } of { $all } municipalities whose data can be retrieved.
note-format-full = Whoever processes { $names } reaches all { $all } of these municipalities.
note-format-none = No format in which the data can be retrieved is given anywhere.
note-format-silent = { $count ->
    [one] For one municipality no format is given.
   *[other] For { $count } municipalities no format is given.
}
note-standard-single = Common denominator of standards: { $names } is used by { $count } of { $all } municipalities with a known standard.
note-standard-full = Whoever processes { $names } reaches all { $all } of these municipalities.
note-standard-none = No data standard is known anywhere.
note-peers = { $step ->
    [like] Comparable to “{ $name }”: { $count } municipalities of the same kind and size class (KGSt) that publish data.
    [near] Comparable to “{ $name }”: { $count } municipalities of the same kind in its own and the neighbouring size classes (KGSt), as fewer than { $enough } in its own publish data.
    [kind] Comparable to “{ $name }”: { $count } municipalities of the same kind and any size, as fewer than { $enough } in its own and the neighbouring size classes (KGSt) publish data.
    [sizeless] Comparable to “{ $name }”: { $count } municipalities of the same kind that publish data; there are no size classes (KGSt) for them.
    [level] Comparable to “{ $name }”: { $count } independent cities and municipalities of any size, as fewer than { $enough } of the same kind publish data.
   *[chosen] Comparable to “{ $name }”: { $count } municipalities by the filters set for kind and size.
}
note-peer-names = Nearest in population: { $names }{ $more ->
    [0] .
   *[other] {" "}and { $more } more.
}
note-potenzial-nothing = No assigned dataset of “{ $name }” is known yet; everything that comparable municipalities publish is shown.
note-potenzial-reading = A row is a suggestion, not a rating: the data may be published elsewhere, described differently or not exist locally. One of the example datasets may serve as a pattern.
note-kommunen-base = { $count ->
    [0] No municipality of this selection publishes data.
    [one] One municipality of this selection publishes data.
   *[other] { $count } municipalities of this selection publish data.
}
note-kommunen-counting = “Data holdings” counts for how many Musterdatensätze there are data; “Holdings” counts datasets, the yearly slices of a series as one.
note-kommunen-search = With a search text, municipalities without known data are shown too.
note-kommune-unclassified = { $count ->
    [one] One dataset is assigned to no Musterdatensatz and is not in the table.
   *[other] { $count } datasets are assigned to no Musterdatensatz and are not in the table.
}
note-kommune-presence = Formats, standards and licences of a row cover all datasets of the municipality for this data holding.
note-musterdatensaetze-base = { $count ->
    [one] Municipalities with data in this selection are counted: one.
   *[other] Municipalities with data in this selection are counted: { $count }.
}
note-musterdatensatz-category = A Musterdatensatz is a category of the German Musterdatenkatalog, not a model for data.
note-musterdatensatz-land = The Musterdatenkatalog describes municipal data holdings; states are not in it.

selection-required = This comparison needs “{ $parameter }”. Please give exactly one value.
selection-not-for-laender = This question can be asked for municipalities, districts and associations only, not for states. Please choose a municipality.

web-nav-kommunen = Municipalities
web-nav-musterdatensaetze = Data holdings
web-choose-title = Choice
web-choose-kommune = Municipality
web-choose-kommune-lead = For which municipality shall the potential be shown?
web-choose-musterdatensatz-lead = Which data holding shall be compared?
web-choose-none = – please choose –
web-choose-name = Name of the municipality contains
web-choose-kommune-change = Another municipality
web-choose-peers = Choose the comparable municipalities yourself
web-choose-peers-hint = Without a choice: same kind and size class (KGSt), widened step by step while there are fewer than five.
web-no-titles = no title
web-more-titles = { $count ->
    [one] and 1 more dataset
   *[other] and { $count } more datasets
}
web-of-peers = of { $count } comparable municipalities
web-potenzial-none = The comparable municipalities publish nothing that is not offered here as well.
web-page-of = To the page of { $name }
web-kommune-official = Official key
web-kommune-ars = Regional key
web-kommune-kind = Kind
web-kommune-size = Size class (KGSt)
web-kommune-population = Population
web-kommune-area = Area
web-kommune-area-value = { $area } km²
web-kommune-land = State
web-kommune-kreis = District
web-kommune-verband = Association of municipalities
web-kommune-same = Also
web-kommune-facts = Profile
web-kommune-figures = At present
web-kommune-counting = The yearly slices of a series are one holding. A Musterdatensatz takes holdings of the same kind of all municipalities together.
web-kommune-nothing = No data of this administration itself are known yet.
web-kommune-nothing-more = What comparable municipalities publish is shown by its potential.
web-kommune-holdings = Data holdings by field
web-kommune-holdings-land = Themes by INSPIRE and EU categories
web-kommune-licences = Licences
web-kommune-licences-lead = Holdings per licence; a holding with two licences counts under each.
web-kommune-portals = Portals
web-kommune-portals-lead = The datasets were found through these portals.
web-kommune-members = Municipalities with data in this area
web-kommune-all-members = All in { $name }
web-kommune-questions = Compare further
web-kommune-to-frequent = Most frequent data holdings of comparable municipalities
web-kommune-to-licences = Licences of comparable municipalities
web-kommune-to-matrix = Who has what? Comparable municipalities side by side
web-kommune-to-neighbours = Who has what? Municipalities in { $land } side by side
web-kommune-to-potential = Potential of { $name }
web-kommune-search = All datasets of { $name }
web-figure-datenbestaende = Musterdatensätze
web-figure-bestaende = Holdings
web-figure-offen = under an open licence
web-musterdatensatz-use = What is in use
web-musterdatensatz-who = Who publishes the data holding
web-musterdatensatz-compare = Compare these municipalities
web-musterdatensatz-combine = Can these data be merged, for commercial purposes too?
web-musterdatensatz-compare-text = Titles, formats, standards, licence, frequency of update and date of the data side by side
web-musterdatensatz-official = Entry in the Musterdatenkatalog
web-musterdatensatz-nobody = No municipality of this selection publishes this data holding yet.
web-musterdatensatz-count = { $count ->
    [0] no municipality yet
    [one] 1 municipality
   *[other] { $count } municipalities
}
web-datasets-count = { $count ->
    [one] 1 dataset
   *[other] { $count } datasets
}
web-unknown-kommune = No municipality with the key “{ $key }” is known. Please give an official key of 2, 5, 8 or 9 digits, or search the list of municipalities.
web-unknown-musterdatensatz = There is no Musterdatensatz “{ $key }”. Please look in the list of Musterdatensätze.
web-sorted-by = by { $name }
web-nav-compare = Compare with similar municipalities
web-denominator = Common denominator
web-peers = Comparable municipalities
web-musterdatensatz-search = All datasets on { $name }
