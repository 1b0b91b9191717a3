// SPDX-License-Identifier: EUPL-1.2
// A field marked data-suggest offers what the address there knows, as a plain list of the browser.
const PAUSE = 150;
const SHORTEST = 2;

for (const field of document.querySelectorAll("input[data-suggest]")) {
  const list = document.createElement("datalist");
  list.id = `${field.id}-suggestions`;
  field.after(list);
  field.setAttribute("list", list.id);
  let timer;
  let asked = "";
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => offer(field.value.trim()), PAUSE);
  });

  async function offer(text) {
    if (text.length < SHORTEST || text === asked) return;
    asked = text;
    const answer = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(text)}`).catch(() => null);
    if (!answer?.ok || text !== asked) return;
    const { suggestions } = await answer.json();
    list.replaceChildren(...suggestions.map(({ label }) => new Option(label, label)));
  }
}
