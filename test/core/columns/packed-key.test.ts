import { expect, test } from "vitest";
import { packKey, unpackKey } from "../../../src/core/columns/packed-key.ts";

test.each([
  ["bench", "acme/one", "bench", "*"],
  ["one-bench-hard", "acme/one", "bench", "~-*-hard"],
  ["one-one", "acme/one", "bench", "~-one"],
  ["bench-one", "acme/one", "bench-one", "*"],
  ["gain", "acme/one", "bench", "gain"],
  ["acme-price", "acme", "price", "~-*"],
  ["price-$&", "acme/one", "price", "*-$&"],
])("the key %s of %s on %s is written %s, and read back", (key, subject, metric, packed) => {
  expect(packKey(key, subject, metric)).toBe(packed);
  expect(unpackKey(packed, subject, metric)).toBe(key);
});
