import { expect, test } from "vitest";
import { describePage } from "./describe-page";

test("describePage() keeps a title of several lines on one", () => {
  expect(describePage({ title: " A\n\tB ", url: "https://a.com/" })).toBe("A B\n\na.com");
});

test("describePage() reads words behind percent signs, in any script", () => {
  expect(describePage({ title: "", url: "https://a.com/caf%C3%A9_%E6%9D%B1%E4%BA%AC?q=x%20y#z" })).toBe(
    "a.com café 東京 x y",
  );
});

test("describePage() takes a stray percent sign as it stands", () => {
  expect(describePage({ title: "T", url: "https://a.com/100%/b" })).toBe("T\n\na.com 100 b");
});

test("describePage() keeps an address it cannot parse", () => {
  expect(describePage({ title: "T", url: "http://" })).toBe("T\n\nhttp://");
});
