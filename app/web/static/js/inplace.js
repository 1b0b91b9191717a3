// SPDX-License-Identifier: EUPL-1.2
// After htmx has changed the content: the reader goes on where it begins, as after a page load.
document.addEventListener("htmx:afterSettle", () => {
  document.getElementById("inhalt").focus({ preventScroll: true });
});
