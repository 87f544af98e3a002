import { describe, expect, test } from "vitest";
import { visit } from "./site.ts";

// The other browser tests trust `visit` to notice what a page may not do, so it is tested by doing it.
describe.concurrent("a visit fails on a page that", () => {
  test.each([
    {
      does: "writes an error to the console",
      act: () => console.error("a mistake"),
      fault: "console error: a mistake",
    },
    {
      does: "lets an exception escape",
      act: () => {
        queueMicrotask(() => {
          throw new Error("an escape");
        });
      },
      fault: "uncaught: an escape",
    },
    {
      does: "sets a cookie",
      act: () => {
        document.cookie = "visited=yes";
      },
      fault: "set the cookie visited",
    },
    {
      does: "asks for what is not there",
      act: () => fetch("missing.json").then(() => undefined),
      fault: "answered with 404",
    },
    {
      does: "has a style attribute",
      act: () => document.body.insertAdjacentHTML("beforeend", '<p style="color: red">red</p>'),
      fault: "broke the Content-Security-Policy: style-src-attr",
    },
    {
      does: "runs an inline script",
      act: () => {
        const script = document.createElement("script");
        script.textContent = "document.title = 'changed'";
        document.body.append(script);
      },
      fault: "broke the Content-Security-Policy: script-src-elem",
    },
    {
      does: "asks another origin for a picture",
      act: () => {
        document.body.append(Object.assign(new Image(), { src: "https://example.com/a.png" }));
      },
      fault: "broke the Content-Security-Policy: img-src refused https://example.com/a.png",
    },
    {
      does: "goes to another origin",
      act: () => {
        location.href = "https://example.com/";
      },
      fault: "asked another origin: https://example.com/",
    },
  ])("$does", async ({ act, fault }) => {
    const visiting = visit("", async (page) => {
      await page.evaluate(act);
      // Faults travel through the browser's own events; a round trip through the page comes after them.
      await page.waitForFunction(() => true).catch(() => undefined);
    });
    await expect(visiting).rejects.toThrow(fault);
  });
});
