# SPDX-License-Identifier: EUPL-1.2
# The same dataset in several portals, and what they say differently

question-widersprueche-title = Contradictions between portals
question-widersprueche-short = Contradictions
question-widersprueche-description = Where do several portals say different things about the same dataset: licence, format, date, contact or title?
column-feld = Statement
column-hier = The counted version says
column-portal-kopie = Portal of the copy
column-dort = The copy says
column-kopie = Copy
feld-licence = Licence
feld-format = Format
feld-issued = Published on
feld-as-of = Data as of
feld-contact = Contact
feld-title = Title
value-contact-differs = names another contact address
note-widersprueche-base = { $count ->
    [0] No portal contradicts another in this selection.
    [one] One statement of a copy differs from the counted version.
   *[other] { $count } statements of copies differ from the counted version, in { $datasets ->
        [one] one dataset
       *[other] { $datasets } datasets
    }.
}
note-widersprueche-copies = A dataset that several portals list is counted once: in the version nearest to its origin. How copies were recognised is told on the dataset's page.
note-widersprueche-silence = What only one version says is no contradiction, except for the licence. When metadata were changed is not compared. Of contacts only that they differ is said, not which persons are named.

text-mojibake = The text in { $field } was read in a wrong character encoding and is corrected here: “{ $value }”.
text-mojibake-mend = Read and write texts as UTF-8 throughout; umlauts like “Ã¤” arise where UTF-8 is read as Windows-1252.

web-copies-title = The same dataset in other portals
web-copies-counted = This version is counted; it is the nearest to the origin.
web-copies-other = This is a copy. The version counted is in the portal { $portal }:
web-copies-differ = See contradictions between portals
copies-rule-identifier = same identifier
copies-rule-uri = same address of the dataset
copies-rule-landing-page = same page about the dataset
copies-rule-file = same file
copies-rule-title = same title, same publisher and same date
copies-reason-own = the counted version is in the portal of the very municipality that publishes
copies-reason-level = the counted version is in a portal nearer to the origin (municipality before Land before GovData before Europe)
copies-reason-host = the counted version has an address of its own portal
copies-reason-chain = the counted version passed through fewer hands
copies-reason-older = the counted version was seen here first
copies-reason-id = nothing else tells them apart; the choice follows the identifier
