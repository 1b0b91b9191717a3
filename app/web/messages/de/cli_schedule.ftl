# SPDX-License-Identifier: EUPL-1.2
### Der Zeitplan: Hilfe und was er über seine Läufe sagt.

cli-schedule-short = Portale nach Zeitplan abrufen
cli-schedule-help = Ruft die Portale mit enabled = true ab, wenn sie nach [timetable] und ihrem eigenen schedule an der Reihe sind, mehrere zugleich, je Rechner und Anschluss eines. Was verpasst wurde, holt er einmal nach. Der Befehl läuft, bis er beendet wird (Strg+C oder SIGTERM), und schreibt eine Zeile je Abruf. Auf PostgreSQL teilen sich beliebig viele solcher Prozesse die Arbeit, auch auf mehreren Rechnern.
cli-schedule-example = datenspiegel schedule --json

schedule-open = Zeitplan für { $count ->
    [one] ein Portal
   *[other] { $count } Portale
}; der nächste Abruf: { $next }
schedule-idle = Kein Portal ist an der Reihe: In der Konfiguration hat keines enabled = true, oder [timetable] enabled ist false. Der Zeitplan wartet, bis er beendet wird.
schedule-closed = Der Zeitplan ist beendet.
schedule-run = { $line }
schedule-busy = { $portal }: Ein anderer ruft das Portal gerade ab. { $line }
schedule-late = { $portal }: Der Abruf war nach der längsten Zeit (run_minutes) nicht fertig und wurde beendet. Der Bestand bleibt, wie er war. Prüfen Sie das Portal oder erhöhen Sie run_minutes in seinem Block.
schedule-stopped = { $portal }: Der Abruf wurde abgebrochen, weil der Zeitplan endet; er wird nachgeholt.
schedule-died = { $portal }: Der Prozess des Abrufs endete ohne ein Wort (Status { $status }). Der Bestand bleibt, wie er war. Oft fehlte Speicher; der nächste Abruf kommt nach Zeitplan.
schedule-trouble = { $line }
schedule-queue = Die Warteschlange in { $store } antwortet nicht ({ $problem }). Prüfen Sie, ob PostgreSQL läuft und der Benutzer dort Tabellen anlegen darf.
schedule-packages = Für den Zeitplan auf PostgreSQL fehlt das Paket procrastinate. „pip install 'datenspiegel[postgres]'“ holt es.

portal-below = Weniger als erwartet: { $datasets } Datensätze, erwartet sind mindestens { $expected }. Prüfen Sie das Portal; stimmt die Zahl, senken Sie expected in seinem Block der Konfiguration.
