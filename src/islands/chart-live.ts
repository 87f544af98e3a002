import type { ChartDefinition } from "../site/figures/chart-definition.ts";
import type { ChartDrawing } from "./chart-drawing.ts";

/**
 * `<live-chart>`: the drawing made at build, and a button that draws the same definition live. Chart.js is
 * fetched when a reader presses it and not before.
 *
 * Expects inside: `.chart-frame` with the SVG, and the definition as `<script type="application/json">`.
 */
class LiveChart extends HTMLElement {
  #drawing: ChartDrawing | undefined;

  connectedCallback(): void {
    const still = this.querySelector<HTMLElement>(".chart-frame");
    const data = this.querySelector('script[type="application/json"]')?.textContent;
    if (still === null || !data || this.querySelector("button") !== null) return;
    const definition: ChartDefinition = JSON.parse(data);
    const controls = document.createElement("div");
    controls.className = "live-chart-controls";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    const readout = document.createElement("span");
    readout.setAttribute("role", "status");
    controls.append(button, readout);
    this.append(controls);

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
