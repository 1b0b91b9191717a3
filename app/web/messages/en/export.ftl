# SPDX-License-Identifier: EUPL-1.2
# Sentences of the feed and of exports into files.
export-readings = Read by us and set beside what the source says: { $names }. Our licence covers these statements only.
export-readings-likely = Read by us and set beside what the source says: { $names }; of these only likely: { $likely }. Our licence covers these statements only.
export-portal-title = Metadata of the portal { $portal }
export-portal-description = Datasets of the portal { $portal }, which names no catalogue of its own.
export-unknown-profile = There is no profile “{ $profile }”. Possible are: { $known }.
export-no-page = There is no page { $page }: the feed has { $pages ->
        [one] one page
       *[other] { $pages } pages
    }. Please choose “page” between 1 and { $pages }.
export-bad-page = “{ $page }” is not a page number. Please give “page” a whole number from 1 on.
export-not-found = There is no dataset { $dataset } here. Please check the identifier or look for the dataset in the catalogue at /catalog.
export-gone = The dataset { $dataset } is no longer present at its source. What was last known is shown at /datensatz/{ $dataset }.
