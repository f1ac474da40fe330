import type { ChatLimits } from "../src/chat/chat-route";
import { readSettings, type Settings } from "../src/config/settings";
import { createApp } from "../src/create-app";
import type { LogEntry } from "../src/http/request-log";
import { listen, type RunningCompanion } from "../src/listen";

export const TOKEN = "pairing-token-of-the-tests-0123456789";
export const EXTENSION_ID = "abcdefghijklmnopabcdefghijklmnop";

export interface TestCompanion extends RunningCompanion {
  readonly log: readonly LogEntry[];
  /** Sends a request with the pairing token. */
  ask(path: string, init?: RequestInit): Promise<Response>;
  chat(body: object, init?: RequestInit): Promise<Response>;
}

export interface TestOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly settings?: Partial<Settings>;
  readonly limits?: ChatLimits;
  readonly now?: () => number;
}

/** Starts the real companion on a free port. */
export async function startTestCompanion(options: TestOptions = {}): Promise<TestCompanion> {
  const { env = {}, settings = {}, limits, now = () => Date.now() } = options;
  const log: LogEntry[] = [];
  const app = createApp({
    settings: { ...readSettings(env), ...settings },
    token: TOKEN,
    writeLog: (entry) => log.push(entry),
    fetch,
    now,
    ...(limits && { limits }),
  });
  const running = await listen(app, { host: "127.0.0.1", port: 0 });
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(running.url + path, { ...init, headers: { authorization: `Bearer ${TOKEN}`, ...init.headers } });
  return {
    ...running,
    close: () => running.close(0),
    log,
    ask,
    chat: (body, init) =>
      ask("/v1/chat/completions", { method: "POST", body: JSON.stringify(body), ...init }),
  };
}
