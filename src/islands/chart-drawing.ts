import {
  Chart,
  type ChartDataset,
  LinearScale,
  LogarithmicScale,
  type Plugin,
  PointElement,
  type PointStyle,
  ScatterController,
  Tooltip,
} from "chart.js";
import type { ChartDefinition } from "../site/figures/chart-definition.ts";
import { chartPlot, type Plot, type PlotAxis, type PlotDot } from "../site/figures/chart-plot.ts";
import type { MarkRole } from "../site/figures/marks.ts";

/** A live drawing on the page. */
export interface ChartDrawing {
  destroy(): void;
}

/** Height of axes, in pixels. */
const axisHeight = 78;

const pointStyles: Readonly<Record<MarkRole, PointStyle>> = {
  standing: "circle",
  agrees: "circle",
  rounds: "circle",
  conflicts: "rectRot",
  scope: "rect",
};

Chart.register(ScatterController, LinearScale, LogarithmicScale, PointElement, Tooltip);

/**
 * Draws a definition with Chart.js into an empty element.
 *
 * Pointer: a figure's particulars on hover, its claim on click. Keyboard: arrow keys go from figure to
 * figure, Enter opens the claim, Escape leaves. Each figure reached is also written into `readout`, as a
 * link and for screen readers, since nothing on a canvas can be either.
 */
export function drawChart(
  container: HTMLElement,
  definition: ChartDefinition,
  readout: HTMLElement,
): ChartDrawing {
  const plot = chartPlot(definition);
  const { dots } = plot;
  container.style.height = `${Math.round(plot.height + axisHeight)}px`;
  const canvas = document.createElement("canvas");
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "application");
  canvas.setAttribute(
    "aria-label",
    `${definition.title}. Arrow keys move between figures, Enter opens the claim.`,
  );
  container.replaceChildren(canvas);
  let palette = readPalette(container);

  const chart = new Chart(canvas, {
    type: "scatter",
    data: { datasets: [dataset(dots, () => palette)] },
    plugins: [underlay(plot, () => palette)],
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      interaction: { mode: "nearest", intersect: false },
      layout: { padding: { right: 12 } },
      scales: {
        x: scaleOptions(plot.horizontal, false, () => palette),
        y: scaleOptions(plot.vertical, plot.vertical.isList, () => palette),
      },
      plugins: {
        tooltip: {
          displayColors: false,
          cornerRadius: 2,
          padding: 10,
          backgroundColor: () => palette.ink,
          titleColor: () => palette.paper,
          bodyColor: () => palette.paper,
          titleFont: () => palette.font,
          bodyFont: () => palette.font,
          callbacks: {
            title: ([item]) => (item ? (dots[item.dataIndex]?.title ?? "") : ""),
            label: (item) => {
              const dot = dots[item.dataIndex];
              return dot === undefined ? "" : [...dot.lines];
            },
          },
        },
      },
      onHover: (_event, active) => {
        const dot = dots[active[0]?.index ?? -1];
        canvas.style.cursor = dot?.href ? "pointer" : "default";
        if (dot !== undefined) show(dot);
      },
      onClick: (_event, active) => open(dots[active[0]?.index ?? -1]),
    },
  });

  let current = -1;

  function show(dot: PlotDot): void {
    if (readout.dataset.shown === keyOf(dot)) return;
    readout.dataset.shown = keyOf(dot);
    const text = `${dot.title}: ${dot.lines.join(". ")}`;
    if (dot.href === null) {
      readout.replaceChildren(text);
      return;
    }
    const link = document.createElement("a");
    link.href = dot.href;
    link.textContent = text;
    readout.replaceChildren(link);
  }

  function select(index: number): void {
    current = (index + dots.length) % dots.length;
    const dot = dots[current];
    const element = chart.getDatasetMeta(0).data[current];
    if (dot === undefined || element === undefined) return;
    const active = [{ datasetIndex: 0, index: current }];
    chart.setActiveElements(active);
    chart.tooltip?.setActiveElements(active, { x: element.x, y: element.y });
    chart.update("none");
    show(dot);
  }

  function leave(): void {
    current = -1;
    chart.setActiveElements([]);
    chart.tooltip?.setActiveElements([], { x: 0, y: 0 });
    chart.update("none");
  }

  canvas.addEventListener("keydown", (event) => {
    if (dots.length === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    switch (event.key) {
      case "ArrowDown":
      case "ArrowRight":
        select(current + 1);
        break;
      case "ArrowUp":
      case "ArrowLeft":
        select(current < 0 ? dots.length - 1 : current - 1);
        break;
      case "Home":
        select(0);
        break;
      case "End":
        select(dots.length - 1);
        break;
      case "Enter":
        open(dots[current]);
        break;
      case "Escape":
        leave();
        break;
      default:
        return;
    }
    event.preventDefault();
  });
  canvas.addEventListener("blur", leave);

  const scheme = matchMedia("(prefers-color-scheme: dark)");
  const recolour = (): void => {
    palette = readPalette(container);
    for (const scale of [chart.options.scales?.x, chart.options.scales?.y])
      if (scale?.title) scale.title.color = palette.quiet;
    chart.update("none");
  };
  scheme.addEventListener("change", recolour);

  return {
    destroy: () => {
      scheme.removeEventListener("change", recolour);
      delete readout.dataset.shown;
      chart.destroy();
    },
  };
}

function open(dot: PlotDot | undefined): void {
  if (dot?.href) location.assign(dot.href);
}

