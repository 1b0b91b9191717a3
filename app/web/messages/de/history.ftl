# SPDX-License-Identifier: EUPL-1.2
# Portale, die neu aufgebaut wurden, und was über die Tage aus den Zahlen wurde.

cli-runs-relaunch = { $count } Datensätze sind unter neuer Kennung wiedererkannt. „datenspiegel runs accept --relaunch { $run }“ führt sie mit Adresse und Geschichte weiter; ohne --relaunch gelten alle als neu.
cli-runs-relaunched = { $count } Datensätze waren unter neuer Kennung wiedererkannt.
cli-runs-relaunch-more = … und { $count } weitere; --json nennt alle.
cli-option-run = Nummer eines Abrufs: zeigt ihn allein und, was er unter neuer Kennung erkannt hat
cli-option-relaunch = führt wiedererkannte Datensätze mit Adresse und Geschichte weiter (Portal neu aufgebaut)
cli-head-former = bisherige Kennung
cli-head-identifier = neue Kennung
cli-head-because = erkannt an
relaunch-identifier = UUID oder Adresse
relaunch-landing-page = Internetseite
relaunch-file = Adresse einer Datei
relaunch-publisher = Titel und Veröffentlichende Stelle
relaunch-title = Titel
