// Light or dark, and the menu by keyboard. Runs before the page is painted, so that it never flashes.
(() => {
  "use strict";
  const DARK = "slate";
  const LIGHT = "default";
  const preference = matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => window.__md_get("__scheme");

  function apply() {
    const scheme = chosen() ?? (preference.matches ? DARK : LIGHT);
    document.body.dataset.mdColorScheme = scheme;
    const button = document.querySelector("[data-scheme-switch]");
    if (!button) return;
    const label = scheme === DARK ? button.dataset.light : button.dataset.dark;
    button.setAttribute("aria-label", label);
    button.title = label;
  }

  function makeSwitch() {
    const button = document.querySelector("[data-scheme-switch]");
    button.addEventListener("click", () => {
      window.__md_set("__scheme", document.body.dataset.mdColorScheme === DARK ? LIGHT : DARK);
      apply();
    });
  }

  // The menu is a checkbox of the theme, so that it opens without scripts. With scripts a button
  // moves it, and the closed menu stays out of the tab order.
  function makeMenu() {
    const drawer = document.getElementById("__drawer");
    const button = document.querySelector("button.hb-menu");
    const sidebar = document.querySelector(".md-sidebar--primary");
    if (!drawer || !button || !sidebar) return;
    drawer.tabIndex = -1;
    document.getElementById("__search")?.setAttribute("tabindex", "-1");
    const narrow = matchMedia("(max-width: 76.234375em)");
    const update = () => {
      sidebar.inert = narrow.matches && !drawer.checked;
      button.setAttribute("aria-expanded", String(drawer.checked));
    };
    const move = (open) => {
      drawer.checked = open;
      drawer.dispatchEvent(new Event("change"));
      (open ? sidebar.querySelector("a") : button)?.focus({ preventScroll: true });
    };
    button.addEventListener("click", () => move(!drawer.checked));
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && drawer.checked) move(false);
    });
    drawer.addEventListener("change", update);
    narrow.addEventListener("change", update);
    update();
  }

  // Only the sidebar scrolls to the current page, never the page itself.
  function showPlace() {
    const here = document.querySelector('.hb-nav [aria-current="page"]');
    const frame = here?.closest(".md-sidebar__scrollwrap");
    if (!frame) return;
    const below = here.getBoundingClientRect().bottom - frame.getBoundingClientRect().bottom;
    if (below > 0) frame.scrollTop += below + frame.clientHeight / 3;
  }

  // What holds only before a day: the page does not know today, the browser does.
  function showEarly() {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    for (const each of document.querySelectorAll("[data-until]")) each.hidden = today >= each.dataset.until;
  }

  apply();
  preference.addEventListener("change", apply);
  document.addEventListener("DOMContentLoaded", () => {
    makeSwitch();
    makeMenu();
    apply();
    showPlace();
    showEarly();
  });
})();
