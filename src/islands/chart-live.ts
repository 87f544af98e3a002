import type { ChartDefinition } from "../site/figures/chart-definition.ts";
import type { ChartDrawing } from "./chart-drawing.ts";

/**
 * `<live-chart>`: the drawing made at build, and a button that draws the same definition live. Chart.js is
 * fetched when a reader presses it and not before.
 *
 * Expects inside: `.chart-frame` with the SVG, the definition as `<script type="application/json">`, and `.live-chart-controls` with
 * an element of `role="status"`.
 */
class LiveChart extends HTMLElement {
  #drawing: ChartDrawing | undefined;
  #button: HTMLButtonElement | undefined;

  connectedCallback(): void {
    const still = this.querySelector<HTMLElement>(".chart-frame");
    const data = this.querySelector('script[type="application/json"]')?.textContent;
    const controls = this.querySelector(".live-chart-controls");
    const readout = controls?.querySelector<HTMLElement>('[role="status"]');
    if (still === null || !data || !controls || !readout || this.#button !== undefined) return;
    const definition: ChartDefinition = JSON.parse(data);
    const button = document.createElement("button");
    this.#button = button;
    button.type = "button";
    button.className = "button";
    controls.prepend(button);

    const showStill = (): void => {
      this.#drawing?.destroy();
      this.#drawing = undefined;
      this.querySelector(".live-chart-canvas")?.remove();
      still.hidden = false;
      button.textContent = "Explore";
      button.setAttribute("aria-label", `Explore: ${definition.title}`);
      readout.replaceChildren();
    };
    const showLive = async (): Promise<void> => {
      button.disabled = true;
      try {
        const { drawChart } = await import("./chart-drawing.ts");
        const frame = document.createElement("div");
        frame.className = "live-chart-canvas";
        still.after(frame);
        still.hidden = true;
        this.#drawing = drawChart(frame, definition, readout);
        button.textContent = "Back to the drawing";
        button.removeAttribute("aria-label");
      } catch {
        showStill();
        readout.textContent =
          "The live chart could not be loaded. The drawing shows the same figures.";
      } finally {
        button.disabled = false;
        button.focus();
      }
    };
    button.addEventListener("click", () => {
      if (this.#drawing === undefined) void showLive();
      else showStill();
    });
    showStill();
  }

  disconnectedCallback(): void {
    this.#drawing?.destroy();
  }
}

if (!customElements.get("live-chart")) customElements.define("live-chart", LiveChart);
