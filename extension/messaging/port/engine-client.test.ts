import { afterEach, describe, expect, test, vi } from "vitest";
import { AtlasError } from "../../../engine/errors/atlas-error";
import type { PortOffer } from "../../platform/engine-port";
import { createEngineClient } from "./engine-client";
import { createEngineServer, type EngineHandlers } from "./engine-server";
import { createFakePresence } from "./testing/fake-presence";

const ports: MessagePort[] = [];

afterEach(() => {
  vi.useRealTimers();
  for (const port of ports.splice(0)) port.close();
});

/** An engine that can be ended and started again, and pages that call it. */
function createFixture(table: Partial<EngineHandlers> = {}) {
  const presence = createFakePresence();
  const handlers = { "outbox-drain": async () => {}, ...table } as EngineHandlers;
  const offers: PortOffer[] = [];
  let engine = createEngineServer({ handlers, presence });
  const deps = {
    presence,
    offer: async (offer: PortOffer) => {
      offers.push(offer);
      ports.push(offer.port);
      await engine.accept(offer);
    },
  };
  const engineId = () =>
    presence.alive.find((name) => name.startsWith("engine-")) ?? expect.fail("No engine");
  return {
    ...{ offers, presence, accept: deps.offer },
    openPage: (offer = deps.offer) => createEngineClient({ ...deps, offer }),
    endPage: (opened: number) => presence.end(offers[opened]?.clientId ?? expect.fail("No such page")),
    restartEngine: () => {
      presence.end(engineId());
      engine = createEngineServer({ handlers, presence });
    },
  };
}

/** A handler that runs until its caller goes away. */
function createEndlessHandler() {
  const signals: AbortSignal[] = [];
  const started: (() => void)[] = [];
  return {
    signals,
    begun: () => new Promise<void>((resolve) => started.push(resolve)),
    handle: (_: unknown, { signal }: { readonly signal: AbortSignal }) => {
      signals.push(signal);
      for (const resolve of started.splice(0)) resolve();
      return new Promise<never>(() => {});
    },
  };
}

describe("createEngineClient()", () => {
  test("opens one port for all calls of a page, however many come at once", async () => {
    const { openPage, offers } = createFixture({ suggest: async ({ query }) => [titled(query)] });
    const { call } = openPage();
    const found = await Promise.all(["a", "b"].map((query) => call("suggest", { query, limit: 1 })));
    expect(found.flat().map(({ title }) => title)).toEqual(["a", "b"]);
    await call("outbox-drain", {});
    expect(offers).toHaveLength(1);
  });

  test("hands events over in order, and before the reply", async () => {
    const { openPage } = createFixture({
      "file-attach": async ({ name }, { emit }) => {
        emit(0.5);
        emit(1);
        return { focusId: "f", kind: "file", title: name, url: "", chunks: 1 };
      },
    });
    const received: unknown[] = [];
    const attachment = { name: "notes.txt", mediaType: "", url: "blob:a" };
    const focus = await openPage().call("file-attach", attachment, {
      onEvent: (share) => received.push(share),
    });
    expect([received, focus.title]).toEqual([[0.5, 1], "notes.txt"]);
  });

  test("rejects with the handler's code and message", async () => {
    const { openPage } = createFixture({
      "focus-text": async () => {
        throw new AtlasError("not-found", "This page is closed");
      },
    });
    await expect(openPage().call("focus-text", { focusId: "f" })).rejects.toMatchObject({
      code: "not-found",
      message: "This page is closed",
    });
  });

  test("says which message nobody knows, and that a reply cannot be sent", async () => {
    const { openPage } = createFixture({ "chat-list": async () => [(() => {}) as never] });
    const { call } = openPage();
    await expect(call("no-such-message" as "outbox-drain", {})).rejects.toMatchObject({
      code: "bug",
      message: 'Cannot answer "no-such-message": no such message',
    });
    await expect(call("chat-list", { words: "" })).rejects.toMatchObject({ code: "bug" });
  });

  test("rejects what waits when the engine ends, and starts it again with the next call", async () => {
    const { handle, begun } = createEndlessHandler();
    const { openPage, restartEngine, offers } = createFixture({ "model-list": handle });
    const { call } = openPage();
    const first = begun();
    const waiting = call("model-list", {});
    await first;
    restartEngine();
    await expect(waiting).rejects.toMatchObject({ code: "engine-gone" });
    await call("outbox-drain", {});
    expect(offers).toHaveLength(2);
  });

  test("rejects with the reason of its signal, and tells the engine that nobody waits", async () => {
    const { handle, begun, signals } = createEndlessHandler();
    const { openPage } = createFixture({ "model-list": handle });
    const { call } = openPage();
    const stop = new AbortController();
    const first = begun();
    const waiting = call("model-list", {}, { signal: stop.signal });
    await first;
    stop.abort(new Error("Closed"));
    await expect(waiting).rejects.toThrow("Closed");
    await call("outbox-drain", {});
    expect(signals[0]?.aborted).toBe(true);
    await expect(call("outbox-drain", {}, { signal: stop.signal })).rejects.toThrow("Closed");
  });

  test("ends the calls of a page that is gone, and none of another's", async () => {
    const { handle, begun, signals } = createEndlessHandler();
    const { openPage, endPage } = createFixture({ "model-list": handle });
    for (const page of [openPage(), openPage()]) {
      const next = begun();
      page.call("model-list", {}).catch(() => {});
      await next;
    }
    endPage(0);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
  });

  test("passes on why it is refused, and tries again with the next call", async () => {
    const { openPage, accept } = createFixture();
    const problem = { code: "bug", message: "Cannot read the packaged model" } as const;
    let isRefused = true;
    const { call } = openPage(async (offer) => {
      ports.push(offer.port);
      if (isRefused) offer.port.postMessage({ type: "refused", error: problem });
      else await accept(offer);
    });
    await expect(call("outbox-drain", {})).rejects.toMatchObject(problem);
    isRefused = false;
    await call("outbox-drain", {});
  });

  test("announces page and engine again with the next call when that failed", async () => {
    const { openPage, restartEngine, presence } = createFixture();
    const { call } = openPage();
    const announce = vi.spyOn(presence, "announce").mockRejectedValueOnce(new Error("No locks"));
    await expect(call("outbox-drain", {})).rejects.toThrow("No locks");
    await call("outbox-drain", {});
    announce.mockRejectedValueOnce(new Error("No locks"));
    restartEngine();
    await call("outbox-drain", {});
    expect(announce).toHaveBeenCalledTimes(4);
  });

  test("offers another port when none is answered, and gives up with a sentence", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const { openPage } = createFixture();
    let offered = 0;
    const waiting = openPage(async ({ port }) => {
      ports.push(port);
      offered++;
    }).call("outbox-drain", {});
    const outcome = expect(waiting).rejects.toMatchObject({
      code: "no-reply",
      message: "Cannot start the search engine: it does not answer; reload Atlas",
    });
    await vi.advanceTimersByTimeAsync(60_000);
    await outcome;
    expect(offered).toBe(6);
  });

  test("gives up a call that is never answered", async () => {
    const { handle, begun } = createEndlessHandler();
    const { openPage } = createFixture({ "model-list": handle });
    const { call } = openPage();
    await call("outbox-drain", {});
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const first = begun();
    const waiting = call("model-list", {});
    const outcome = expect(waiting).rejects.toMatchObject({
      code: "no-reply",
      message: 'Cannot reach Atlas for "model-list": no reply; reload Atlas',
    });
    await first;
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    await outcome;
  });
});

function titled(title: string) {
  return { title, url: "", sourceLabel: "", snippet: "" };
}
