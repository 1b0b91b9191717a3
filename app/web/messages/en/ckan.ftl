# SPDX-License-Identifier: EUPL-1.2
ckan-no-action = There is no action “{ $value }” here; there are: { $known }.
ckan-no-json = The request is no JSON object; send an object with the parameters.
ckan-not-found = There is no “{ $value }” here.
ckan-value = The parameter “{ $parameter }” has a value that means nothing here: “{ $value }”.
ckan-too-deep = With search words only the first { $most } hits can be fetched; without q you reach all.
