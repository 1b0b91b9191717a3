# SPDX-License-Identifier: EUPL-1.2
"""What the search knows of German beside the vocabularies: lists of words, one blank apart.

PARTS: everyday words that names of municipal data are compounded of; plural and genitive endings
need no entry. SHORT_PARTS (folded): those of three letters; others are chance (Kr-eis, Sp-ort).
NO_COMPOUNDS (stems): words that only look like compounds. STOP_WORDS (folded): carry no meaning.
A new word is a word here and a new number in app.search.schema.
"""

PARTS = """
Abfall Ablauf Abnahme Abriss Abstell Abwasser Acker Adresse Alter Amt Anlage Anmeldung Ansiedlung
Antrag Anzahl Apotheke Arbeit Archiv Art Arzt Aufkommen Aufstellung Ausbau Ausbildung Ausgabe
Ausgleich Auskunft Ausländer Außen Auto Automat Bach Bahn Barriere Basis Batterie Baum Baustelle
Bebauung Bedarf Behälter Behinderte Behörde Beirat Belastung Beleuchtung Benzin Beratung Bereich
Bericht Beruf Beschluss Bestand Besuch Beteiligung Betreuung Betrieb Bevölkerung Bewegung Bezirk
Bibliothek Bild Bildung Biotop Block Boden Bohrung Brand Brief Brunnen Brücke Buch Bund Bühne
Bürger Container Dach Damm Datei Daten Dauer Denkmal Deponie Dichte Dienst Dorf Durchschnitt Ehe
Eigentum Einkauf Einkommen Einrichtung Einsatz Einwohner Eltern Emission Empfänger Energie Entgelt
Entsorgung Entwicklung Erhebung Ernte Ersatz Erzeugung Fahrrad Fahrt Fahrzeug Fall Familie Faktor
Feld Fern Feuer Feuerwehr Film Finanz Fisch Fluss Flut Fläche Flug Flur Forst Frau Freizeit Fremd
Friedhof Frist Fund Fuß Fußgänger Förderung Führer Garten Gast Gebiet Gebäude Gebühr Geburt Gefahr
Gehalt Geld Gelände Gemeinde Gerät Gericht Geschoss Geschwindigkeit Gesellschaft Gesetz Gesundheit
Gewalt Gewerbe Gewicht Gewässer Glas Grenze Grund Grundstück Gruppe Grün Gut Güter Hafen Halle
Halt Haltestelle Handel Handwerk Haupt Haus Haushalt Hecke Heim Heizung Hilfe Hinweis Hitze
Hochschule Hochwasser Hotel Hund Hydrant Hygiene Höhe Immobilie Industrie Information Insel Jagd
Jahr Jugend Kabel Kalender Kamera Kanal Karte Kataster Katastrophe Kennzahl Kind Kinder Kino
Kirche Kita Klasse Klima Klinik Kontrolle Konzept Kosten Kraft Kraftwerk Kranken Krankenhaus
Kredit Kreis Kreuzung Kultur Kunst Kurs Kurort Lage Lager Land Lang Last Laub Lauf Leben Leer
Lehrer Leistung Leit Leitung Liegenschaft Linie Liste Lärm Länge Lade Maß Maßnahme Markt Mauer
Meer Melde Meldung Menge Mensch Messe Messung Miete Mittel Mobil Modell Monat Monitor Moor Motor
Museum Musik Müll Möglichkeit Nachweis Name Nation Natur Netz Niederschlag Notfall Nummer Nutzung
Oberfläche Objekt Ordnung Organ Papier Park Parkhaus Parkplatz Partei Partner Pegel Person Pflanze
Pflege Plan Planung Platz Politik Polizei Post Praxis Preis Presse Produkt Programm Projekt Punkt
Quartier Quelle Radar Rad Rahmen Rand Rat Raum Recht Regel Regen Region Register Reinigung Rente
Rettung Revier Richt Richtung Ring Rohr Route Ruhe Sammel Sammlung Sand Satzung Schaden Schadstoff
Schall Schiene Schiff Schild Schlüssel Schnee Schule Schutz Schwimm Selbst Senioren Siedlung Sitz
Sitzung Solar Sommer Sonder Sonne Sozial Spende Sperrung Spiel Spielplatz Sport Sprache Spur Staat
Stadt Stadtteil Stand Standort Statistik Statt Stätte Station Staub Stelle Stern Steuer Stiftung
Stimme Stoff Straße Strand Strecke Strom Stufe Stunde Tafel Tages Tank Tanz Tarif Taxi Technik
Teich Teil Telefon Temperatur Termin Test Theater Thema Thermal Tier Toilette Touristen Tourismus
Träger Transport Treff Trink Trinkwasser Turnier Turm Typ Umfrage Umgebung Umsatz Umwelt Unfall
Unternehmen Urlaub Ufer Verband Verbrauch Verein Verfahren Vergleich Verkauf Verkehr Verlauf
Vermessung Verordnung Versicherung Versorgung Verteilung Vertrag Verwaltung Verzeichnis Vieh Vogel
Vorhaben Vorrang Vorsorge Wache Wahl Wald Wand Wander Ware Warn Wasser Weide Weihnacht Wein Weiher
Werk Wert Wertstoff Wetter Wiese Wild Wind Winter Wirtschaft Woche Wohn Wohnung Zahl Zeit Zensus
Zentrum Ziel Zimmer Zins Zone Zufluss Zug Zugang Zulassung Zustand Zweck Zähler Zählung Übersicht
Überwachung
"""
SHORT_PARTS = (
    "amt bad bau bus eis gas hof kfz lkw ort ost pkw rad see ski sud tag tal tor uhr uni weg zoo"
)
NO_COMPOUNDS = "transport export import report support passport unterricht nachricht"
STOP_WORDS = """
aber alle aller alles als also am an and auch auf aus bei beim bin bis by da damit dann das dass
dazu dem den denn der deren des dessen die dies diese diesem diesen dieser dieses doch dort du
durch ein eine einem einen einer eines er es for from fur hat ich ihr im in into ist je kann kein
keine mit nach nicht noch nur ob oder of on or per sein seine seit sich sie sind so sowie the to
uber um und uns unter vom von vor was wenn wer wie wir wird with wo zu zum zur zwischen
"""
