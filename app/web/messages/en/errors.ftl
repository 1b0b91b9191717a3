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
config-bad-database = { config-place }: “{ $key }” is no address of a database that Datenspiegel works with. Possible are sqlite:///path/to/file and postgresql://host/name.
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
