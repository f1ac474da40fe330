import { expect, test } from "vitest";
import { sanitiseLink } from "./sanitise-link";

const HOSTS = ["linear.app", "notion.so"];
const OTHER = "https://linear.app/";

test.each(["https://linear.app/acme/issue/ENG-1", "https://www.notion.so/x#y", "https://linear.app:443/"])(
  "sanitiseLink() keeps %s",
  (link) => {
    expect(sanitiseLink(link, HOSTS, OTHER)).toBe(link);
  },
);

test.each([
  "javascript:alert(1)//linear.app",
  "data:text/html,linear.app",
  "http://linear.app/acme",
  "https://linear.app.evil.example/",
  "https://evillinear.app/",
  "https://linear.app@evil.example/",
  "https://ada:secret@linear.app/",
  "//linear.app/acme",
  "/acme",
  "",
  null,
  undefined,
])("sanitiseLink() rejects %s", (link) => {
  expect(sanitiseLink(link, HOSTS, OTHER)).toBe(OTHER);
});
