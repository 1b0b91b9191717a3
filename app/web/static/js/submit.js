// SPDX-License-Identifier: EUPL-1.2
// Select fields marked data-submit send their form when a choice is made; without this a button does.
for (const field of document.querySelectorAll("select[data-submit]")) {
  field.addEventListener("change", () => field.form.requestSubmit());
}
