// Every diagram is there twice, standing and lying. The lying one is shown where it fits, and on demand.
(() => {
  "use strict";
  document.addEventListener("DOMContentLoaded", () => {
    for (const figure of document.querySelectorAll(".hb-flow")) {
      const button = figure.querySelector(".hb-flow__turn");
      const lying = figure.querySelector(".hb-flow-lying svg");
      if (!lying || !figure.querySelector(".hb-flow-standing")) {
        button.remove();
        continue;
      }
      const room = figure.querySelector(".hb-flow__canvas").clientWidth;
      if (Number(lying.getAttribute("width")) <= room) figure.dataset.turned = "";
      button.addEventListener("click", () => figure.toggleAttribute("data-turned"));
    }
  });
})();
