# SPDX-License-Identifier: EUPL-1.2
ckan-no-action = Die Aktion „{ $value }“ gibt es hier nicht; es gibt: { $known }.
ckan-no-json = Die Anfrage ist kein JSON-Objekt; senden Sie ein Objekt mit den Parametern.
ckan-not-found = „{ $value }“ gibt es hier nicht.
ckan-value = Der Parameter „{ $parameter }“ hat einen Wert, der hier nichts bedeutet: „{ $value }“.
ckan-too-deep = Mit Suchwörtern lassen sich nur die ersten { $most } Treffer abrufen; ohne q erreichen Sie alle.
