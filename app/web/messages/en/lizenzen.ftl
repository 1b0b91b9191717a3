# SPDX-License-Identifier: EUPL-1.2
# Licences: the list, one licence, side by side

question-lizenzen-title = Licences
question-lizenzen-short = Licences
question-lizenzen-description = Which licences open data carry, what the licence texts grant and ask, and how often they occur.
question-lizenz-title = Municipalities with this licence
question-lizenz-short = Municipalities
question-lizenz-description = Which municipalities publish data under a licence.

column-familie = Family
column-datensaetze-anteil = Share of all datasets
column-kommerziell = Commercial use
column-offene-lizenz = Open licence
column-hvd = For high-value datasets
column-empfohlen = Recommended by
column-bestaende-lizenz = Holdings under the licence
column-bestaende-anteil = Share of their holdings
familie-international = international
familie-national = national
familie-own = own and other terms
familie-none = no licence
familie-unknown = not recognised
kommerziell-yes = compatible with the licence text
kommerziell-no = excluded
kommerziell-unclear = unclear
offene-lizenz-yes = yes
offene-lizenz-no = no
offene-lizenz-unclear = unclear
hvd-yes = suitable
hvd-no = not suitable
hvd-unclear = unclear

note-lizenzen-counts = A dataset counts under every licence that one of its files or services carries, so the numbers make no sum. A holding takes the yearly slices of a series together. A municipality counts as soon as one of its holdings stands under the licence.
note-lizenzen-words = “Open” follows the Open Definition, “high-value datasets” Implementing Regulation (EU) 2023/138. “Unclear” means that the statement may mean several licences, or that the text does not settle it.
note-lizenz-base = { $count ->
    [one] One municipality has at least one holding under this licence.
   *[other] { $count } municipalities have at least one holding under this licence.
}

lizenzen-shares = Shares
lizenzen-share-commercial = commercially usable
lizenzen-name = Name or id of the licence
lizenzen-pick = compare
lizenzen-compare = Compare the marked ones
lizenzen-compare-hint = Up to { $most } licences can stand side by side.
lizenzen-side-by-side = Licences side by side
lizenzen-add = Add a licence
lizenzen-to-clearing = Check whether data under these licences can be combined

lizenz-unknown = The licence “{ $key }” is not listed here. Please look into the list of licences.
lizenz-description = What the licence text grants, asks and excludes, and who uses it.
lizenz-no-advice = This page puts licence texts into plain words. It is no legal advice; the licence text is what counts.
lizenz-in-short = At a glance
lizenz-id = Id
lizenz-text = Licence text
lizenz-uri-eu = EU list
lizenz-kind-licence = This is what the licence text says.
lizenz-kind-class = This statement names no particular licence and may mean several. What applies depends on which one is meant; only the publisher can say.
lizenz-kind-statement = This is a statement about the data and no licence. It grants no rights.
lizenz-kind-none = Without a licence that can be recognised nothing is granted. Ask the publisher under which licence the data stand.
lizenz-grants = What the licence text grants
lizenz-duties = What it asks
lizenz-excluded = What it excludes
lizenz-fact-reproduce = Reproduce
lizenz-fact-distribute = Pass on and publish
lizenz-fact-derive = Change, and merge with other data
lizenz-fact-commercial-use = Use commercially
lizenz-fact-database-right-covered = Database right included
lizenz-fact-attribution = Name the source (credit line)
lizenz-fact-licence-notice = Name the licence
lizenz-fact-source-link = Link to the source
lizenz-fact-change-notice = Mark changes
lizenz-fact-share-alike = Pass on under the same terms
lizenz-fact-non-commercial = Commercial use excluded
lizenz-fact-no-derivatives = Passing on changed versions excluded
lizenz-fact-additional-restrictions-forbidden = Additional restrictions excluded
lizenz-word-yes = yes
lizenz-word-no = no
lizenz-word-unclear = unclear
lizenz-word-if-supplied = where supplied
lizenz-word-if-possible = where possible
lizenz-word-adaptation = yes, for adaptations
lizenz-word-database = yes, for derived databases
lizenz-word-disputed = disputed
lizenz-word-waived = waived
lizenz-word-equivalent = equivalent
lizenz-word-special = by a rule of its own, see the licence text
lizenz-users = Who uses it
lizenz-search = Search datasets under this licence
lizenz-topics = Data most often published under this licence
lizenz-nobody = None of the municipalities read at present uses it.

verdict-compatible = compatible
verdict-conditional = only with a further step
verdict-incompatible = not compatible
verdict-unclear = unclear
confidence-settled = settled
confidence-majority-view = majority view
confidence-disputed = disputed

lizenz-recommends-govdata = Recommendation of GovData
lizenz-recommends-oefit = Recommendation of ÖFIT
lizenz-recommends-eu = Implementing Regulation (EU) 2023/138
lizenz-recommended-yes = recommended
lizenz-recommended-no = no recommendation
lizenz-recommended-named = named there
lizenz-recommended-equivalent = equivalent to those named there
lizenz-recommended-unclear = unclear
lizenz-features = Features one by one
lizenz-nothing-stated = Nothing is listed about this here.
lizenz-pairs = What it can be combined with
lizenz-pairs-count = { $total } other licences, page { $page } of { $pages }.
lizenz-pairs-order = Ordered by:
lizenz-pairs-by-urteil = verdict, best first
lizenz-pairs-by-name = name
lizenz-pairs-pages = Pages of combinations
lizenz-pairs-lead = Both licences together, used commercially. Shown is the licence the result could best have, and the reason that hinders most.
lizenz-check-pair = check in detail
licences-no-json = The request is no valid JSON. Expected is an object with text and, if wanted, source, or a list of them.
licences-count = Please give at least one and at most { $most } texts at once.
licences-no-text = text and source must be text without NUL. Please give for example text=cc-by-4.0.
licences-text-long = A text is longer than { $most } characters. Please pass the licence statement only.
licences-once = “text” and “source” can be given only once. Please send several texts as a list with POST.
licences-post = A clearing is asked with POST as JSON, for example {"{"}"inputs": ["cc-by-4.0"], "result_type": "derived_database"{"}"}.
