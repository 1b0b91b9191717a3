# SPDX-License-Identifier: EUPL-1.2
### Das Demonstrationsportal: was „up“ und „demo remove“ sagen, und wie Seiten seine Datensätze kennzeichnen.

cli-option-demo = Demonstrationsportal zeigen, auch nachdem es entfernt wurde; mit --no-demo diesmal nicht abrufen
cli-demo-short = das mitgelieferte Demonstrationsportal
cli-demo-help = Das Demonstrationsportal liegt dem Projekt bei: erfundene Datensätze, an denen sich alles ohne Netz zeigen lässt. „up“ ruft es einmal ab.
cli-demo-example = datenspiegel demo remove
cli-demo-remove-short = Demonstrationsportal entfernen
cli-demo-remove-help = Entfernt das Demonstrationsportal mit allem, was es mitgebracht hat: Datensätze, Verlauf, Hinweise, Abrufe. „up“ bringt es nur mit --demo zurück.
cli-demo-remove-example = datenspiegel demo remove

demo-harvesting = Das mitgelieferte Demonstrationsportal wird abgerufen …
demo-there = Demonstrationsportal: { $datasets } erfundene Datensätze mit { $files } Dateien und Diensten. „datenspiegel demo remove“ entfernt sie.
demo-failed = Das Demonstrationsportal konnte nicht abgerufen werden: { $reason } Die Seiten werden trotzdem angeboten; der nächste Start versucht es erneut.
demo-removed = Das Demonstrationsportal ist entfernt: { $datasets } Datensätze, { $runs } Abrufe. „datenspiegel up --demo“ holt es zurück.
demo-not-there = Das Demonstrationsportal ist nicht im Bestand. „up“ ruft es nur mit --demo ab.
demo-not-by-harvest = Das Demonstrationsportal ruft „harvest“ nicht ab: „datenspiegel up“ bringt es mit und erneuert es, wenn es sich geändert hat.
demo-other-port = Port { $busy } ist belegt; die Seiten werden an Port { $port } angeboten. Einen bestimmten wählen Sie mit --port.
demo-no-port = Auf { $host } ist keiner der Ports { $first } bis { $last } frei. Wählen Sie mit --port einen anderen.

demo-badge = Demonstration
demo-dataset = Erfundener Beispieldatensatz aus dem mitgelieferten Demonstrationsportal. Er sagt nichts über die genannte Kommune.
demo-start = { $datasets } der Datensätze sind erfunden (mitgeliefertes Demonstrationsportal). „datenspiegel demo remove“ entfernt sie.
demo-kommune = Datensätze auf dieser Seite kommen ganz oder zum Teil aus dem mitgelieferten Demonstrationsportal und sind erfunden.
demo-musterdatensatz = Die so gekennzeichneten Kommunen haben hier erfundene Beispieldatensätze aus dem mitgelieferten Demonstrationsportal.
