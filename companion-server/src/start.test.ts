import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { start } from "./start";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "atlas-companion-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function startWith(env: Readonly<Record<string, string>>) {
  const lines: string[] = [];
  const settings = { ATLAS_COMPANION_CONFIG: folder, ATLAS_COMPANION_PORT: "0", ...env };
  const running = await start(settings, (line) => lines.push(line));
  await running.close(0);
  return lines;
}

test.each([
  [{ ATLAS_COMPANION_PORT: "many" }, "ATLAS_COMPANION_PORT"],
  [{ ATLAS_COMPANION_TOKEN: "short" }, "24 characters"],
  [{ ATLAS_COMPANION_EXTENSION_IDS: "atlas" }, "chrome://extensions"],
  [{ ATLAS_COMPANION_ALLOWED_HOSTS: "models.example:8787" }, "without https:// and port"],
  [{ OPENAI_API_KEY: "sk-1\nsk-2" }, "OPENAI_API_KEY"],
  [{ GROQ_API_KEY: "gsk-1", GROQ_BASE_URL: "ftp://x" }, "GROQ_BASE_URL"],
  [{ NOTION_CLIENT_ID: "id" }, "NOTION_CLIENT_SECRET"],
  [{ ATLAS_COMPANION_HOST: "203.0.113.1" }, "ATLAS_COMPANION_HOST"],
])("start() with %j names the invalid setting and never a key", async (env, part) => {
  const problem = await startWith(env as Record<string, string>).catch((error: unknown) => error);
  expect(problem).toMatchObject({
    name: "SettingsProblem",
    message: expect.stringMatching(/^Cannot [^\n]*$/),
  });
  expect((problem as Error).message).toContain(part);
  expect((problem as Error).message).not.toContain("sk-1");
});

test.each([
  ["companion.env", "GROQ_API_KEY=gsk-1\n"],
  ["pairing-token", `${"t".repeat(43)}\n`],
])("start() rejects %s when other users can read it", async (name, text) => {
  const path = join(folder, name);
  await writeFile(path, text);
  await chmod(path, 0o644);
  await expect(startWith({})).rejects.toMatchObject({
    name: "SettingsProblem",
    message: expect.stringContaining(`chmod 600 "${path}"`),
  });
});

test("start() prints the vendors and sign-ins it offers, and warns when other machines can reach it", async () => {
  const lines = await startWith({
    ATLAS_COMPANION_HOST: "0.0.0.0",
    ANTHROPIC_API_KEY: "sk-ant-1",
    GROQ_API_KEY: "gsk-1",
    NOTION_CLIENT_ID: "id",
    NOTION_CLIENT_SECRET: "secret",
  });
  expect(lines).toContain("Models of Anthropic and Groq");
  expect(lines).toContain("Sign-ins at Notion");
  expect(lines.join()).toContain("put TLS in front");
  expect(lines.join()).not.toMatch(/sk-ant-1|gsk-1|secret/);
});
