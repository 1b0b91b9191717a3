# SPDX-License-Identifier: EUPL-1.2
# The page of a portal: standing, runs, findings

question-portal-title = Findings about a portal
question-portal-short = Findings
question-portal-hinweise-title = Findings of one kind
question-portal-hinweise-short = Findings
question-portal-abrufe-title = Runs of a portal
question-portal-abrufe-short = Runs

column-schwere = Weight
column-hinweis = Finding
column-anzahl = Number
column-abhilfe = Mend at the source
column-kennung = Code
column-gegenstand = Concerns
column-abruf = Run
column-begonnen = Started
column-dauer = Seconds
column-received = Received
column-added = Added
column-changed = Changed
column-same = Unchanged
column-retired = Retired
column-rejected = Rejected
column-announced = Announced
column-ergebnis = What became of it
column-meldungen = Messages
schwere-note = note
schwere-warning = warning
schwere-error = important

portal-unknown = No portal is known here under the id “{ $key }”. “Portals” lists all that are read.
portal-unknown-code = There are no findings with the code “{ $value }”. Similar is “{ $near }”.
portal-no-sorting = This table has one order and cannot be sorted by “{ $value }”. Please leave “sortierung” out.
portal-invented = This portal comes with the program; its datasets are invented. “datenspiegel demo remove” removes them.
portal-to-portal = Back to { $name }

portal-standing = How current it is
portal-state-none = The portal is entered but was never read to the end.
portal-state-running = The portal is being read.
portal-state-complete = The last run read everything the portal offers.
portal-state-complete-with-rejects = The last run read everything; some entries could not be taken over.
portal-state-not-modified = Nothing changed at the portal between the last two runs.
portal-state-partial = The last run is incomplete. What came was taken over; nothing is retired in this case.
portal-state-failed = The last run failed. What is shown is still the state of the last success.
portal-state-quarantined = The last run differs so much from what was known that a person must decide. Until then what was known counts.
portal-state-failed-first = The run failed; there is no earlier state.
portal-state-withdrawn = The datasets are retired: neither search nor comparisons have them. Their pages and their history stay.
portal-do-none = Whoever runs this service reads the portal on the command line:
portal-do-again = The next run tries again. It can be done at once on the command line:
portal-do-rejects = The rejected entries are listed below. They are mended at the source.
portal-do-quarantined = Whoever runs this service looks at the portal: if the change is meant, the run is accepted, else rejected.
portal-accept = Accept
portal-reject = Reject
portal-decide = Somebody must decide: “datenspiegel runs accept { $run }” takes this run over, “datenspiegel runs reject { $run }” throws it away.
portal-outdated = There is nothing left to decide here: a later run knows more.
portal-age = { $days ->
    [0] today
    [1] yesterday
   *[other] { $days } days ago
}
portal-success = Last read successfully on { $moment } ({ $age }).
portal-no-success = No run has succeeded yet.
portal-try = Last try on { $moment } ({ $age }).

portal-figures = Extent
portal-retired = Retired
portal-announced = Announced by the portal
portal-expected = Expected at least
portal-about = Facts
portal-key = Id
portal-as-above = as above
portal-place = Municipality
portal-metadata = Catalogue
portal-publisher = Published by
portal-metadata-licence = Licence of the metadata
portal-homepage = Home page
portal-since = Read since
portal-licences = Licences of the datasets
portal-formats = Formats of the files and services
portal-search = All datasets of this portal
portal-several = A dataset counts under each licence and each format it names, so the numbers make no sum.

portal-runs = Runs
portal-last-runs = The latest runs
portal-all-runs = All runs
portal-no-runs = This portal was not read yet.
portal-lasted = Took { $seconds ->
    [0] less than a second
    [one] one second
   *[other] { $seconds } seconds
}
portal-no-end = still running
portal-rejects = Rejected entries of the latest run
portal-rejects-lead = These entries have no identifier or could not be read; ten are named at most.
portal-position = Place: { $position }

portal-findings = Findings
portal-findings-lead = What was noticed when the metadata of this portal were read, with what the source can change. Dots stand for what the portal said in each case.
portal-no-findings = There are no findings about this portal.
portal-no-code = This portal has no findings of this kind.
portal-at = { $count ->
    [0] on pages of the portal
    [one] on one dataset
   *[other] on { $count } datasets
}
portal-each = See all
portal-about-pages = Page of the portal
portal-seen-in = run { $run }
