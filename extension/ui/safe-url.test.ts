import { expect, it } from "vitest";
import { safeUrl } from "./safe-url";

it.each(["https://a.example/x#:~:text=b", "chrome-extension://abc/tabs/reader.html#1-2", "file:///a.txt"])(
  "safeUrl() lets %s through",
  (url) => {
    expect(safeUrl(url)).toBe(url);
  },
);

it.each(["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "no address", ""])(
  "safeUrl() holds %s back",
  (url) => {
    expect(safeUrl(url)).toBeUndefined();
  },
);
