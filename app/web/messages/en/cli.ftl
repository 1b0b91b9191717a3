# SPDX-License-Identifier: EUPL-1.2
### The command line: help, messages, states.

cli-example = Example
cli-system-nowhere = The operating system says: { $problem }. Check free space and permissions of the folders for data and temporary files; then repeat the command.
cli-derived-index = The data is stored, but the search index in { $folder } is not renewed. Check free space and permissions there; the next command that changes the data makes up for it.
cli-derived-dump = The data is stored, but dump and SPARQL store in { $folder } are not renewed ({ $problem }). Check free space and permissions there; the next command that changes the data makes up for it.
cli-system = The operating system says: { $problem } ({ $file }). Check the path, its permissions and free space.
cli-unexpected = This should not have happened: { $problem }. With --debug the command shows where; please report it.

cli-usage-usage = Usage
cli-usage-options = Options
cli-usage-command = Command
cli-usage-commands = Commands
cli-usage-more = More: { $command }
cli-usage-no-option = There is no option { $name } here.
cli-usage-no-option-but = There is no option { $name } here; you probably mean { $near }.
cli-usage-no-command = There is no command "{ $name }".
cli-usage-no-command-but = There is no command "{ $name }"; you probably mean "{ $near }".
cli-usage-missing = Missing: { $name }.
cli-usage-value-missing = The option { $name } lacks its value, or has one too many.
cli-usage-too-many = This is too much: { $values }.
cli-usage-choice = { $name } can be: { $known }.
cli-usage-range = { $name } expects a whole number{ $least ->
    [none] {""}
   *[other] , at least { $least }
}{ $most ->
    [none] {""}
   *[other] , at most { $most }
}.
cli-usage-bad = The value of { $name } does not do ({ $problem }).
cli-usage-other = The command cannot be used like this ({ $problem }).
cli-usage-required = required
cli-usage-bounds = { $most ->
    [none] from { $least }
   *[other] { $least } to { $most }
}
cli-usage-path = { $problem ->
    [missing] There is no "{ $value }"; { $name } expects something that is there.
    [folder] "{ $value }" is a folder; { $name } expects a file.
    [file] "{ $value }" is a file; { $name } expects a folder.
   *[other] "{ $value }" cannot be read or written. Check the permissions.
}
cli-usage-nul = The character NUL cannot stand in an argument. Type the command anew.
cli-aborted = Interrupted. What is stored stays.
cli-option-help = show this help
cli-option-version = show the version

cli-main-help = Datenspiegel harvests the catalogues of municipal data portals, understands and compares them.
cli-main-example = datenspiegel harvest --kind dcat --url catalogue.rdf --portal musterstadt
cli-option-config = configuration file (else $DATENSPIEGEL_CONFIG, else ./config.toml)
cli-option-database = address of the store (else $DATENSPIEGEL_DATABASE_URL, else [store] database)
cli-option-lang = language of messages: de or en
cli-option-debug = show the whole traceback on errors
cli-option-as-json = answer as JSON
cli-option-limit = at most this many

cli-up-short = show the demonstration and serve the pages
cli-up-help = Prepares the store, harvests once the demonstration portal that ships with the project (without a network) and serves the pages. Where port 8000 is taken, the next free one is used; one asked for with --port must be free. This is what "make run" calls.
cli-up-example = datenspiegel up --port 8080
cli-up-empty = No catalogue has been harvested yet. In a second window, "datenspiegel harvest --kind dcat --url ADDRESS" fills the holdings.
cli-serve-short = serve the pages only
cli-serve-help = Serves the pages and the interfaces for programs.
cli-serve-example = datenspiegel serve --host 127.0.0.1 --port 8000 --workers 2
cli-serve-address = Datenspiegel is running: { $address } (end it with Ctrl+C)
cli-serve-busy = Port { $port } on { $host } is not free ({ $problem }). End the other program or choose another port with --port.
cli-serve-no-address = --host expects an IP address of this machine, for example 127.0.0.1 or 0.0.0.0; "{ $host }" is none.
cli-option-host = IP address to serve at
cli-option-port = port
cli-option-workers = number of processes

