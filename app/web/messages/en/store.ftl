# SPDX-License-Identifier: EUPL-1.2
### What cannot be done with the database (store). Each sentence names the database or portal and the mend.

store-url = The database address “{ $store }” cannot be read. Write sqlite:///data/datenspiegel.db or postgresql://user@host/database.
store-dialect = The database “{ $dialect }” is not supported. Possible are: { $known }.
store-memory = A database in memory is lost when the program ends. Name a file: sqlite:///data/datenspiegel.db.
store-driver = The driver psycopg for PostgreSQL is missing. Install it with pip install "datenspiegel[postgres]" or use an SQLite database.
store-folder = The folder { $folder } for the database cannot be created ({ $reason }). Create it so that your user may write to it, or name another place with --database.
store-unopenable = The database { $store } cannot be opened ({ $reason }). Check that the path is a file and that you may write to its folder.
store-unreachable = The database { $store } cannot be reached ({ $reason }). Check host, user and password and that the service is running.
store-unprepared = The database { $store } is still empty. Harvest a portal first (datenspiegel harvest) or start datenspiegel up.
store-foreign = { $store } holds tables of another program. Name a database of its own with --database.
store-newer = The database { $store } was made by a newer version (revision { $found }, known is { $known }). Install the newer version of Datenspiegel or name another database.
store-corrupt = The database { $store } is damaged or not a database ({ $reason }). Restore a backup or name another file.
store-locked = The database { $store } is being written by another process. Try again when that has finished.
store-full = There is no space left on the disk for the database { $store }. What was there is kept; make room and harvest the portal again.
store-readonly = The database { $store } may not be written ({ $reason }). Give your user the right to do so, or name another database with --database. SQLite needs it for the file and for its folder, even to read.
store-failed = The database { $store } refused the statement ({ $reason }). Nothing was changed. With --debug you see more.
store-other-url = The portal { $portal } is known with another address: { $known }. Give { $given } another id with --portal.
store-lane-taken = { $other } is being harvested from the same host ({ $lane }) by { $owner } since { $since }. { $portal } comes after it: try again later.
store-run-active = { $owner ->
    [none] The portal { $portal } is being harvested by another process.
   *[other] The portal { $portal } has been harvested by { $owner } since { $since }.
} Wait until that run has ended.
store-filter = The filter “{ $filter }” does not know the value “{ $value }”. Check the spelling.
