# SPDX-License-Identifier: EUPL-1.2
# Suche: Treffer, Facetten, Vorschläge

question-suche-title = Suche
question-suche-short = Suche
question-suche-description = Alle Datensätze durchsuchen und nach Land, Kommune, Thema, Lizenz, Format und Stand der Daten eingrenzen.

column-datensatz = Datensatz
column-stelle = Veröffentlichende Stelle
column-musterdatensatz = Datenbestand
column-lizenz = Lizenz
column-geaendert = Metadaten geändert

search-hint = Wörter in Anführungszeichen werden genau so gesucht; ein Minus vor einem Wort schließt es aus.
search-hits = { $count ->
    [one] 1 Datensatz
   *[other] { $shown } Datensätze
}
search-to-hits = Zu den Treffern
search-filters = Filter
search-filters-set = gesetzt
search-suggestion-musterdatensatz = Datenbestand
search-suggestion-datensatz = Datensatz
search-suggestions = { $count ->
    [0] Keine Vorschläge
    [one] 1 Vorschlag, mit den Pfeiltasten wählbar
   *[other] { $count } Vorschläge, mit den Pfeiltasten wählbar
}
search-did-you-mean = Meinten Sie:
search-loosened-typos = Genau so kommt der Suchtext nicht vor. Gezeigt wird, was ähnlich geschrieben ist.
search-loosened-any = Kein Datensatz enthält alle Wörter. Gezeigt wird, was mindestens eines davon enthält.
search-makeshift = Das Suchverzeichnis wird gerade aufgebaut. Bis dahin wird nur in Titeln gesucht, und die Filter am Rand fehlen. Bitte in einer Minute noch einmal suchen.
search-nothing = Zu dieser Suche gibt es keine Datensätze.
search-without-filters = { $count ->
    [one] Ohne Filter suchen: 1 Datensatz
   *[other] Ohne Filter suchen: { $shown } Datensätze
}
search-advice-fewer = Weniger Wörter oder Filter zeigen mehr.
search-advice-general = Ein allgemeineres Wort hilft oft, zum Beispiel „Bäume“ statt „Straßenbaumarten“.
search-advice-browse = Die häufigsten Datenbestände ansehen
search-beyond = So weit reicht die Trefferliste nicht. Bitte die Suche eingrenzen.
search-since = ab { $year }
search-sorting = Sortieren nach
search-sorting-relevanz = Relevanz
search-sorting-titel = Titel
search-sorting-stand = Stand der Daten
search-sorting-kommune = Kommune
search-facet-land = Land
search-facet-groesse = Größe der Kommune
search-facet-typ = Art der Kommune
search-facet-kommune = Kommune
search-facet-musterdatensatz = Datenbestand
search-facet-thema = Themenfeld
search-facet-lizenz = Lizenz
search-facet-offen = Lizenz offen
search-facet-format = Format
search-facet-standard = Standard
search-facet-portal = Portal
search-facet-schlagwort = Schlagwort
search-facet-stand = Stand der Daten
filter-offen-unklar = unklar oder nicht angegeben
web-error-429 = Das waren sehr viele Suchen in kurzer Zeit. Bitte einige Sekunden warten und dann noch einmal suchen.
