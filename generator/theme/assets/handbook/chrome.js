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
    button.hidden = false;
    button.addEventListener("click", () => {
      window.__md_set("__scheme", document.body.dataset.mdColorScheme === DARK ? LIGHT : DARK);
      apply();
    });
  }

  // The menu is a checkbox with a label, so that it opens without scripts; here the label also
  // becomes a button for the keyboard, and the closed menu stays out of the tab order.
  function makeMenu() {
    const drawer = document.getElementById("__drawer");
    const label = document.querySelector(".hb-menu");
    const sidebar = document.querySelector(".md-sidebar--primary");
    if (!drawer || !label || !sidebar) return;
    drawer.tabIndex = -1;
    document.getElementById("__search")?.setAttribute("tabindex", "-1");
    const narrow = matchMedia("(max-width: 76.234375em)");
    const update = () => {
      const open = drawer.checked;
      sidebar.inert = narrow.matches && !open;
      label.setAttribute("aria-expanded", String(open));
      if (open && narrow.matches) sidebar.querySelector("a")?.focus({ preventScroll: true });
    };
    label.setAttribute("role", "button");
    label.tabIndex = 0;
    label.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      drawer.checked = !drawer.checked;
      drawer.dispatchEvent(new Event("change"));
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !drawer.checked) return;
      drawer.checked = false;
      drawer.dispatchEvent(new Event("change"));
      label.focus();
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

  apply();
  preference.addEventListener("change", apply);
  document.addEventListener("DOMContentLoaded", () => {
    makeSwitch();
    makeMenu();
    apply();
    showPlace();
  });
})();
