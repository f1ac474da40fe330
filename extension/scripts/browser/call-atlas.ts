import type { Page } from "playwright";
import { unwrap } from "../../messaging/envelope";
import type {
  BackgroundMessage,
  BackgroundProtocol,
  EngineMessage,
  EngineProtocol,
  MessageReply,
} from "../../messaging/protocol";

/** Sends a message as the extension's page would. */
export async function callAtlas<Name extends BackgroundMessage>(
  page: Page,
  name: Name,
  request: BackgroundProtocol[Name]["request"],
): Promise<BackgroundProtocol[Name]["reply"]> {
  return send(page, { to: "background", name, request });
}

/** Sends a message to the engine as the extension's page would. */
export async function callAtlasEngine<Name extends EngineMessage>(
  page: Page,
  name: Name,
  request: EngineProtocol[Name]["request"],
): Promise<EngineProtocol[Name]["reply"]> {
  await callAtlas(page, "engine-ensure", {});
  return send(page, { to: "engine", name, request });
}

async function send<T>(page: Page, envelope: { to: string; name: string; request: unknown }): Promise<T> {
  const reply = await page.evaluate((message) => chrome.runtime.sendMessage(message), envelope);
  return unwrap(reply as MessageReply<T>, envelope.name);
}
