# SPDX-License-Identifier: EUPL-1.2
# Comparisons: questions, columns, values, notes, filters

question-haeufigste-datenbestaende-title = Most frequent data holdings
question-haeufigste-datenbestaende-short = Most frequent holdings
question-haeufigste-datenbestaende-description = Which data do municipalities publish most often – and under which licences, in which formats and following which standards?

column-datenbestand = Data holding
column-land-thema = Theme
column-thema = Field
column-art = Classification
column-kommunen = Municipalities
column-laender = States
column-anteil = Share
column-datensaetze = Datasets
column-bestaende = Holdings
column-lizenzen = Licences
column-formate = Formats
column-nur-ansicht = Only as a view
column-formate-konkurrenz = No common format
column-formate-nenner = Most common format
column-formate-menge = Smallest set of formats
column-standards = Standards
column-standards-konkurrenz = No common standard
column-standards-nenner = Most common standard
column-standards-menge = Smallest set of standards
column-value = Value
column-only-way = Only way
column-level = Level
column-evidence = Evidence
column-notes = Notes on this table

value-not-given = not given
value-unknown = not recognised

level-file = file
level-service = service
level-view = view
level-file-format = file format
level-service-interface = interface
level-data-model = data model
level-code-list = code list

art-musterdatensatz = Musterdatensatz
art-inspire = INSPIRE theme
art-hvd = high-value dataset category

cell-reach = { $names } ({ $count } of { $all })
cell-competition = { $level }: { $pairs } of { $possible } pairs
cell-view = view
cell-only-way = the only way for { $count }
cell-only-value = for { $count } the only one
cell-evidence-verified = verified { $count }
cell-evidence-declared = declared { $count }
cell-evidence-inferred = inferred { $count }

note-base = { $unit ->
    [land] { $count ->
        [one] Base: one state with classified datasets
       *[other] Base: { $count } states with classified datasets
    }
   *[kommune] { $count ->
        [one] Base: one municipality with at least one classified data holding
       *[other] Base: { $count } municipalities with at least one classified data holding
    }
} in this selection; shares refer to them. { $unit ->
    [land] A state includes its ministries, offices and universities.
   *[kommune] A municipality includes, beside its core administration, the enterprises, companies and associations named after it alone, and in the city states the bodies of the state.
}
note-bodies = A municipality includes, beside its core administration, the enterprises, companies and associations named after it alone, and in the city states the bodies of the state.
note-counting = { $unit ->
    [land] The unit is state and theme, not the file: many files of one state count once. A state can use several licences, formats and standards, so the numbers in a cell do not add up.
   *[kommune] The unit is municipality and data holding, not the file: many files of one municipality count once. A municipality can use several licences, formats and standards, so the numbers in a cell do not add up.
}
note-laender = States are compared by INSPIRE theme and by EU category of high-value datasets, because the Musterdatenkatalog describes municipal data only.
note-facet-filter = Licence, openness, format and standard select the municipalities that offer the holding in that way among others; all datasets of these municipalities on this holding are counted.
note-ignored = The filter “{ $parameter }” has no effect on this comparison.

selection-unknown-parameter = There is no filter “{ $parameter }”. The nearest one is “{ $near }”.
selection-repeated = “{ $parameter }” can be given only once.
selection-too-many = “{ $parameter }” takes { $most } values at most.
selection-too-long = “{ $parameter }” can have { $most } characters at most.
selection-bad-value = “{ $parameter }” has no value “{ $value }”. Please take a value from the list.
selection-not-in-list = “{ $value }” is not a value of “{ $parameter }”. Possible values: { $allowed }.
selection-not-a-number = “{ $parameter }” must be a whole number from 1, not “{ $value }”.
selection-not-a-date = “{ $value }” is not a date. Please write YYYY-MM-DD, for example 2024-12-31.
selection-not-an-instant = “{ $value }” is not an instant. Please write YYYY-MM-DDThh:mm:ssZ, for example 2024-12-31T08:00:00Z.
selection-page-size = A page can have { $largest } rows at most. Please choose a smaller “pro-seite”.
selection-no-such-kommune = No municipality “{ $value }” is known. Please give its official name or its official key (2, 5, 8 or 9 digits).
selection-kommune-ambiguous = “{ $value }” does not name one municipality for certain. Please give the key: { $candidates }.
selection-land-apart = States can only be compared among themselves, because their data are classified by other themes. Please choose “typ=land” alone and do not mix states with municipalities.
selection-sorting = The table cannot be sorted by “{ $value }”. Possible values: { $allowed }; put a minus in front to sort downwards.
