// What Material's script expects to find, as a file instead of an inline script.
(() => {
  "use strict";
  document.documentElement.classList.replace("no-js", "js"); // before anything is painted
  window.__md_scope = new URL("../..", document.currentScript.src);
  window.__md_hash = (text) => [...text].reduce((sum, sign) => (sum << 5) - sum + sign.charCodeAt(0), 0);
  const key = (name, scope) => `${scope.pathname}.${name}`;
  window.__md_get = (name, store = localStorage, scope = window.__md_scope) => {
    try {
      return JSON.parse(store.getItem(key(name, scope)));
    } catch {
      return null; // storage may be forbidden
    }
  };
  window.__md_set = (name, value, store = localStorage, scope = window.__md_scope) => {
    try {
      store.setItem(key(name, scope), JSON.stringify(value));
    } catch {
      // without storage the choice lasts for one page
    }
  };
})();
