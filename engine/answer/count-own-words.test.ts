import { expect, test } from "vitest";
import { countOwnWords } from "./count-own-words";

test("countOwnWords() counts no word of links, pictures, addresses and tags", () => {
  expect(countOwnWords("Live demo: https://a.example/todo-app/")).toBe(2);
  expect(countOwnWords("[![NPM Version][npm-image]][npm-url] ![Build](https://ci/badge.svg)")).toBe(0);
  expect(countOwnWords("[![Build](https://ci/a.svg)](https://ci) <b>Docs</b>")).toBe(1);
  expect(countOwnWords("Flights need approval by the [office manager](x).")).toBe(5);
});
