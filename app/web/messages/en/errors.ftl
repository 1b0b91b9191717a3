# SPDX-License-Identifier: EUPL-1.2
### What stops work: configuration (config) and harvesting (answer, item, portal).
### Each sentence names the file, portal or argument and the mend.

## Configuration: place and file
config-place = { $line ->
    [none] { $file }
   *[other] { $file }, line { $line }
}
config-several = { $file }: { $count } settings need mending.
config-missing = The configuration file { $file } does not exist. Check the path behind --config or in DATENSPIEGEL_CONFIG.
config-unreadable = The configuration file { $file } cannot be read. Check that it is a file and that you may read it.
config-not-utf8 = { config-place }: the file is not saved as UTF-8. Save it in this encoding.
config-broken = { config-place }: this is not valid TOML: “{ $text }”. Texts stand in quotation marks, each setting on a line of its own.

## Configuration: keys
config-unknown-key = { config-place }: there is no key “{ $key }”. “{ $known }” is probably meant.
config-unknown-key-alone = { config-place }: there is no key “{ $key }”. Possible are: { $known }.
config-missing-key = { config-place }: the portal lacks “{ $needed }”. Add it.
config-portal-not-repeated = { config-place }: each portal stands in a block of its own that begins with [[portal]] (double brackets).
config-wrong-type = { config-place }: “{ $key }” expects { $expected ->
    [text] a text in quotation marks
    [whole_number] a whole number
    [number] a number
    [yes_no] true or false
    [list] a list of texts in square brackets
   *[table] a section with keys of its own
}, but there stands { $given ->
    [text] a text
    [whole_number] a whole number
    [number] a decimal number
    [yes_no] true or false
    [list] a list
    [table] a section
   *[date] a date
}.

## Configuration: values
config-empty = { config-place }: “{ $key }” is empty. Fill it in or remove the line.
config-too-small = { config-place }: “{ $key }” is { $value }, the least possible is { $minimum }.
config-too-large = { config-place }: “{ $key }” is { $value }, the most possible is { $maximum }.
config-impolite-gap = { config-place }: “{ $key }” is too small. Two requests are at least { $minimum } milliseconds apart; less is for addresses of this machine only.
config-not-one-of = { config-place }: “{ $key }” is “{ $value }”, possible are: { $allowed }.
config-not-an-address = { config-place }: “{ $key }” is not a complete web address: “{ $value }”. It begins with https:// or http://.
config-not-a-portal-address = { config-place }: “{ $key }” is neither a web address nor a file: “{ $value }”. Possible are https://, http://, file: and a path.
config-not-bare = { config-place }: paths are appended to “{ $key }”; take ? and # away with all behind them: “{ $value }”.
config-not-a-contact = { config-place }: “{ $key }” is neither a web address nor a mail address: “{ $value }”.
config-bad-portal-id = { config-place }: “{ $value }” is no good as a portal's id. Use small letters, digits and hyphens, at most 64 characters.
config-duplicate-portal = { config-place }: the id “{ $value }” is taken. Each portal needs one of its own.
config-bad-kind = { config-place }: there is no kind of portal “{ $value }”. Possible are: { $allowed }.
config-bad-official-key = { config-place }: “{ $value }” is not an official key. It has 2 (Land), 5 (Kreis), 8 (Gemeinde) or 9 digits (Gemeindeverband) and begins with 01 to 16.
config-not-host-and-port = { config-place }: “{ $value }” is not a pair of host and port. Example: "127.0.0.1:8765".
config-bad-database = { config-place }: Datenspiegel does not work with this address of a database. Possible are sqlite:///path/to/file and postgresql://host/name.
config-secret = { config-place }: “{ $key }” holds a password. Take it out of the file and put the whole address into the environment (DATENSPIEGEL_DATABASE_URL or DATENSPIEGEL_PROXY); portals need none.
config-bad-timezone = { config-place }: there is no time zone “{ $value }”. Example: "Europe/Berlin".
config-bad-schedule = { config-place }: the timetable “{ $value }” cannot be read{ $field ->
    [all] : it has five fields (minute, hour, day, month, weekday).
    [minute] , at the minutes: “{ $part }”.
    [hour] , at the hours: “{ $part }”.
    [day] , at the days: “{ $part }”.
    [month] , at the months: “{ $part }”.
   *[weekday] , at the weekdays: “{ $part }”.
} Example: "0 3 * * sun".
config-weekday-number = { config-place }: in the timetable “{ $value }” the weekday is a number. Programs count them differently; write mon, tue, wed, thu, fri, sat or sun.

