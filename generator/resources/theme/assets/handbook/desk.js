// My role: kept on the device, or given in a link (?role=…). The landing page shows the desk of the
// role, which says what its page says; pages of roles tell what is due today, this week, this month;
// pages of processes and matrices mark what is mine. The dates stand in the page; today is the browser's.
(() => {
  "use strict";
  const ROLE = "handbook.role";
  const ALSO = "handbook.role.also"; // the collective roles that it belongs to
  const DAY = 864e5;
  const NAMED = 4; // so many days are named; what comes more often says when it is due
  const WAYS = "h4[id], #desk-due, #desk-decides, #desk-with, #desk-downloads, #desk-changed";
  const DOERS = ".hb-facts--step > div:nth-child(-n + 2) dd a"; // who does a step, who decides
  const desks = new URL("desks/", document.currentScript.src);

  function recalled(key) {
    try {
      return localStorage.getItem(key) ?? "";
    } catch {
      return ""; // storage may be forbidden
    }
  }

  function remember(key, value) {
    try {
      localStorage.setItem(key, value);
    } catch {
      // without storage the choice lasts for one page
    }
  }

  const given = new URLSearchParams(location.search).get("role");
  let role = given ?? recalled(ROLE);
  const mine = () => [role, ...(recalled(ROLE) === role ? recalled(ALSO).split(" ") : [])].filter(Boolean);
  window.handbookRole = { mine };

  // A script, so that it also loads from a folder (file://), where nothing may be fetched.
  function load(name) {
    return new Promise((done) => {
      const script = document.createElement("script");
      script.src = new URL(`${encodeURIComponent(name)}.js`, desks);
      script.onload = () => done(window.handbookDesks?.[name]);
      script.onerror = () => done(undefined);
      document.head.append(script);
    });
  }

  async function choose(name) {
    const desk = name ? await load(name) : undefined;
    if (name && !desk) return undefined;
    role = name;
    remember(ROLE, name);
    remember(ALSO, desk ? desk.also.join(" ") : "");
    return desk;
  }

  // --- what is due ---------------------------------------------------------------------------

  const made = (tag, kind, ...inside) => {
    const node = document.createElement(tag);
    if (kind) node.className = kind;
    node.append(...inside);
    return node;
  };
  const at = (time) => new Date(`${time.dateTime}T00:00`);
  const written = (day, options) => day.toLocaleDateString(document.documentElement.lang, options);
  const dated = (day) => written(day, { month: "numeric", day: "numeric", weekday: "short" });

  function periods(today) {
    const sunday = new Date(today.getTime() + ((7 - today.getDay()) % 7) * DAY);
    const last = new Date(today.getFullYear(), today.getMonth() + 1, 0);
    const inside = (from, to) => (day) => day >= from && day < new Date(to.getTime() + DAY);
    const later = (day) => new Date(day.getTime() + DAY);
    return {
      today: inside(today, today),
      week: inside(later(today), sunday),
      month: inside(later(sunday > today ? sunday : today), last),
    };
  }

  function line(row, days, short) {
    const [title, due] = [row.cells[0].querySelector("a"), row.cells[1].textContent];
    const when = short || days.length > NAMED ? due : days.map(dated).join(" · ");
    return made("li", "", title.cloneNode(true), made("span", "hb-due__when", when));
  }

  function showDue(root, words) {
    const rows = [...root.querySelectorAll("tr")].filter((row) => row.querySelector("time"));
    const fold = rows[0]?.closest("details");
    if (!fold) return;
    const duties = rows.map((row) => [row, [...row.querySelectorAll("time")].map(at)]);
    const now = new Date();
    const today = new Date(now.getFullYear(), now.getMonth(), now.getDate());
    const panel = made("div", "hb-due");
    let any = false;
    for (const [name, fits] of Object.entries(periods(today))) {
      const list = made("ul", "");
      for (const [row, days] of duties) {
        const near = days.filter(fits);
        if (near.length) list.append(line(row, near, name === "today"));
      }
      any ||= list.children.length > 0;
      if (!list.children.length) list.append(made("li", "hb-due__none", words.none));
      const head = name === "today" ? `${words.today} ${dated(today)}` : words[name];
      panel.append(made("div", "hb-due__part", made("p", "hb-label", head), list));
    }
    const coming = duties.flatMap(([row, days]) => days.filter((day) => day > today).map((day) => [day, row]));
    coming.sort((a, b) => a[0] - b[0]);
    if (!coming.length) panel.append(made("p", "hb-due__end", words.end));
    else if (!any) {
      const next = coming.filter(([day]) => day - coming[0][0] === 0);
      const list = made("ul", "", ...next.map(([day, row]) => line(row, [day], false)));
      panel.append(made("div", "hb-due__part", made("p", "hb-label", words.next), list));
    }
    fold.before(panel);
  }

  // --- the landing page ----------------------------------------------------------------------

  function offer(select) {
    for (const unit of document.querySelectorAll(".hb-desk + .hb-fold dl > div")) {
      const group = made("optgroup", "");
      group.label = unit.querySelector("dt").textContent;
      for (const link of unit.querySelectorAll("a")) {
        const name = /roles\/([^/]+)\.html$/.exec(link.getAttribute("href"))?.[1];
        if (name) group.append(new Option(link.textContent, name));
      }
      select.append(group);
    }
  }

  function setUpDesk(box) {
    const select = box.querySelector("select");
    const told = box.querySelector("[role=status]");
    const work = box.querySelector(".hb-desk__work");
    const ways = box.querySelector(".hb-desk__ways");
    offer(select);

    async function show(name) {
      const known = [...select.options].some((option) => option.value === name);
      const desk = known ? await choose(name) : undefined;
      work.replaceChildren();
      ways.replaceChildren();
      told.textContent = name && !desk ? box.dataset.unknown : "";
      box.toggleAttribute("data-chosen", Boolean(desk));
      if (!desk) return;
      select.value = name;
      work.innerHTML = desk.html; // made by the build, with every text escaped
      for (const head of work.querySelectorAll(WAYS)) {
        const link = made("a", "", head.textContent);
        link.href = `#${head.id}`;
        ways.append(made("li", "", link));
      }
      showDue(work, box.dataset);
    }

    select.addEventListener("change", () => show(select.value));
    if (role) show(role);
  }

  // --- other pages ---------------------------------------------------------------------------

  function setUpRolePage(box) {
    showDue(document, box.dataset);
    const button = box.querySelector("button");
    const own = box.dataset.role;
    const update = () => {
      button.setAttribute("aria-pressed", String(role === own));
    };
    button.addEventListener("click", async () => {
      await choose(role === own ? "" : own);
      update();
    });
    update();
  }

  function markMine() {
    const names = mine();
    if (!names.length) return;
    for (const step of document.querySelectorAll(".hb-step")) {
      const links = [...step.querySelectorAll(DOERS)].map((link) => link.getAttribute("href"));
      step.classList.toggle("hb-step--mine", names.some((name) => links.some((to) => to?.endsWith(`roles/${name}.html`))));
    }
    for (const table of document.querySelectorAll(".hb-matrix")) {
      [...table.tHead.rows[0].cells].forEach((head, place) => {
        if (!names.includes(head.dataset.role)) return;
        for (const row of table.rows) row.cells[place]?.classList.add("hb-mine");
      });
    }
  }

  // What is led to, or printed, is never hidden behind a line.
  function open() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let fold = target?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  }

  document.addEventListener("DOMContentLoaded", () => {
    const box = document.querySelector(".hb-desk");
    if (box?.dataset.role) setUpRolePage(box);
    else if (box) setUpDesk(box);
    else if (given) choose(given).then(markMine);
    markMine();
    open();
  });
  addEventListener("hashchange", open);
  addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll(".hb-fold")) fold.open = true;
  });
})();
