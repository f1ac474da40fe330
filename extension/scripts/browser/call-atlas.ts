import { join } from "node:path";
import { build } from "esbuild";
import type { Page } from "playwright";
import type { callEngine } from "../../messaging/call-engine";
import { unwrap } from "../../messaging/envelope";
import type {
  BackgroundMessage,
  BackgroundProtocol,
  EngineMessage,
  EngineProtocol,
  MessageReply,
  ReplyOf,
} from "../../messaging/protocol";
import { ROOT } from "../paths";

/** Sends a message as the extension's page would. */
export async function callAtlas<Name extends BackgroundMessage>(
  page: Page,
  name: Name,
  request: BackgroundProtocol[Name]["request"],
): Promise<ReplyOf<BackgroundProtocol[Name]>> {
  const envelope = { to: "background", name, request };
  const reply = await page.evaluate((message) => chrome.runtime.sendMessage(message), envelope);
  return unwrap(reply as MessageReply<ReplyOf<BackgroundProtocol[Name]>>, name);
}

/** Calls the engine as the extension's page would, with the product's own client. */
export async function callAtlasEngine<Name extends EngineMessage>(
  page: Page,
  name: Name,
  request: EngineProtocol[Name]["request"],
): Promise<ReplyOf<EngineProtocol[Name]>> {
  await addEngineClient(page);
  const reply = await page.evaluate(
    async ([name, request]) => {
      const { atlasEngine } = globalThis as unknown as EngineClientGlobal;
      try {
        return { ok: true, value: await atlasEngine.callEngine(name as "engine-status", request as never) };
      } catch (error) {
        const { code = "bug", message } = error as { readonly code?: string; readonly message: string };
        return { ok: false, error: { code, message } };
      }
    },
    [name, request] as const,
  );
  return unwrap(reply as MessageReply<ReplyOf<EngineProtocol[Name]>>, name);
}

export interface EngineClientGlobal {
  readonly atlasEngine: { readonly callEngine: typeof callEngine };
}

/** Loads the client into a page of the extension, once. */
export async function addEngineClient(page: Page): Promise<void> {
  if (await page.evaluate(() => "atlasEngine" in globalThis)) return;
  client ??= bundleClient();
  await page.evaluate(await client);
}

let client: Promise<string> | undefined;

async function bundleClient(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, "extension/messaging/call-engine.ts")],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "atlasEngine",
    // An evaluated script has a scope of its own.
    footer: { js: "globalThis.atlasEngine = atlasEngine;" },
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}
