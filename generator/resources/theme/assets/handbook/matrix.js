// Shows a part of the large matrix: by chapter, unit, letter, or words in role and step.
(() => {
  "use strict";

  function setUp(table, form) {
    const heads = [...table.tHead.rows[0].cells].slice(1);
    const bodies = [...table.tBodies].map((body) => ({
      body,
      chapter: body.dataset.chapter,
      rows: [...body.rows].slice(1).map((row) => ({
        row,
        text: row.cells[0].textContent.toLowerCase(),
        cells: [...row.cells].slice(1),
        letters: [...row.cells].slice(1).map((cell) => cell.textContent),
      })),
    }));
    const names = heads.map((head) => head.textContent.toLowerCase());
    const count = form.querySelector("[role=status]");

    function update() {
      const { chapter, unit, letter, text } = Object.fromEntries(new FormData(form));
      const word = text.trim().toLowerCase();
      const byName = word && names.some((name) => name.includes(word));
      const columns = heads.map(
        (head, at) => (!unit || head.dataset.unit === unit) && (!byName || names[at].includes(word)),
      );
      const narrowed = Boolean(unit || letter || byName);
      const used = columns.map(() => false);
      let shown = 0;
      for (const { body, chapter: own, rows } of bodies) {
        let any = false;
        for (const { row, text: title, letters } of rows) {
          const wanted = (sign, at) => columns[at] && sign && (!letter || sign.includes(letter));
          const hits = letters.map(wanted);
          const fits = (!chapter || own === chapter) && (!word || byName || title.includes(word));
          row.hidden = !(fits && (!narrowed || hits.some(Boolean)));
          if (row.hidden) continue;
          any = true;
          shown += 1;
          letters.forEach((sign, at) => {
            if (columns[at] && sign) used[at] = true;
          });
        }
        body.hidden = !any;
      }
      heads.forEach((head, at) => {
        head.hidden = !(columns[at] && used[at]);
        for (const { rows } of bodies) for (const { cells } of rows) cells[at].hidden = head.hidden;
      });
      const roles = heads.filter((head) => !head.hidden).length;
      const counts = { rows: shown, roles };
      count.textContent = count.dataset.text.replace(
        /\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g,
        (_, key, one, more) => (one === undefined ? counts[key] : counts[key] === 1 ? one : more),
      );
    }

    form.addEventListener("input", update);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(update));
    update();
  }

  document.addEventListener("DOMContentLoaded", () => {
    for (const table of document.querySelectorAll("table[data-filters]")) {
      const form = document.getElementById(table.dataset.filters);
      if (form) setUp(table, form);
    }
  });
})();
