import { describe, expect, test } from "vitest";
import { createServiceSetup, json } from "./testing/service-setup";

describe("the credential", () => {
  test("goes along with every request, and the reply comes with its body read", async () => {
    const { api, run, sent } = createServiceSetup({ reply: () => json({ a: 1 }) });
    const response = await run(api.fetch("https://api.vendor.example/items?x=1"));
    expect(await response.json()).toEqual({ a: 1 });
    expect(response.url).toBe("https://api.vendor.example/items?x=1");
    expect(sent[0]?.headers.get("authorization")).toBe("Bearer secret-1");
    expect(sent[0]).toMatchObject({ credentials: "omit", redirect: "follow", cache: "no-store" });
  });
});
