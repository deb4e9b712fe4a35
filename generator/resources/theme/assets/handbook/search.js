// The search: every word must occur somewhere; parts of words count, as Chinese readers expect.
// The index is a script of its own, loaded when the search is first opened, so that it also works
// from a folder (file://), where nothing may be fetched.
(() => {
  "use strict";
  const SHOWN = 50;
  const AROUND = 30;
  const base = new URL("../../", document.currentScript.src);
  // Letters and digits as wide as Chinese characters; in the index they are narrow.
  const WIDE = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff0d]/g;
  const narrow = (text) => text.replace(WIDE, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

  // kinds: names of the kinds; lines: "kind \t address \t title \t context \t text" each.
  function makeIndex({ kinds, lines }) {
    const entries = lines ? lines.split("\n") : [];
    const folded = lines ? lines.toLowerCase().split("\n") : [];
    return { kinds, entries, folded };
  }

  // How good an entry is: every word in the title, then in title and context, then anywhere;
  // within that by kind, then by how early and how much of the title is meant. Less is better.
  function weigh(line, words) {
    const [kind, , title, context] = line.split("\t", 4);
    const inTitle = words.every((word) => title.includes(word));
    const near = inTitle || words.every((word) => title.includes(word) || context.includes(word));
    const some = words.some((word) => title.includes(word));
    const tier = inTitle ? 0 : near && some ? 1 : some ? 2 : near ? 3 : 4;
    const start = inTitle ? Math.min(99, title.indexOf(words[0])) : 99;
    return tier * 1e8 + Number(kind) * 1e6 + start * 1e4 + Math.min(9999, title.length);
  }

  function find(index, query) {
    const words = narrow(query).toLowerCase().split(/\s+/).filter(Boolean);
    if (!words.length) return { words, hits: [] };
    const hits = [];
    for (let number = 0; number < index.folded.length; number += 1) {
      const line = index.folded[number];
      if (!words.every((word) => line.includes(word))) continue;
      // An address may contain a word that the reader never sees.
      const seen = line.slice(line.indexOf("\t", line.indexOf("\t") + 1));
      if (words.every((word) => seen.includes(word))) hits.push([weigh(line, words), number]);
    }
    hits.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    return { words, hits: hits.map((hit) => hit[1]) };
  }

  window.handbookSearch = { makeIndex, find };

  // --- what the reader sees ---------------------------------------------------------------

  function marked(text, words) {
    const piece = document.createDocumentFragment();
    const low = text.toLowerCase();
    let place = 0;
    while (place < text.length) {
      let next = -1;
      let length = 0;
      for (const word of words) {
        const found = low.indexOf(word, place);
        if (found >= 0 && (next < 0 || found < next || (found === next && word.length > length))) {
          next = found;
          length = word.length;
        }
      }
      if (next < 0) break;
      piece.append(text.slice(place, next));
      const mark = document.createElement("mark");
      mark.textContent = text.slice(next, next + length);
      piece.append(mark);
      place = next + length;
    }
    piece.append(text.slice(place));
    return piece;
  }

  function excerpt(text, words) {
    const low = text.toLowerCase();
    const places = words.map((word) => low.indexOf(word)).filter((place) => place >= 0);
    const start = Math.max(0, (places.length ? Math.min(...places) : 0) - AROUND);
    const piece = text.slice(start, start + 4 * AROUND);
    return (start > 0 ? "…" : "") + piece + (start + 4 * AROUND < text.length ? "…" : "");
  }

  function part(name, content) {
    const element = document.createElement("span");
    element.className = name;
    element.append(content);
    return element;
  }

  function itemOf(index, number, words) {
    const [kind, address, title, context, text] = index.entries[number].split("\t");
    const link = document.createElement("a");
    link.href = new URL(address, base).href;
    link.append(part("hb-hit__kind", index.kinds[kind]), part("hb-hit__title", marked(title, words)));
    if (context) link.append(part("hb-hit__context", marked(context, words)));
    if (text) link.append(part("hb-hit__text", marked(excerpt(text, words), words)));
    const item = document.createElement("li");
    item.className = "hb-hit md-search-result__item";
    item.append(link);
    return item;
  }

  function setUp() {
    const dialog = document.querySelector(".hb-search");
    const input = dialog.querySelector("input");
    const list = dialog.querySelector("ol");
    const status = dialog.querySelector("[role=status]");
    let index = null;

    function say(name, values = {}) {
      status.textContent = (status.dataset[name] ?? "").replace(
        /\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g,
        (_, key, one, more) => (one === undefined ? values[key] : values[key] === 1 ? one : more),
      );
    }

    function show() {
      const query = input.value.trim();
      if (!index || !query) {
        list.replaceChildren();
        status.textContent = "";
        return;
      }
      const { words, hits } = find(index, query);
      list.replaceChildren(...hits.slice(0, SHOWN).map((number) => itemOf(index, number, words)));
      const name = hits.length === 0 ? "none" : hits.length > SHOWN ? "more" : "some";
      say(name, { count: hits.length, shown: SHOWN });
    }

    function load() {
      if (index || document.querySelector("script[data-index]")) return;
      const script = document.createElement("script");
      script.dataset.index = "";
      script.src = new URL("assets/handbook/search-index.js", base).href;
      script.addEventListener("load", () => {
        index = makeIndex(window.handbookIndex);
        show();
      });
      script.addEventListener("error", () => say("failed"));
      document.head.append(script);
    }

    function open() {
      if (dialog.open) return;
      load();
      dialog.showModal();
      input.focus();
      input.select();
    }

    function move(event) {
      const links = [...list.querySelectorAll("a")];
      const at = links.indexOf(document.activeElement);
      if (event.key === "Escape" && !event.isComposing) {
        event.preventDefault(); // browsers would only empty the field
        dialog.close();
      } else if (event.key === "Enter" && document.activeElement === input) {
        event.preventDefault();
        if (links.length && !event.isComposing) links[0].click();
      } else if (event.key === "ArrowDown" && at < links.length - 1) {
        event.preventDefault();
        links[at + 1].focus();
      } else if (event.key === "ArrowUp" && at >= 0) {
        event.preventDefault();
        (links[at - 1] ?? input).focus();
      }
    }

    dialog.addEventListener("keydown", move);
    dialog.addEventListener("click", (event) => {
      const outside = event.target === dialog;
      if (outside || event.target.closest("a, [data-search-close]")) dialog.close();
    });
    input.addEventListener("input", (event) => {
      if (!event.isComposing) show();
    });
    input.addEventListener("compositionend", show);
    for (const button of document.querySelectorAll("[data-search-open]")) button.addEventListener("click", open);
    document.addEventListener("keydown", (event) => {
      const field = event.target.closest?.("input, textarea, select, [contenteditable]");
      // Until the next frame the field of the closed search still counts as the one written in.
      const writing = field && (dialog.open || !dialog.contains(field));
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
      if (writing || !plain || (event.key !== "/" && event.key !== "s")) return;
      event.preventDefault();
      open();
    });
  }

  document.addEventListener("DOMContentLoaded", setUp);
})();