function keyOf(dot: PlotDot): string {
  return `${dot.x} ${dot.y}`;
}

/** One axis: with grid lines and a title, or with names for the rows or columns of a list. */
function scaleOptions(axis: PlotAxis, reverse: boolean, palette: () => Palette) {
  return {
    type: axis.scale === "log" ? ("logarithmic" as const) : ("linear" as const),
    min: axis.from,
    max: axis.to,
    reverse,
    title: {
      display: axis.label !== "",
      text: axis.label,
      align: "start" as const,
      // The one colour Chart.js takes as a value only; see recolour.
      color: palette().quiet,
      font: palette().font,
    },
    border: { display: false },
    grid: { display: !axis.isList, color: () => palette().rule },
    ticks: {
      autoSkip: false,
      color: () => (axis.isList ? palette().ink : palette().quiet),
      font: () => palette().font,
      callback: (_value: unknown, index: number) => wrapAtSpaces(axis.ticks[index]?.label ?? ""),
    },
    afterBuildTicks: (scale: { ticks: { value: number }[] }) => {
      scale.ticks = axis.ticks.map(({ at }) => ({ value: at }));
    },
  };
}

/** Long names take several lines rather than half the width. */
function wrapAtSpaces(text: string): string | string[] {
  const room = innerWidth >= 640 ? 30 : 16;
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < room)
      lines[lines.length - 1] += ` ${word}`;
    else lines.push(word);
  }
  const [only = "", ...others] = lines;
  return others.length === 0 ? only : lines;
}

interface Palette {
  readonly ink: string;
  readonly quiet: string;
  readonly rule: string;
  readonly paper: string;
  readonly marks: Readonly<Record<MarkRole, string>>;
  readonly font: { readonly family: string; readonly size: number };
}

/** The page's colours as they are now. A custom property holds `light-dark(…)`; only a colour resolves it. */
function readPalette(element: HTMLElement): Palette {
  const probe = document.createElement("span");
  element.append(probe);
  const colour = (token: string): string => {
    probe.style.color = `var(--${token})`;
    return getComputedStyle(probe).color;
  };
  probe.style.fontFamily = "var(--sans)";
  const palette: Palette = {
    ink: colour("ink"),
    quiet: colour("ink-quiet"),
    rule: colour("rule"),
    paper: colour("paper"),
    marks: {
      standing: colour("mark-standing"),
      agrees: colour("mark-agrees"),
      rounds: colour("mark-rounds"),
      conflicts: colour("mark-conflicts"),
      scope: colour("mark-scope"),
    },
    font: { family: getComputedStyle(probe).fontFamily, size: 13 },
  };
  probe.remove();
  return palette;
}

function dataset(
  dots: readonly PlotDot[],
  palette: () => Palette,
): ChartDataset<"scatter", PlotDot[]> {
  const roleAt = (index: number): MarkRole => dots[index]?.role ?? "agrees";
  const isHollow = (role: MarkRole): boolean => role === "rounds" || role === "scope";
  const fill = (index: number): string => {
    const role = roleAt(index);
    return isHollow(role) ? palette().paper : palette().marks[role];
  };
  const stroke = (index: number): string => palette().marks[roleAt(index)];
  return {
    data: [...dots],
    clip: false,
    pointStyle: ({ dataIndex }) => pointStyles[roleAt(dataIndex)],
    pointBackgroundColor: ({ dataIndex }) => fill(dataIndex),
    pointBorderColor: ({ dataIndex }) => stroke(dataIndex),
    pointHoverBackgroundColor: ({ dataIndex }) => fill(dataIndex),
    pointHoverBorderColor: ({ dataIndex }) => stroke(dataIndex),
    pointRadius: 5,
    pointHoverRadius: 7,
    pointBorderWidth: 1.5,
    pointHitRadius: 8,
  };
}

/** Draws behind each point the stretch that it stands for, and the line through those that nothing beats. */
function underlay(plot: Plot, palette: () => Palette): Plugin<"scatter"> {
  return {
    id: "underlay",
    beforeDatasetsDraw: ({ ctx, scales }) => {
      const { x: horizontal, y: vertical } = scales;
      if (horizontal === undefined || vertical === undefined) return;
      ctx.save();
      ctx.lineWidth = plot.thickness;
      for (const { y, span, role } of plot.dots) {
        if (span === null) continue;
        const level = vertical.getPixelForValue(y);
        const from = span.from === null ? horizontal.left : horizontal.getPixelForValue(span.from);
        const to = span.to === null ? horizontal.right : horizontal.getPixelForValue(span.to);
        ctx.strokeStyle = palette().marks[role];
        ctx.beginPath();
        ctx.moveTo(from, level);
        // A gap tells neighbouring parts of a bar apart.
        ctx.lineTo(plot.thickness > 2 ? Math.max(from + 1, to - 2) : to, level);
        ctx.stroke();
      }
      ctx.lineWidth = 1.5;
      ctx.strokeStyle = palette().ink;
      ctx.beginPath();
      let level = 0;
      plot.line.forEach((index, position) => {
        const dot = plot.dots[index];
        if (dot === undefined) return;
        const x = horizontal.getPixelForValue(dot.x);
        if (position > 0) ctx.lineTo(x, level);
        level = vertical.getPixelForValue(dot.y);
        if (position > 0) ctx.lineTo(x, level);
        else ctx.moveTo(x, level);
      });
      ctx.stroke();
      ctx.restore();
    },
  };
}
