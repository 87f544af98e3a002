import { expect, it } from "vitest";
import { escapeText, pixel, svgElement, svgLink, svgText } from "../../../src/site/figures/svg.ts";

it.each([
  [1.005, "1"],
  [1.239, "1.24"],
  [-0.001, "0"],
  [12, "12"],
  [0.1 + 0.2, "0.3"],
])("the coordinate %d is written %s", (value, text) => {
  expect(pixel(value)).toBe(text);
});

it("text cannot leave its place", () => {
  expect(escapeText(`<a href="x">&</a>`)).toBe("&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;");
});

it("an element leaves out what is null and closes itself when empty", () => {
  expect(svgElement("rect", { x: 1.234, class: "a", y: null })).toBe('<rect x="1.23" class="a"/>');
  expect(svgElement("g", { class: 'a"b' }, ["<x/>"])).toBe('<g class="a&quot;b"><x/></g>');
});

it("text starts at its place unless it is anchored elsewhere", () => {
  expect(svgText(1, 2, "a", "b")).toBe('<text x="1" y="2" class="a">b</text>');
  expect(svgText(1, 2, "a", "b", "end")).toBe(
    '<text x="1" y="2" class="a" text-anchor="end">b</text>',
  );
});

it("without an address there is no link", () => {
  expect(svgLink(null, "label", ["<x/>"])).toBe("<x/>");
  expect(svgLink("/a", "label", ["<x/>"])).toBe('<a href="/a" aria-label="label"><x/></a>');
});
