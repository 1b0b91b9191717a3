// SPDX-License-Identifier: EUPL-1.2
// Builds app/web/static/build/ out of the packages: one style sheet, fonts, icons and scripts, each
// named after its content, with a manifest that app/web/assets.py reads. Nothing is fetched here.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, parse } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import postcss from "postcss";
import { PurgeCSS } from "purgecss";
import subsetFont from "subset-font";

const here = dirname(fileURLToPath(import.meta.url));
const web = join(here, "..", "app", "web");
const packages = join(here, "node_modules");
const kern = join(packages, "@kern-ux", "native", "dist");
const target = join(web, "static", "build");
const fresh = `${target}.new`;

const WEIGHTS = { 400: "Regular", 600: "SemiBold" };
// Latin with the letters of Sorbian, Danish, Polish and Turkish names, and the signs in our texts.
const SIGNS = "\u2010\u2011\u2012\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e\u2022\u2026\u2009"
  + "\u202f\u2039\u203a\u20ac\u2190\u2191\u2192\u2193\u2212\u2248\u2260\u2264\u2265\u1e9e";
const LETTERS = String.fromCodePoint(...range(0x20, 0x7e), ...range(0xa0, 0x17f)) + SIGNS;

function range(first, last) {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function text(...path) {
  return readFileSync(join(...path), "utf8");
}

/** Writes content under a name that changes with it, and what servers may send compressed. */
function keep(name, content) {
  const { name: stem, ext } = parse(name);
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
  const hashed = `${stem}.${hash}${ext}`;
  writeFileSync(join(fresh, hashed), content);
  if (ext !== ".woff2") writeFileSync(join(fresh, `${hashed}.gz`), gzipSync(content, { level: 9 }));
  return hashed;
}

function version(name) {
  return JSON.parse(text(packages, name, "package.json")).version;
}

/** The weights KERN uses, Latin only; tabular figures are kept, the authors' names too. */
async function fonts() {
  const made = [];
  for (const [weight, cut] of Object.entries(WEIGHTS)) {
    const whole = readFileSync(join(kern, "fonts", "fira-sans", `FiraSans-${cut}.woff2`));
    const options = {
      targetFormat: "woff2",
      preserveNameIds: [0, 13, 14],
      layoutFeatures: ["kern", "liga", "ccmp", "locl", "mark", "tnum"],
    };
    const part = await subsetFont(whole, LETTERS, options);
    made.push({ weight, file: keep(`fira-sans-${weight}.woff2`, part) });
  }
  return made;
}

function face({ weight, file }) {
  return `@font-face{font-family:"Fira Sans";font-weight:${weight};font-style:normal;`
    + `font-display:swap;src:url("${file}") format("woff2")}`;
}

function ownStyles() {
  const folder = join(web, "static", "css");
  const names = readdirSync(folder).filter((name) => name.endsWith(".css")).sort();
  return names.map((name) => text(folder, name)).join("\n");
}

/** KERN as it stands in its package, without what no template and no style of ours names. */
async function kernStyles(own) {
  const [purged] = await new PurgeCSS().purge({
    content: [join(web, "templates", "**", "*.html"), join(web, "static", "js", "*.js")],
    css: [{ raw: text(kern, "kern.min.css") }],
    keyframes: true,
  });
  return trimTokens(purged.css.replace(/^\uFEFF?@charset "UTF-8";/i, ""), own);
}

/** Drops tokens that neither a rule nor our styles nor another token in use refers to. */
function trimTokens(css, own) {
  const root = postcss.parse(css);
  const tokens = new Map();
  const wanted = new Set(own.match(/--kern-[\w-]+/g) ?? []);
  root.walkDecls((each) => {
    if (each.prop.startsWith("--")) tokens.set(each.prop, (tokens.get(each.prop) ?? "") + each.value);
    else for (const name of each.value.match(/--[\w-]+/g) ?? []) wanted.add(name);
  });
  for (const name of wanted) {
    for (const further of tokens.get(name)?.match(/--[\w-]+/g) ?? []) wanted.add(further);
  }
  root.walkDecls(/^--/, (each) => (wanted.has(each.prop) ? undefined : each.remove()));
  root.walkRules((rule) => (rule.nodes.length ? undefined : rule.remove()));
  root.walkAtRules("media", (rule) => (rule.nodes.length ? undefined : rule.remove()));
  return root.toString();
}

function compact(css) {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .replace(/\s*([{};,])\s*/g, "$1")
    .trim();
}

function notice(faces) {
  return `/*! Datenspiegel, EUPL-1.2. KERN ${version("@kern-ux/native")} (@kern-ux/native), EUPL-1.2,`
    + ` unused rules left out. Fira Sans, ${faces.length} cuts, SIL Open Font License 1.1,`
    + " letters left out. */\n";
}

async function styles(faces) {
  const own = ownStyles() + text(here, "kern-tokens.css");
  const order = "@layer plain,kern,own,medium;";
  const kernPart = `@layer kern{${await kernStyles(own)}}`;
  const css = order + faces.map(face).join("") + kernPart + compact(own);
  return keep("datenspiegel.css", notice(faces) + css);
}

function scripts() {
  const folder = join(web, "static", "js");
  const own = readdirSync(folder).filter((name) => name.endsWith(".js")).sort();
  const made = Object.fromEntries(own.map((name) => [parse(name).name, keep(name, text(folder, name))]));
  const htmx = `/*! htmx ${version("htmx.org")}, 0BSD */\n`;
  made.htmx = keep("htmx.js", htmx + text(packages, "htmx.org", "dist", "htmx.min.js"));
  return made;
}

rmSync(fresh, { recursive: true, force: true });
mkdirSync(fresh, { recursive: true });
const faces = await fonts();
const manifest = {
  styles: [await styles(faces)],
  fonts: faces.map(({ file }) => file),
  icons: keep("icons.svg", text(web, "static", "icons.svg")),
  scripts: scripts(),
};
writeFileSync(join(fresh, "manifest.json"), JSON.stringify(manifest, null, 2) + "\n");
rmSync(target, { recursive: true, force: true });
renameSync(fresh, target);
