# SPDX-License-Identifier: EUPL-1.2
### The commands "portals known", "portals add", "portals detect" and "portals remove".

cli-portals-known-short = directory of German portals
cli-portals-known-help = Shows portals of Gemeinden, Kreise, Verbände, regions, Länder and the Bund that stand in public lists: kind, address, official key. No portal is asked for that. ✓ marks one that the configuration has already. "checked" is the day on which the keeper of the list looked.
cli-portals-known-example = datenspiegel portals known --land SH --kind ckan
cli-portals-known-land = only this Land: key, abbreviation or name
cli-portals-known-kind = only this kind of portal
cli-portals-empty = No portal is set up yet. "datenspiegel portals known" shows known ones, "datenspiegel portals add ID" adds one to the configuration; to try one without configuration: datenspiegel harvest --kind KIND --url URL --dry-run
cli-portals-count = { $count ->
    [one] One portal.
   *[other] { $count } portals.
} "datenspiegel portals add ID" takes one into the configuration.
cli-portals-none = The directory has no such portal. "datenspiegel portals detect URL" finds out what an address offers.
cli-portals-unverified = unverified
cli-head-title = Title
cli-head-level = Level
cli-head-key = Key
cli-head-checked = checked
cli-head-url = Address

cli-portals-add-short = take a portal of the directory into the configuration
cli-portals-add-help = Appends the block of a portal of the directory to the configuration file. What stands there is left as it is, comments too. Nothing is harvested.
cli-portals-add-example = datenspiegel portals add rostock --enable
cli-portals-add-file = file to append to (else the configuration in force)
cli-portals-add-enable = switch it on for the timetable
cli-portals-added = { $portal } now stands in { $file }. Try it without storing anything: datenspiegel harvest { $portal } --dry-run --limit 20
cli-portals-unknown = The directory has no portal "{ $portal }".{ $near ->
    [none] {""}
   *[other] {" "}Similar: { $near }.
} "datenspiegel portals known" shows all.
cli-portals-double = The portal stands in { $file } already: { $portal } with the address { $url }. Nothing was changed.
cli-portals-not-addable = No block can be appended to { $file }: the file would be no valid configuration then. Nothing was changed. Write portals there as [[portal]].

cli-portals-detect-short = find out which catalogue an address offers
cli-portals-detect-help = Asks an address for each kind of catalogue in turn, RDF first, with 20 requests at most and only where robots.txt allows it. What was asked and what was against it goes to standard error; the block for the configuration alone to standard output, so that ">> config.toml" appends it. The key stands in a comment where it is only likely.
cli-portals-detect-example = datenspiegel portals detect https://opendata.musterstadt.example
cli-portals-no-address = "{ $url }" is no address (http or https, without a password). Write for example https://opendata.musterstadt.example.
cli-portals-unwritable = { $file } cannot be written ({ $problem }). Check the permissions of file and folder or name another file with --file. Nothing is changed.
cli-portals-html = a web page (HTML), no catalogue
cli-portals-status = not there (status { $status })
cli-portals-already = This address stands in the configuration already, as { $portal }. Do not append the block.
cli-portals-found = Found with { $count ->
    [one] one request.
   *[other] { $count } requests.
} The block for the configuration:
cli-portals-nothing = No catalogue was found at { $url } with { $count ->
    [one] one request.
   *[other] { $count } requests.
} Ask the operator for the address of the DCAT-AP.de catalogue, or give the address of the interface.
cli-portals-datasets = { $count ->
    [none] catalogue found
   *[other] { $count } datasets
}
cli-portals-likely = only likely: { $name }; please check
cli-portals-page-title = title of the web page; the catalogue gives none. Please check
cli-portals-detected = found with "portals detect": { $url }
detect-enough = The search makes no more than { $limit } requests. Give the address of the catalogue more exactly.
detect-too-long = It ends after { $seconds } seconds. Try again later or give the address of the catalogue more exactly.
detect-robots = robots.txt does not allow to ask for { $url }. If the operator names the address as an interface, write it into the configuration yourself.
detect-robots-unread = robots.txt of { $url } cannot be read now; until then nothing is searched there. Try again later.
detect-empty = { $url } names no dataset. Check whether the catalogue lies elsewhere.
detect-no-ckan = { $url } does not answer as CKAN does. If the portal has one, give the address up to /api/3/action.
detect-no-open-records = { $url } has no records with the keyword opendata. ?keyword=… behind the address in the configuration names another.
detect-one-dataset = The link leads to single datasets, not to a catalogue. Give the address of the catalogue.
detect-unexpected = The program itself failed at this answer ({ $problem }); please report it with the address.

cli-portals-remove-short = take a portal out of the store
cli-portals-remove-help = Takes a portal out of the store with all it brought: datasets, history, findings, runs. With --keep-history only its datasets leave search, comparisons and feed; ids, history, runs and daily figures stay, and a later harvest brings the datasets back under the same ids. The command asks first. It changes nothing in the configuration.
cli-portals-remove-example = datenspiegel portals remove musterstadt --keep-history
cli-portals-remove-keep-history = keep ids, history, runs and daily figures
cli-portals-remove-yes = do not ask
cli-portals-remove-demo = The demonstration portal has a command of its own, which remembers that it is not to come back: datenspiegel demo remove
cli-portals-remove-not-held = Nothing of { $portal } is in the store; it only stands in the configuration. Take the [[portal]] block out of { $file }.
cli-portals-remove-unasked = Nobody can be asked here. To remove { $portal } without asking, say --yes.
cli-portals-remove-what = { $portal } ({ $url }) will be deleted with everything: { $datasets ->
    [one] 1 dataset
   *[other] { $datasets } datasets
}, { $retired } retired ones, { $runs ->
    [one] 1 run
   *[other] { $runs } runs
}, and history, findings and daily figures. Only a backup brings them back ("datenspiegel backup FILE").
cli-portals-withdraw-what = { $datasets ->
    [one] One dataset
   *[other] { $datasets } datasets
} of { $portal } ({ $url }) will be retired. Ids, history, daily figures and { $runs ->
    [one] 1 run
   *[other] { $runs } runs
} stay, and so do { $retired } that are retired already.
cli-portals-remove-sure = Go on? [y/N]
cli-portals-remove-done = { $portal } is removed: { $datasets ->
    [one] 1 dataset
   *[other] { $datasets } datasets
} (retired ones included) and { $runs ->
    [one] 1 run
   *[other] { $runs } runs
}.
cli-portals-withdraw-done = { $portal }: { $datasets ->
    [one] 1 dataset
   *[other] { $datasets } datasets
} retired. History and runs are still there; "datenspiegel harvest { $portal }" brings them back.
cli-portals-remove-block = { $portal } still stands in { $file }. Take the [[portal]] block out there, or the next harvest brings the portal back.
run-withdrawn = The operator of this installation took the portal's datasets out of the store; their history stays.