cli-harvest-short = harvest portals now
cli-harvest-help = Harvests portals now: those named, with --all all that are enabled, or with --kind and --url one that is not in the configuration. A file, or a folder with the pages of one portal, works as well.
cli-harvest-example = datenspiegel harvest --kind dcat --url https://daten.musterstadt.example/catalog.rdf --ags 01234567
cli-option-everything = all enabled portals
cli-option-kind = kind of portal
cli-option-url = address, file or folder
cli-option-portal = id of the portal
cli-option-ags = official key of the Kommune that runs the portal (2, 5, 8 or 9 digits)
cli-option-dry-run = fetch and report, store nothing
cli-harvest-limit = only with --dry-run: stop after so many datasets
cli-option-allow-private = private address that may be asked, exactly as HOST:PORT
cli-option-gap-ms = pause between two requests in milliseconds
cli-limit-needs-dry-run = --limit only works with --dry-run: an incomplete harvest must not change what is stored.
cli-one-off-or-named = Name either portals (or --all), or --kind together with --url.
cli-one-off-only = --portal and --ags belong to --kind and --url. Name a configured portal without --portal.
cli-none-enabled = No portal is enabled. Set enabled = true in the configuration, or name the portals.
cli-which-portal = { $known ->
    [none] Which portal? The configuration has none yet: "datenspiegel portals known" shows known ones, "datenspiegel portals add ID" adds one.
   *[other] Which portal? Configured are: { $known }.
}
cli-unknown-portal = { $known ->
    [none] The portal "{ $portal }" is neither configured nor known, and neither is any other. "datenspiegel portals known" shows which there are, "datenspiegel portals add ID" adds one to the configuration.
   *[other] The portal "{ $portal }" is neither configured nor known. Known: { $known }.
}

cli-run-line = { $portal }: { $state } – { $received } received, { $added } added, { $changed } changed, { $same } same, { $retired } retired, { $rejected } rejected; { $distributions } distributions; { $seconds } s
cli-run-reject = Rejected ({ $position }, { $identifier }):
cli-run-more-rejects = and { $count } more; "--json" names them all.
cli-run-findings = { $count } findings; "datenspiegel findings { $portal }" shows them.
cli-progress-of = { $done } of { $total }
cli-progress-rate = { $rate }/s
cli-progress-left = { $time } left
cli-state-running = running
cli-state-complete = complete
cli-state-complete-with-rejects = complete, with rejects
cli-state-not-modified = unchanged
cli-state-partial = incomplete
cli-state-failed = failed
cli-state-quarantined = waiting for a decision
cli-state-overtaken = overtaken
cli-state-withdrawn = taken out
cli-state-never = never harvested

run-no-datasets = It holds no dataset (dcat:Dataset). Check that the address leads to the catalogue; what is stored stays.
run-all-rejected = Nothing of what the portal says could be taken (rejected: { $rejected }). The reasons stand with the rejected items; the portal's operator can mend them. What is stored stays.
run-counts-differ = The portal announces { $announced } datasets, { $received } came. So nothing is retired.
run-below-expected = At least { $expected } datasets are expected, { $received } came. The run waits for a decision.
run-many-missing = Of { $live } datasets { $missing } are missing. The run waits for a decision.
run-relaunch = Of { $live } identifiers { $missing } are missing and { $new } new ones came: the portal seems to have been rebuilt. The run waits. "datenspiegel runs NUMBER" shows which former datasets fit which new ones; "runs accept --relaunch NUMBER" carries them on, "runs accept NUMBER" takes all as new, "runs reject NUMBER" throws the run away.
run-no-relaunch = Run { $run } recognised no dataset under a new identifier. "datenspiegel runs accept { $run }" accepts it without --relaunch.
run-relaunch-unsure = The run did not come to its end, and hardly anything that came is known ({ $new } new identifiers, { $known } known ones of { $live }): perhaps the portal has been rebuilt. None of it was taken over; a complete run decides. If the next one ends early as well, what is new is taken.
run-next-page-unread = The page names another that is not there: { $url }. From files no link is followed; put all pages into one folder.
run-too-many = The run ends after { $limit } datasets. Raise [limits] records for this portal if it really has more.
run-stopped = The run was interrupted. What is stored stays.
run-resumed = { $pages } pages come from a run that was cut off; the first and the last of them are unchanged at the portal.
cli-harvest-waiting = { $portal } waits: { $other } is being harvested from the same host ({ $lane }) by { $owner } since { $since }. Ctrl+C ends the waiting.
run-owner-lost = The process { $owner } fell silent; the run counts as failed. What is stored stays.
run-accepted = A person has accepted this run.
run-not-waiting = Run { $run } does not wait for a decision (any more). "datenspiegel runs" shows how it stands.
run-outdated = Run { $run } is outdated: run { $later } came after it. Decide about the newer one or harvest the portal again.
run-pages-lost = What is left of run { $run }, or what the portal says by now, are no longer the same datasets ({ $staged } read). The run keeps waiting, what is stored stays. Harvest { $portal } again and decide about the new run.
run-taken-over = The run of { $portal } counted as failed because it was silent for too long; nothing of it is stored. Harvest the portal again.
run-too-long = The run ends after { $minutes } minutes. What came until then is read; nothing is retired. Raise [limits] run_minutes for this portal if it may take longer.
run-no-progress = { $pages } pages in a row brought nothing new, the last was { $page }. The run ends here; nothing is retired. The portal's operator can mend its links to further pages.
run-system = The operating system says: { $problem }{ $file ->
    [none] {""}
   *[other] {" "}({ $file })
}. Check the path, its permissions and free space; what is stored stays.
run-unexpected = The run ended at a fault of the program ({ $problem }). What is stored stays. With --debug the command shows where; please report it.
item-unexpected = The program itself failed at this dataset. What was stored of it stays; please report it with the dataset's address.
run-rejected = The run was rejected. What is stored stays.
page-truncated = { $page } stops before its end. What was complete has been read; nothing is retired.
portal-unknown-kind = Portal { $portal }: there is no kind "{ $kind }". Possible are: { $known }.