## Harvest: answers that are no catalogue
answer-empty = { $page }: the answer is empty. Open the address in a browser; if nothing comes there either, ask the portal's operator.
answer-html = { $page }: instead of a catalogue came a web page (HTML). Use the address under which the portal offers its catalogue as RDF; it often ends in .rdf, .ttl or .jsonld.
answer-doctype = { $page }: the XML holds a DOCTYPE and is not read for safety's sake. Remove it from the file or ask the portal's operator to.
answer-other-xml = { $page }: the XML begins with <{ $element }> and is no RDF. Check the address and the kind of portal.
answer-plain-json = { $page }: this is JSON without a tie to RDF (no JSON-LD). Check the kind of portal; a CKAN interface, for instance, is kind = "ckan".
answer-broken-json = { $page }: the JSON is damaged ({ $problem ->
    [truncated] it stops before its end
   *[other] { $problem }
}). Load the file again; if that does not help, ask the portal's operator.
answer-packed = { $page }: this is a compressed file ({ $packed }) that is not unpacked. Give the address of the catalogue itself; the only compression it may have as a file is gzip.
answer-not-rdf = { $page }: this is no RDF in one of the forms RDF/XML, Turtle, N-Triples or JSON-LD. It begins with “{ $start }”. Check the address.
answer-unreadable = { $page }: the page cannot be read even after mending ({ $problem }). The portal's operator can correct the fault.
answer-truncated = { $page }: the answer breaks off before its first dataset is complete. Harvest it again; if it stays so, ask the portal's operator.
answer-too-deep = { $page }: the statements are nested more than { $limit } levels deep and are therefore not read. The portal's operator can correct that.
answer-entangled = { $page }: the datasets of this page refer to each other in such a way that each takes in nearly the whole page. It is therefore not read; the portal's operator can correct that.
answer-remote-context = { $page }: the JSON-LD refers to a context on the network ({ $problem }). Such references are not followed; the file must hold its context itself.
answer-ckan-html = { $page }: Instead of an answer of the CKAN interface a web page (HTML) came. Enter the portal's address without /dataset, for example https://opendata.example.org; if it has no interface below /api/3/action, check the kind of portal.
answer-ckan-not-json = { $page }: This is not JSON as the CKAN interface gives it. It begins with “{ $start }”. Check the address and the kind of portal; a catalogue in RDF is read by kind = "dcat".
answer-ckan-refused = { $page }: The CKAN interface refuses the request: “{ $problem }”. Check the address; if it stays like this, ask the portal's operator.
answer-no-packages = { $page }: The JSON holds no datasets as CKAN describes them. Answers of package_search, package_show and package_list_with_resources are read; for JSON-LD use kind = "dcat".

## Harvest: files
file-missing = The file { $file } does not exist. Check the path.
file-forbidden = The file { $file } may not be read. Check its permissions.
file-unreadable = The file { $file } cannot be read ({ $problem }).
file-not-a-file = { $file } is neither a file nor a folder. Name the file itself.
file-empty-folder = There is no file in the folder { $file }. Put the portal's pages there.
file-too-large = The file { $file } has { $size } bytes, more than the limit of { $limit } bytes. Raise [limits] answer_mb if it is meant to be that large.
file-unfolds = The compressed file { $file } unpacks to more than the limit of { $limit } bytes. Raise [limits] answer_mb if it is meant to be that large.
file-damaged = The compressed file { $file } is damaged or breaks off before its end. Fetch it again.

## Harvest: network
network-scheme = { $url } is no address that is fetched. Possible are http:// and https://.
network-unknown-host = The network does not know the host { $host }. Check the spelling of the address and the connection.
network-private-address = { $host }, port { $port }, is not part of the public network and therefore not asked. If the portal is in your own network, enter the host with its port under [harvest] allow_private.
network-no-connection = { $host }, port { $port }, takes no connection: { $problem ->
    [refused] no service runs there
    [timeout] the machine did not answer in time
    [unreachable] no way leads there
    [reset] the other side broke off
   *[other] the attempt failed
}. Try later; what is stored stays.
network-no-answer = { $url } does not answer as it should: { $problem ->
    [refused] no service runs there
    [timeout] the other side did not answer in time
    [unreachable] no way leads there
    [reset] the other side broke the connection
    [closed] the other side ended the connection without an answer
    [protocol] what came back is no HTTP
   *[other] the connection was lost
}. Try later; what is stored stays.
network-timeout = { $url } was not there in full after { $seconds } seconds. Try later or raise [limits] request_seconds.
network-tls = { $url }: the secure connection failed: { $problem ->
    [expired] the certificate has expired
    [own] the machine signed its certificate itself
    [name] the certificate is for another machine
    [certificate] the certificate cannot be verified
   *[other] both sides found no common way
}. If your network has certificates of its own, name them under [harvest] ca_bundle; else ask the portal's operator.
network-status = { $url } answers with status { $status }. Open the address in a browser and correct it, or try later.
network-later = { $url } answers with status { $answered } and asks to be left alone until { $until }. This run ends here; the timetable keeps to it, “datenspiegel harvest” by hand does not.
network-not-modified = { $url } says that nothing has changed since the last run. There is nothing to do.
network-too-many-redirects = { $url } redirects too often. Use the address at which a browser arrives.
network-too-large = { $url }: the answer is larger than { $limit } bytes. Raise [limits] answer_mb for this portal if it is meant to be that large.
network-run-too-large = { $url }: all answers together are larger than { $limit } bytes. Raise [limits] run_mb for this portal if it is meant to be that much.
network-cut = { $url }: the answer breaks off before its end. Try later; what is stored stays.
network-damaged = { $url }: the compressed answer is damaged. Try later; if it stays so, ask the portal's operator.
network-encoding = { $url }: the answer is compressed in a way that was not asked for ({ $encoding }). The portal's operator can stop that.
paging-repeats = { $page }: the pages never end but bring nothing new. What came up to here has been read; the portal's operator can correct that.
paging-circle = { $page }: the links to the next page lead in a circle. The portal's operator can correct that; what came up to here has been read.

## Harvest: single datasets that are not taken
item-no-identity = The dataset has no address of its own and no identifier (dct:identifier). Without one it could not be recognised at the next harvest; the portal must give it one.
item-broken-xml = The dataset's XML is damaged and could not be mended. The portal must correct it.
item-broken-statement = The statement is no valid Turtle or N-Triples and could not be mended. The portal must correct it.
item-broken-node = The node is no valid JSON-LD. The portal must correct it.
item-broken-json = The JSON of the dataset is damaged and could not be read. The portal has to correct it.
item-no-package = The entry does not describe a dataset the way CKAN does. The portal has to correct it or leave it out.
item-too-deep = The dataset's statements are nested more than 64 levels deep. The portal has to simplify them.
item-truncated = The page breaks off in the middle of this dataset. Harvest it again.
