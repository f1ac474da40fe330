import { expect, test } from "vitest";
import { resolveSite } from "./resolve-site";

const at = (baseUrl: string) => resolveSite("jira", { settings: { baseUrl } });

test.each([
  ["https://acme.atlassian.net/jira/software/projects/EX/boards/1", "https://acme.atlassian.net"],
  [" https://acme.atlassian.net/ ", "https://acme.atlassian.net"],
])("resolveSite() finds a cloud site from the address of any of its pages: %s", (entered, origin) => {
  expect(at(entered)).toEqual({ apiUrl: origin, siteUrl: origin, cloud: true });
});

test("resolveSite() keeps the path of a server that is not at the root of its host", () => {
  const address = "https://tools.example.com/jira";
  expect(at(`${address}/`)).toEqual({ apiUrl: address, siteUrl: address, cloud: false });
});

test.each([
  ["https://tools.example.com:8443/jira/browse/EX-1?filter=-1", "https://tools.example.com:8443/jira"],
  ["https://tools.example.com/secure/Dashboard.jspa", "https://tools.example.com"],
  ["https://wiki.example.com/display/ENG/Guide+to+it", "https://wiki.example.com"],
  [
    "https://wiki.example.com/confluence/pages/viewpage.action?pageId=7",
    "https://wiki.example.com/confluence",
  ],
  ["https://mia:secret@wiki.example.com/#all-updates", "https://wiki.example.com"],
])("resolveSite() finds a server from the address of any of its pages: %s", (entered, address) => {
  expect(at(entered)).toEqual({ apiUrl: address, siteUrl: address, cloud: false });
});

test("resolveSite() rejects an address beside a site chosen at the sign-in", () => {
  const details = { cloudId: "1324a887", siteUrl: "https://acme.atlassian.net" };
  const source = {
    settings: { baseUrl: "https://acme.atlassian.net" },
    account: { id: "1", name: "acme", details },
  };
  expect(() => resolveSite("jira", source)).toThrow(expect.objectContaining({ code: "settings" }));
});

test("resolveSite() links to the site although requests go to the gateway", () => {
  const baseUrl = "https://api.atlassian.com/ex/jira/1324a887";
  const account = { id: "1", name: "Mia", details: { siteUrl: "https://acme.atlassian.net" } };
  expect(resolveSite("jira", { settings: { baseUrl }, account })).toEqual({
    apiUrl: baseUrl,
    siteUrl: "https://acme.atlassian.net",
    cloud: true,
  });
});

test("resolveSite() uses the site chosen at the sign-in", () => {
  const details = { cloudId: "1324a887", siteUrl: "https://acme.atlassian.net" };
  expect(resolveSite("confluence", { settings: {}, account: { id: "1", name: "acme", details } })).toEqual({
    apiUrl: "https://api.atlassian.com/ex/confluence/1324a887",
    siteUrl: "https://acme.atlassian.net",
    cloud: true,
  });
});

test.each(["", "acme"])("resolveSite() requires the site's address when it is %j", (entered) => {
  expect(() => at(entered)).toThrow(expect.objectContaining({ code: "settings" }));
});
