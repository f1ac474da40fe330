import { createTempProfile, launchAtlas } from "../../../extension/scripts/browser/launch-atlas";
import { seedChat, setOpenChat } from "../../../extension/scripts/browser/seed-chat";
import type { TextSet } from "../data/text-set";
import type { EngineRow } from "../report/bench-result";
import { createChatTurns } from "./chat-turns";
import { measureOpening, measureUse, showAll, typeWhileLoading } from "./measure-chat";

export interface ChatBenchDeps {
  /** Folder of the built extension. */
  readonly extension: string;
  readonly texts: TextSet;
  readonly log: (line: string) => void;
}

const CHAT = "long";
/** Turns of a chat: the one of the targets, and one that nobody should have. */
const SIZES = [500, 2_000];
/** In a longer chat nobody presses "Show earlier questions" to its beginning. */
const MAX_DRAWN_TURNS = 500;
/** Frames as fast as they can be made, so that no time is spent in waiting for the screen. */
const SWITCHES = ["--disable-frame-rate-limit", "--disable-gpu-vsync"];

/** The built extension with long chats: rows for no chat yet, for the chat as it opens, and with every question drawn. */
export async function runChat(deps: ChatBenchDeps): Promise<readonly EngineRow[]> {
  const rows: EngineRow[] = [];
  for (const turns of SIZES) {
    deps.log(`chat · ${turns} turns`);
    rows.push(...(await measureSize(deps, turns)));
  }
  return rows;
}

async function measureSize(
  { extension, texts }: ChatBenchDeps,
  turns: number,
): Promise<readonly EngineRow[]> {
  const profile = await createTempProfile();
  const names = {
    empty: `before ${turns} turns`,
    opened: `${turns} turns`,
    all: `${turns} turns, all drawn`,
  };
  const rows: EngineRow[] = [];
  try {
    const atlas = await launchAtlas({
      ...{ extension, profile: profile.path, headless: true, switches: SWITCHES },
    });
    try {
      const panel = await atlas.open("sidepanel.html");
      await panel.getByRole("textbox").waitFor();
      const [empty, bare] = await measureOpening(atlas);
      await empty.close();
      rows.push({ name: names.empty, n: 0, ...bare, problems: [] });
      const asked = createChatTurns(texts, turns);
      await seedChat(panel, CHAT, asked);
      await setOpenChat(panel, CHAT);
      await panel.close();
      const [page, opening] = await measureOpening(atlas, asked.at(-1)?.question ?? "");
      const early = await typeWhileLoading(page);
      rows.push({
        ...{ name: names.opened, n: turns, ...opening, ...early, ...(await measureUse(page)), problems: [] },
      });
      if (turns > MAX_DRAWN_TURNS) return rows;
      rows.push({
        ...{ name: names.all, n: turns, ...(await showAll(page)), ...(await measureUse(page)), problems: [] },
      });
    } finally {
      await atlas.close();
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    const name = Object.values(names)[rows.length] ?? names.all;
    rows.push({ name, n: turns, problems: [String(reason)] });
  } finally {
    await profile.remove();
  }
  return rows;
}
