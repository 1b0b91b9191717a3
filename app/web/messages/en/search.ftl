# SPDX-License-Identifier: EUPL-1.2
# Search: hits, facets, suggestions

question-suche-title = Search
question-suche-short = Search
question-suche-description = Search all datasets and narrow them by Land, municipality, topic, licence, format and data as of.

column-datensatz = Dataset
column-stelle = Publishing body
column-musterdatensatz = Kind of data
column-lizenz = Licence
column-geaendert = Metadata changed

search-hint = Words in quotation marks are searched exactly as they stand; a minus before a word excludes it.
search-hits = { $count ->
    [one] 1 dataset
   *[other] { $shown } datasets
}
search-to-hits = To the results
search-filters = Filters
search-filters-set = set
search-suggestion-musterdatensatz = kind of data
search-suggestion-datensatz = dataset
search-suggestions = { $count ->
    [0] No suggestions
    [one] 1 suggestion, use the arrow keys
   *[other] { $count } suggestions, use the arrow keys
}
search-did-you-mean = Did you mean:
search-loosened-typos = Nothing is spelled exactly like that. Shown is what is spelled alike.
search-loosened-any = No dataset has all the words. Shown is what has at least one of them.
search-makeshift = The search index is being built. Until then only titles are searched, and the filters at the side are missing. Please search again in a minute.
search-nothing = There are no datasets for this search.
search-without-filters = { $count ->
    [one] Search without filters: 1 dataset
   *[other] Search without filters: { $shown } datasets
}
search-advice-fewer = Fewer words or filters show more.
search-advice-general = A more general word often helps, for example “Bäume” instead of “Straßenbaumarten”.
search-advice-browse = See the most frequent kinds of data
search-beyond = The list of results does not go that far. Please narrow the search.
search-since = since { $year }
search-sorting = Sort by
search-sorting-relevanz = Relevance
search-sorting-titel = Title
search-sorting-stand = Data as of
search-sorting-kommune = Municipality
search-facet-land = Land
search-facet-groesse = Size of municipality
search-facet-typ = Kind of municipality
search-facet-kommune = Municipality
search-facet-musterdatensatz = Kind of data
search-facet-thema = Topic
search-facet-lizenz = Licence
search-facet-offen = Open licence
search-facet-format = Format
search-facet-standard = Standard
search-facet-portal = Portal
search-facet-schlagwort = Keyword
search-facet-stand = Data as of
filter-offen-unklar = unclear or not given
web-error-429 = Those were very many searches in a short time. Please wait a few seconds and search again.
