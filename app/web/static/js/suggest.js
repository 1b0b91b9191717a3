// SPDX-License-Identifier: EUPL-1.2
// A field marked data-suggest offers what the address there knows: the combobox of the ARIA
// Authoring Practices. Without this script the field is an ordinary one. The list's words come from
// the server. Listens on the document, because parts of a page may be changed in place.
const PAUSE = 150;
const SHORTEST = 2;
const KEYS = { ArrowDown: 1, ArrowUp: -1 };
let timer;

document.addEventListener("focusin", ({ target }) => prepare(target));
document.addEventListener("input", ({ target }) => {
  if (!prepare(target)) return;
  clearTimeout(timer);
  timer = setTimeout(() => ask(target), PAUSE);
});
document.addEventListener("focusout", ({ target }) => isField(target) && close(target));
document.addEventListener("keydown", (event) => {
  if (isField(event.target) && boxOf(event.target)) press(event, event.target);
});

function isField(target) {
  return target instanceof HTMLInputElement && "suggest" in target.dataset;
}

function boxOf(field) {
  return document.getElementById(field.getAttribute("aria-controls"));
}

/** Makes the field a combobox with an empty list and a place that says how much there is. */
function prepare(field) {
  if (!isField(field)) return false;
  if (boxOf(field)) return true;
  const list = make("ul", { id: `${field.id}-liste`, role: "listbox", className: "suggestions", hidden: true });
  list.setAttribute("aria-label", field.labels[0]?.textContent ?? "");
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", ({ target }) => follow(target.closest("[role=option]")));
  const told = make("p", { id: `${field.id}-zahl`, role: "status", className: "unseen" });
  field.parentElement.append(list, told);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
  })) field.setAttribute(name, value);
  return true;
}

function make(tag, { role, ...rest }) {
  const made = Object.assign(document.createElement(tag), rest);
  if (role) made.setAttribute("role", role);
  return made;
}

async function ask(field) {
  const text = field.value.trim();
  if (text.length < SHORTEST) return close(field);
  const answer = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(text)}`).catch(() => null);
  if (!answer?.ok || text !== field.value.trim() || document.activeElement !== field) return;
  const { suggestions, said } = await answer.json();
  show(field, suggestions, said);
}

function show(field, suggestions, said) {
  const list = boxOf(field);
  list.replaceChildren(...suggestions.map((each, at) => option(each, `${list.id}-${at}`)));
  document.getElementById(`${field.id}-zahl`).textContent = said;
  mark(field, null);
  list.hidden = !suggestions.length;
  field.setAttribute("aria-expanded", String(!list.hidden));
}

function option({ label, href, said }, id) {
  const made = make("li", { id, role: "option" });
  made.dataset.href = href;
  made.setAttribute("aria-selected", "false");
  made.append(make("span", { textContent: label }), " ", make("span", { textContent: said, className: "quiet" }));
  return made;
}

function close(field) {
  clearTimeout(timer);
  const list = boxOf(field);
  if (!list) return;
  list.hidden = true;
  field.setAttribute("aria-expanded", "false");
  mark(field, null);
}

function press(event, field) {
  const list = boxOf(field);
  const current = list.querySelector("[aria-selected=true]");
  if (event.key in KEYS && !list.hidden) {
    event.preventDefault();
    mark(field, next([...list.children], current, KEYS[event.key]));
  } else if (event.key === "ArrowDown") {
    event.preventDefault();
    ask(field);
  } else if (event.key === "Enter" && current && !list.hidden) {
    event.preventDefault();
    follow(current);
  } else if (event.key === "Escape" && !list.hidden) {
    event.preventDefault();
    close(field);
  }
}

/** The neighbour in that direction; beyond either end stands the field itself. */
function next(options, current, step) {
  if (!current) return step > 0 ? options[0] : options.at(-1);
  return options[options.indexOf(current) + step] ?? null;
}

function mark(field, chosen) {
  for (const each of boxOf(field).children) each.setAttribute("aria-selected", String(each === chosen));
  if (chosen) field.setAttribute("aria-activedescendant", chosen.id);
  else field.removeAttribute("aria-activedescendant");
  chosen?.scrollIntoView({ block: "nearest" });
}

function follow(chosen) {
  if (chosen) location.assign(chosen.dataset.href);
}
