import { expect, test } from "vitest";
import { describePage } from "./describe-page";

test("describePage() puts a title of several lines on one", () => {
  expect(describePage({ title: " A\n\tB ", url: "https://a.com/" })).toBe("A B\n\na.com");
});

test("describePage() decodes percent signs, in any script", () => {
  expect(describePage({ title: "", url: "https://a.com/caf%C3%A9_%E6%9D%B1%E4%BA%AC?q=x%20y#z" })).toBe(
    "a.com café 東京 x y",
  );
});

test("describePage() keeps an invalid percent sign", () => {
  expect(describePage({ title: "T", url: "https://a.com/100%/b" })).toBe("T\n\na.com 100 b");
});

test("describePage() keeps an address it cannot parse", () => {
  expect(describePage({ title: "T", url: "http://" })).toBe("T\n\nhttp://");
});
