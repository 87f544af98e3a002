// `npm run bench:explorer`: what the explorer of claims weighs, and how long its steps take in a browser, with many synthetic claims.
//   node test/browser/bench-explorer.ts [--claims 10000] [--runs 5] [--site dist]

import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { chromium, type Page } from "playwright-core";
import { serveStatic } from "../../src/cli/static-server.ts";
import { syntheticDataset } from "../../src/cli/synthetic-dataset.ts";
import { analyse } from "../../src/core/analysis.ts";
import { buildDataset } from "../../src/core/dataset/build-dataset.ts";
import { claimWords, explorerColumns } from "../../src/site/views/explorer.ts";
import { launchChromium } from "./chromium.ts";

/** Milliseconds of a frame, at sixty a second; a gap half as long again has left one out. */
const FRAME = 16.7;
const DROPPED_FRAME = 25;

interface Step {
  readonly name: string;
  /** Runs in the page, in one task, as a reader's click or key does. */
  readonly act: string;
}

const click = (selector: string) => `document.querySelector(${JSON.stringify(selector)}).click()`;
const select = (name: string, value: string) => `{
  const select = document.querySelector('select[name="${name}"]');
  select.value = "${value}";
  select.dispatchEvent(new Event("change", { bubbles: true }));
}`;
const type = (words: string) => `{
  const field = document.querySelector('input[name="q"]');
  field.value = "${words}";
  field.dispatchEvent(new Event("input", { bubbles: true }));
}`;
const option = (facet: string, at: number) =>
  click(`details[data-facet="${facet}"] li:nth-child(${at}) input`);

const STEPS: readonly Step[] = [
  { name: "sort by figure", act: click('th[data-column="figure"] button') },
  { name: "sort the other way", act: click('th[data-column="figure"] button') },
  { name: "sort by model", act: click('th[data-column="subject"] button') },
  { name: "group by fact", act: select("group", "fact") },
  { name: "next page", act: click('button[data-action="next"]') },
  { name: "choose a status", act: option("status", 1) },
  { name: "choose a second status", act: option("status", 2) },
  { name: "choose a benchmark", act: option("metric", 3) },
  { name: "compact rows", act: select("density", "compact") },
  { name: "reset", act: click('button[data-action="reset"]') },
  { name: "type a letter", act: type("m") },
  { name: "type a word", act: type("model") },
  { name: "type two words", act: type("model 12") },
  { name: "type a slip", act: type("modle 12") },
  { name: "choose one source", act: option("source", 1) },
  { name: "choose another", act: option("source", 2) },
  { name: "side by side", act: select("view", "side-by-side") },
  { name: "reset again", act: click('button[data-action="reset"]') },
];

interface Measured {
  /** Milliseconds of processor time of the longest task of the page's main thread, and of all its tasks. */
  readonly longest: number;
  readonly tasks: number;
  /** The longest time between two frames, by the clock, from the step on: on a busy machine others' work is in it. */
  readonly frame: number;
}

/** Performs a step, marks it in the trace, and watches the frames after it. */
async function perform(page: Page, name: string): Promise<number> {
  const frame = await page.evaluate(async (step) => {
    const nextFrame = () => new Promise<number>((done) => requestAnimationFrame(done));
    await nextFrame();
    let last = await nextFrame();
    performance.mark(`begin ${step}`);
    // The policy refuses eval, so the steps came as a script of their own.
    const { explorerSteps } = globalThis as unknown as {
      explorerSteps: Record<string, () => void>;
    };
    explorerSteps[step]?.();
    let longest = 0;
    for (let count = 0; count < 10; count++) {
      const now = await nextFrame();
      longest = Math.max(longest, now - last);
      last = now;
    }
    performance.mark(`end ${step}`);
    return longest;
  }, name);
  // The words of the sources arrive in the background; the next step is to have the processor to itself.
  await page.locator(".explorer-results:not([aria-busy])").waitFor();
  return frame;
}

