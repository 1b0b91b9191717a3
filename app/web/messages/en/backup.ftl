# SPDX-License-Identifier: EUPL-1.2
### Backup, restore, forget: help and messages.

backup-exists = The file { $file } exists already; a backup overwrites nothing. Name another file.
backup-unreadable = The backup { $file } cannot be read ({ $reason }). Check path and rights.
backup-not-one = { $file } is no backup of Datenspiegel. Name a file that “datenspiegel backup” wrote.
backup-damaged = The backup { $file } is damaged: sums or content do not fit. Nothing was changed; take another backup or copy this one again.
backup-newer = The backup { $file } comes from the newer version { $version }. Nothing was changed; install that version of Datenspiegel.
restore-not-empty = { $store } holds data already. With --replace the backup takes their place; make a backup of them first.
run-blocked-meanwhile = While { $portal } was harvested, a term was forgotten that may stand in what was read; nothing of it is stored. Harvest the portal again.
forget-empty = There is no word and no telephone number in the term. Name a person, a mail address or a telephone number.
forget-short = The term is so short that it may hit something else than the person. Give first and last name or confirm with --force.
forget-common = The term stands in { $datasets } datasets and hardly means one person. Give first and last name or confirm with --force.

cli-backup-short = save everything in a file
cli-backup-help = Writes the whole store into one file while others read and harvest: all tables, your corrections and newer vocabularies. The file fits SQLite and PostgreSQL. It names contact persons; keep it accordingly.
cli-backup-example = datenspiegel backup backup.zip
cli-backup-done = Saved: { $datasets } datasets, { $rows } rows, { $file } ({ $megabytes } MB).
cli-backup-no-folder = There is no folder { $folder } for { $file }. Create it or name another one.
cli-backup-progress = saving

cli-restore-short = bring a backup back
cli-restore-help = Checks a backup completely and then puts it in place of the store in one step; until then the old one stays. Blocked terms stay blocked.
cli-restore-example = datenspiegel restore backup.zip --replace
cli-option-replace = replace what the store holds
cli-restore-checking = checking
cli-restore-loading = restoring
cli-restore-done = Restored: { $datasets } datasets, { $rows } rows of { $made }.
cli-restore-masked = It held blocked terms; they were taken out of { $rows } rows.

cli-forget-short = forget a person
cli-forget-help = Erases a name, a mail address or a telephone number from store, history, findings, staged pages and search, and blocks the term at later harvests and restores. With “-” the term is read from standard input and so stays out of the shell's history.
cli-forget-example = datenspiegel forget "Erika Muster" --dry-run
cli-forget-dry-run = only count, change nothing
cli-option-force = short and common terms, too
cli-forget-searching = searching
cli-forget-would = The term stands in { $rows } rows of { $datasets } datasets, { $persons } statements about persons and { $files } files. Nothing was changed.
cli-forget-done = Forgotten: { $rows } rows of { $datasets } datasets masked, { $persons } statements about persons deleted, { $files } files removed, search built anew. The term is blocked.
cli-forget-elsewhere = The term still stands in { $file }, which is no part of the store. Delete it yourself.
cli-forget-backups = Older backups still hold it. Restored into this store it is taken out; delete backups you do not need.
