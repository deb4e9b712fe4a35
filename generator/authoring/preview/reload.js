// Stands in previewed pages only: loads a page again when it has changed, and shows findings.
(() => {
  "use strict";
  const version = document.currentScript.dataset.version;
  const banner = document.createElement("div");
  let shown = "";

  banner.setAttribute("role", "status");
  banner.id = "handbook-preview";
  Object.assign(banner.style, {
    position: "fixed", insetInline: "0", bottom: "0", zIndex: "9999", maxHeight: "45vh",
    overflow: "auto", padding: "12px 20px", background: "#7a1212", color: "#fff",
    font: "15px/1.5 system-ui, sans-serif", boxShadow: "0 -2px 12px rgba(0,0,0,.4)",
  });

  const line = (tag, text, parent) => {
    const element = document.createElement(tag);
    element.textContent = text;
    parent.append(element);
    return element;
  };

  const show = (state) => {
    const now = JSON.stringify(state.findings) + state.title;
    if (now === shown) return;
    shown = now;
    banner.replaceChildren();
    if (!state.title) {
      banner.remove();
      return;
    }
    line("strong", state.title, banner);
    const list = document.createElement("ul");
    for (const finding of state.findings) {
      const item = document.createElement("li");
      line("code", `${finding.file}:${finding.line}:${finding.column}`, item);
      item.append(` ${finding.code} ${finding.message} ${finding.hint}`);
      list.append(item);
    }
    banner.append(list);
    document.body.append(banner);
  };

  const ask = async () => {
    try {
      const answer = await fetch("/-/state", { cache: "no-store" });
      const state = await answer.json();
      if (state.version !== version) {
        location.reload();
        return;
      }
      show(state);
    } catch {
      // The server was stopped; it may come back.
    }
    setTimeout(ask, 250);
  };
  ask();
})();
