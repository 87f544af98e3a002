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
import {
  type ChartDefinition,
  type ChartPoint,
  directionWords,
} from "../site/figures/chart-definition.ts";
import { type MarkRole, roleWords } from "../site/figures/marks.ts";

/** A live drawing on the page. */
export interface ChartDrawing {
  destroy(): void;
}

interface Dot {
  readonly x: number;
  readonly y: number;
  readonly group: string;
  readonly point: ChartPoint;
}

const rowHeight = 22;
const axisHeight = 78;
/** Space between two models, in rows. */
const groupGap = 0.9;

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
  const { dots, labels, depth } = placeDots(definition);
  container.style.height = `${Math.round(depth * rowHeight + axisHeight)}px`;
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
    plugins: [intervals(dots, () => palette)],
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      interaction: { mode: "nearest", intersect: false },
      layout: { padding: { right: 12 } },
      scales: {
        x: {
          type: definition.axis.scale === "log" ? "logarithmic" : "linear",
          min: Number(definition.axis.from),
          max: Number(definition.axis.to),
          title: {
            display: true,
            text: [definition.axis.label, directionWords[definition.direction]]
              .filter((part) => part !== "")
              .join("; "),
            align: "start",
            // The one colour Chart.js takes as a value only; see recolour.
            color: palette.quiet,
            font: palette.font,
          },
          border: { display: false },
          grid: { color: () => palette.rule },
          ticks: {
            color: () => palette.quiet,
            font: () => palette.font,
            callback: (_value, index) => definition.axis.ticks[index]?.label ?? "",
          },
          afterBuildTicks: (axis) => {
            axis.ticks = definition.axis.ticks.map(({ at }) => ({ value: Number(at) }));
          },
        },
        y: {
          type: "linear",
          min: 0,
          max: depth,
          reverse: true,
          border: { display: false },
          grid: { display: false },
          ticks: {
            autoSkip: false,
            color: () => palette.ink,
            font: () => palette.font,
            callback: (_value, index) => wrapAtSpaces(labels[index]?.text ?? ""),
          },
          afterBuildTicks: (axis) => {
            axis.ticks = labels.map(({ at }) => ({ value: at }));
          },
        },
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
            title: ([item]) => (item ? (dots[item.dataIndex]?.group ?? "") : ""),
            label: (item) => {
              const dot = dots[item.dataIndex];
              return dot === undefined ? "" : describe(dot);
            },
          },
        },
      },
      onHover: (_event, active) => {
        const dot = dots[active[0]?.index ?? -1];
        canvas.style.cursor = dot?.point.href ? "pointer" : "default";
        if (dot !== undefined) show(dot);
      },
      onClick: (_event, active) => open(dots[active[0]?.index ?? -1]),
    },
  });

  let current = -1;

  function show(dot: Dot): void {
    if (readout.dataset.shown === keyOf(dot)) return;
    readout.dataset.shown = keyOf(dot);
    const text = `${dot.group}: ${describe(dot).join(". ")}`;
    if (dot.point.href === null) {
      readout.replaceChildren(text);
      return;
    }
    const link = document.createElement("a");
    link.href = dot.point.href;
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
    const title = chart.options.scales?.x?.title;
    if (title) title.color = palette.quiet;
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

function open(dot: Dot | undefined): void {
  if (dot?.point.href) location.assign(dot.point.href);
}

function keyOf(dot: Dot): string {
  return `${dot.y}`;
}

function describe({ point }: Dot): string[] {
  const lines = [`${point.label} ${point.valueText}, ${roleWords[point.role]}`];
  return point.breakNote === undefined ? lines : [...lines, point.breakNote];
}

/** One row per figure, with air between models; a model's name is level with its first figure. */
function placeDots(definition: ChartDefinition) {
  const dots: Dot[] = [];
  const labels: { at: number; text: string }[] = [];
  let y = groupGap / 2;
  for (const group of definition.groups) {
    labels.push({ at: y + 0.5, text: group.label });
    for (const point of group.points) {
      dots.push({ x: Number(point.value), y: y + 0.5, group: group.label, point });
      y += 1;
    }
    y += groupGap;
  }
  return { dots, labels, depth: y - groupGap / 2 };
}

/** Axis labels on narrow screens take two lines rather than half the width. */
function wrapAtSpaces(text: string): string | string[] {
  if (text.length <= 16 || innerWidth >= 640) return text;
  const middle = text.lastIndexOf(" ", 16);
  return middle < 0 ? text : [text.slice(0, middle), text.slice(middle + 1)];
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

function dataset(dots: readonly Dot[], palette: () => Palette): ChartDataset<"scatter", Dot[]> {
  const roleAt = (index: number): MarkRole => dots[index]?.point.role ?? "agrees";
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

/** Draws behind each point the interval that its figure stands for. */
function intervals(dots: readonly Dot[], palette: () => Palette): Plugin<"scatter"> {
  return {
    id: "intervals",
    beforeDatasetsDraw: ({ ctx, scales }) => {
      const { x: horizontal, y: vertical } = scales;
      if (horizontal === undefined || vertical === undefined) return;
      ctx.save();
      ctx.lineWidth = 2;
      for (const { y, point } of dots) {
        const level = vertical.getPixelForValue(y);
        const from =
          point.low === null ? horizontal.left : horizontal.getPixelForValue(Number(point.low));
        const to =
          point.high === null ? horizontal.right : horizontal.getPixelForValue(Number(point.high));
        ctx.strokeStyle = palette().marks[point.role];
        ctx.beginPath();
        ctx.moveTo(from, level);
        ctx.lineTo(to, level);
        ctx.stroke();
      }
      ctx.restore();
    },
  };
}