cli-portals-short = portals and how they stand
cli-portals-help = Shows which portals are configured or known and how they stand.
cli-portals-example = datenspiegel portals --json
cli-runs-empty = Nothing has been harvested yet. "datenspiegel harvest PORTAL" harvests a portal.
cli-runs-short = the history of runs
cli-runs-help = Shows the runs of a portal (or of all), newest first, and decides about waiting ones. Given the number of a run, it shows that one alone.
cli-runs-example = datenspiegel runs musterstadt
cli-runs-accept-short = take over a waiting run
cli-runs-accept-help = Takes over a run that waits for a decision.
cli-runs-accept-example = datenspiegel runs accept 17
cli-runs-reject-short = throw a waiting run away
cli-runs-reject-help = Throws away a run that waits for a decision; what is stored stays.
cli-runs-reject-example = datenspiegel runs reject 17
cli-runs-rejected = Run { $run } of portal { $portal } is thrown away.
cli-runs-decide = Decide: "datenspiegel runs accept { $run }" takes the run over, "datenspiegel runs reject { $run }" throws it away.
cli-runs-unknown = There is no run { $run }. "datenspiegel runs" shows them all.
cli-runs-not-quarantined = Run { $run } waits for no decision ({ $state }).
cli-findings-short = findings
cli-findings-help = Shows what was found wrong with the metadata, and the mend.
cli-findings-example = datenspiegel findings musterstadt --code licence.unknown
cli-option-code = only this kind of finding
cli-findings-unknown-code = There is no kind "{ $given }". Possible: { $known }.
cli-findings-none = No findings.
cli-findings-shown = { $shown } of { $total } findings are shown; --code and --limit show all of a kind, --json with --limit shows all.
cli-renormalise-short = read what is stored by new vocabularies
cli-renormalise-help = Reads what is stored anew after vocabularies have changed; no network.
cli-renormalise-example = datenspiegel renormalise
cli-renormalise-done = { $datasets } datasets of { $portals } portals read, { $reread } are understood differently now.
cli-renormalise-busy = { $portal } is being harvested and is left out. Repeat the command when the run has ended.
cli-head-portal = Portal
cli-head-kind = Kind
cli-head-datasets = Datasets
cli-head-distributions = Files
cli-head-last-success = Last success
cli-head-last-try = Last try
cli-head-state = State
cli-head-run = No.
cli-head-started = Started
cli-head-received = Received
cli-head-added = Added
cli-head-changed = Changed
cli-head-same = Same
cli-head-retired = Retired
cli-head-rejected = Rejected
cli-head-code = Finding
cli-head-findings = Number

