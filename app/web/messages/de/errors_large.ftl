# SPDX-License-Identifier: EUPL-1.2
answer-too-much = { $page }: Die Seite enthält mehr Angaben, als auf einmal gelesen werden. Sie wird deshalb nicht übernommen; der Betreiber des Portals kann den Katalog auf mehrere Seiten verteilen.
item-too-much = Der Datensatz hat mehr Dateien oder Angaben, als für einen Datensatz gelesen werden. Das Portal sollte ihn aufteilen.
run-too-many-rejects = Nach { $limit } nicht lesbaren Datensätzen ist Schluss. Der Betreiber des Portals sollte prüfen, was seine Schnittstelle liefert.
