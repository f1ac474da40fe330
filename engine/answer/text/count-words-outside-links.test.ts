import { expect, test } from "vitest";
import { countWordsOutsideLinks } from "./count-words-outside-links";

test("countWordsOutsideLinks() counts no word of links, pictures, addresses and tags", () => {
  expect(countWordsOutsideLinks("Live demo: https://a.example/todo-app/")).toBe(2);
  expect(countWordsOutsideLinks("[![NPM Version][npm-image]][npm-url] ![Build](https://ci/badge.svg)")).toBe(
    0,
  );
  expect(countWordsOutsideLinks("[![Build](https://ci/a.svg)](https://ci) <b>Docs</b>")).toBe(1);
  expect(countWordsOutsideLinks("Flights need approval by the [office manager](x).")).toBe(5);
});