/** The part of the trace event format that is used; times are in microseconds, `tdur` is time on the processor. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly tdur?: number;
}

const TRACED = ["blink.user_timing", "disabled-by-default-devtools.timeline"];

/** The tasks between the marks of a step. */
function tasksOf(events: readonly TraceEvent[], name: string): number[] {
  const begin = events.find((event) => event.name === `begin ${name}`);
  const end = events.find((event) => event.name === `end ${name}`);
  if (!begin || !end) throw new Error(`The trace has no step ${name}.`);
  return events
    .filter(
      ({ name: own, pid, tid, ts, tdur = 0 }) =>
        own === "RunTask" &&
        pid === begin.pid &&
        tid === begin.tid &&
        // The step itself begins within a task.
        ts + tdur >= begin.ts &&
        ts <= end.ts,
    )
    .map(({ tdur = 0 }) => tdur / 1000);
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1).padStart(7)} KB`;
const milliseconds = (time: number): string => `${time.toFixed(1).padStart(7)} ms`;

const { values } = parseArgs({
  options: {
    claims: { type: "string", default: "10000" },
    runs: { type: "string", default: "5" },
    site: { type: "string", default: "dist" },
  },
});
const directory = resolve(values.site);
if (!existsSync(join(directory, "claims", "index.html")))
  throw new Error(
    `${values.site} holds no built site. Run npm run build, or name one: --site <folder>`,
  );

const analysis = analyse(buildDataset(syntheticDataset(Number(values.claims))).dataset);
const files = {
  "claims/columns.json": JSON.stringify(explorerColumns(analysis)),
  "claims/words.json": JSON.stringify(claimWords(analysis)),
};
console.log(`${analysis.dataset.claims.size} claims on ${analysis.facts.size} facts`);
for (const [name, text] of Object.entries(files))
  console.log(
    `${name.padEnd(22)}${kilobytes(text.length)}, gzip ${kilobytes(gzipSync(text).length)}, brotli ${kilobytes(brotliCompressSync(text).length)}`,
  );

const site = await serveStatic({ directory, port: 0 });
const server = await launchChromium();
const browser = await chromium.connect(server.wsEndpoint());
try {
  const times = new Map<string, Measured[]>();
  const loading: number[] = [];
  for (let run = 0; run < Number(values.runs); run++) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    for (const [name, body] of Object.entries(files))
      await page.route(`**/${name}`, (route) =>
        route.fulfill({ body, contentType: "application/json" }),
      );
    await page.addInitScript(
      `globalThis.explorerSteps = {${STEPS.map(({ name, act }) => `${JSON.stringify(name)}: () => { ${act} }`).join(",")}}`,
    );
    await page.goto(`${site.url}claims/`);
    await page.locator("claim-explorer .explorer:not([inert])").waitFor();
    loading.push(await page.evaluate(() => performance.now()));
    await browser.startTracing(page, { categories: TRACED });
    const frames = new Map<string, number>();
    for (const { name } of STEPS) frames.set(name, await perform(page, name));
    const trace = JSON.parse((await browser.stopTracing()).toString("utf8"));
    for (const [name, frame] of frames) {
      const tasks = tasksOf(trace.traceEvents, name);
      const measured = {
        longest: Math.max(...tasks),
        tasks: tasks.reduce((sum, task) => sum + task, 0),
        frame,
      };
      times.set(name, [...(times.get(name) ?? []), measured]);
    }
    await page.close();
  }
  console.log(`\nReady ${milliseconds(median(loading))} after navigation.`);
  console.log(`${"step".padEnd(24)}longest task  all tasks  longest frame`);
  let dropped = 0;
  let long = 0;
  for (const [name, runs] of times) {
    const of = (part: keyof Measured) => median(runs.map((one) => one[part]));
    if (of("frame") > DROPPED_FRAME) dropped++;
    if (of("longest") > FRAME) long++;
    console.log(
      `${name.padEnd(24)}  ${milliseconds(of("longest"))} ${milliseconds(of("tasks"))}     ${milliseconds(of("frame"))}`,
    );
  }
  console.log(
    `Of ${times.size} steps ${long} have a task that needs more processor time than a frame has, and ${dropped} were seen to drop a frame (medians of ${values.runs} runs).`,
  );
} finally {
  await browser.close();
  await server.close();
  await site.close();
}