cli-compare-short = answer a question
cli-compare-help = Answers a question as the pages do, as table, JSON or CSV. Filters may be repeated.
cli-compare-example = datenspiegel compare haeufigste-datenbestaende --land 05 --csv
cli-compare-questions = Questions
cli-compare-unknown = There is no question "{ $question }". Possible: { $known }.
cli-compare-total = { $shown ->
    [all] { $number ->
        [one] One row.
       *[other] { $total } rows.
    }
   *[other] { $shown } of { $total } rows; more with --seite.
}
cli-selection-bad-value = { $parameter ->
    [land] --land has no value "{ $value }". A Land has a key from 01 to 16.
    [musterdatensatz] --musterdatensatz has no value "{ $value }". Take the URI, the short form or the name; "datenspiegel compare haeufigste-datenbestaende --json" shows them.
    [lizenz] --lizenz has no value "{ $value }". "datenspiegel licence list" shows every id.
   *[other] --{ $parameter } has no value "{ $value }". "datenspiegel compare --help" says what is possible.
}
cli-selection-required = This question needs --{ $parameter }. Give the option exactly once.
cli-selection-not-in-list = "{ $value }" is no value for --{ $parameter }. Possible: { $allowed }.
cli-selection-repeated = --{ $parameter } can be given only once.
cli-selection-page-size = A page can have { $largest } rows at most. Choose a smaller --pro-seite.
cli-selection-land-apart = Länder can only be compared with each other, because their topics are ordered differently. Give "--typ land" alone and do not mix Länder with municipalities.
cli-compare-brief = Licences, formats and standards stand with their key and their number, at most the three most frequent; --json and --csv show everything.
cli-option-as-csv = answer as CSV
cli-option-q = search words
cli-option-kommune = official key or name of a Kommune
cli-option-land = Land (2 digits)
cli-option-groesse = size class of the KGSt (1 to 7, Kreise k1 to k3)
cli-option-typ = kreisfrei, kreisangehoerig, kreis, verband or land
cli-option-musterdatensatz = kind of holding (Musterdatensatz)
cli-option-thema = theme (Thema)
cli-option-lizenz = licence
cli-option-offen = ja or nein
cli-option-format = format
cli-option-standard = data standard
cli-option-stand = data as of this day or later (YYYY-MM-DD)
cli-option-modified-since = changed since (ISO 8601 instant)
cli-option-sortierung = column to sort by (with - descending)
cli-option-seite = page
cli-option-pro-seite = rows a page

cli-export-short = write the DCAT-AP.de catalogue
cli-export-help = Writes the catalogue as DCAT-AP.de into a file, or with - to standard output.
cli-export-example = datenspiegel export catalogue.ttl --land 13
cli-option-syntax = syntax (else by the file's suffix)
cli-option-profile = default, or original with the portals' own namespaces
cli-export-which-format = "{ $file }" tells no syntax. Name it with --format: { $known }.
cli-export-unwritable = { $file } cannot be written ({ $problem }). Check folder, permissions and free space; what stood there is unchanged.
cli-export-done = { $file }: { $datasets } datasets, { $triples } statements.
cli-export-left-out = { $count } statements are left out in all syntaxes because XML 1.0 or RDF cannot carry them or a browser would run their address, for example:

cli-vocab-short = check or renew vocabularies
cli-vocab-help = Checks the vocabularies, or replaces them by newer official ones.
cli-vocab-example = datenspiegel vocab check
cli-vocab-check-short = check
cli-vocab-check-help = Checks all vocabularies: unique addresses and names, valid references, named sources.
cli-vocab-check-example = datenspiegel vocab check
cli-vocab-sound = All vocabularies are sound.
cli-vocab-update-short = replace by newer official ones
cli-vocab-update-help = Looks for official files (GV100AD, AuszugGV, SKOS lists ...) in a folder and puts the renewed vocabularies into the data folder.
cli-vocab-update-example = datenspiegel vocab update --from official-files
cli-option-source = folder with official files
cli-option-packaged = for developers: renew the project's own files
cli-vocab-changed = { $file }: { $added } added, { $changed } changed, { $removed } removed
cli-vocab-updated = { $files } files renewed in { $folder }. "datenspiegel renormalise" applies them to what is stored.
