// Diagrams: horizontal or vertical, zoom, moving, full screen, my role, and who does a step by when.
// Each is there twice, horizontal and vertical; without this script the stylesheet shows the one that fits.
(() => {
  "use strict";

  const FACTOR = 1.25;
  const READABLE = 0.75; // no smaller by itself: rather move it
  const [LEAST, MOST] = [0.2, 4];
  const CLICK = 4; // px that a hand may tremble

  class Flow {
    constructor(figure) {
      this.figure = figure;
      this.canvas = figure.querySelector(".hb-flow__canvas");
      this.detail = figure.querySelector(".hb-flow__detail");
      this.views = {
        horizontal: figure.querySelector(".hb-flow-horizontal svg"),
        vertical: figure.querySelector(".hb-flow-vertical svg"),
      };
      this.actions = {
        smaller: () => this.zoom(this.scale / FACTOR),
        larger: () => this.zoom(this.scale * FACTOR),
        fit: () => this.fit(LEAST),
        turn: () => this.turn(this.way === "horizontal" ? "vertical" : "horizontal"),
        full: () => (document.fullscreenElement ? document.exitFullscreen() : figure.requestFullscreen()),
      };
      this.offerRoles();
      this.listen();
      this.settle();
    }

    get room() {
      const style = getComputedStyle(this.canvas);
      return this.canvas.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    }

    settle() {
      const horizontal = this.views.horizontal.viewBox.baseVal.width;
      this.turn(horizontal * READABLE <= this.room ? "horizontal" : "vertical");
    }

    turn(way) {
      this.way = this.figure.dataset.way = way;
      this.svg = this.views[way];
      this.width = this.svg.viewBox.baseVal.width;
      this.fit(READABLE);
    }

    fit(least) {
      this.fitting = Math.min(1, Math.max(this.room / this.width, least));
      this.zoom(this.fitting);
      this.canvas.scrollTo(0, 0);
    }

    zoom(scale, x = this.canvas.clientWidth / 2, y = this.canvas.clientHeight / 2) {
      const { canvas, svg } = this;
      const before = this.scale ?? scale;
      this.scale = Math.min(MOST, Math.max(LEAST, scale));
      this.figure.toggleAttribute("data-enlarged", this.scale > this.fitting);
      svg.style.maxWidth = "none";
      svg.style.width = `${this.width * this.scale}px`;
      const grown = this.scale / before;
      canvas.scrollLeft = (canvas.scrollLeft + x) * grown - x;
      canvas.scrollTop = (canvas.scrollTop + y) * grown - y;
    }

    offerRoles() {
      const select = this.figure.querySelector(".hb-flow__role select");
      const titles = [...this.views.horizontal.querySelectorAll(".flow-lane-title")];
      if (this.figure.dataset.flow.startsWith("landscape") || titles.length < 2) {
        select.parentElement.remove();
        return;
      }
      for (const title of titles) select.append(new Option(title.dataset.name, title.dataset.lane));
      select.addEventListener("change", () => this.highlight(select.value));
      const lanes = new Set([...select.options].map((option) => option.value));
      select.value = window.handbookRole?.mine().find((name) => lanes.has(name)) ?? "";
      this.highlight(select.value);
    }

    highlight(role) {
      for (const part of this.figure.querySelectorAll("[data-lane]")) {
        part.classList.toggle("flow-faded", role !== "" && part.dataset.lane !== role);
        part.classList.toggle("flow-mine", role !== "" && part.dataset.lane === role);
      }
    }

    listen() {
      const { canvas } = this;
      for (const button of this.figure.querySelectorAll("button[data-do]")) {
        button.addEventListener("click", this.actions[button.dataset.do]);
        if (button.dataset.do === "full" && !this.figure.requestFullscreen) button.remove();
      }
      canvas.addEventListener(
        "wheel",
        (event) => {
          if (!event.ctrlKey && !event.metaKey) return;
          event.preventDefault();
          const box = canvas.getBoundingClientRect();
          const factor = event.deltaY < 0 ? FACTOR : 1 / FACTOR;
          this.zoom(this.scale * factor, event.clientX - box.left, event.clientY - box.top);
        },
        { passive: false },
      );
      const keys = { "+": "larger", "=": "larger", "-": "smaller", 0: "fit" };
      canvas.addEventListener("keydown", (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in keys)) return;
        event.preventDefault();
        this.actions[keys[event.key]]();
      });
      for (const kind of ["mouseover", "focusin"]) {
        canvas.addEventListener(kind, (event) => this.tell(event.target));
      }
      this.figure.addEventListener("fullscreenchange", () => this.settle());
      let last = innerWidth; // a phone's bars change the height all the time
      addEventListener("resize", () => {
        if (innerWidth !== last) this.settle();
        last = innerWidth;
      });
      this.move();
    }

    // A finger moves the canvas by itself; a mouse drags it.
    move() {
      const { canvas } = this;
      let from = null;
      let moved = false;
      canvas.addEventListener("pointerdown", (event) => {
        moved = false;
        if (event.pointerType !== "mouse" || event.button !== 0) return;
        from = { x: event.clientX, y: event.clientY, left: canvas.scrollLeft, top: canvas.scrollTop };
      });
      addEventListener("pointermove", (event) => {
        if (!from) return;
        const [x, y] = [event.clientX - from.x, event.clientY - from.y];
        moved ||= Math.abs(x) + Math.abs(y) > CLICK;
        if (moved) canvas.scrollTo(from.left - x, from.top - y);
      });
      addEventListener("pointerup", () => (from = null));
      canvas.addEventListener("dragstart", (event) => event.preventDefault());
      canvas.addEventListener("click", (event) => moved && event.preventDefault(), true);
    }

    tell(target) {
      const link = target.closest(".flow-node")?.querySelector("a[aria-label]");
      this.detail.textContent = link?.getAttribute("aria-label") ?? "";
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    for (const figure of document.querySelectorAll(".hb-flow")) new Flow(figure);
  });
})();
