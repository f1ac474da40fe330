import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startFakeVendor } from "../testing/fake-vendor";
import { type CompanionProcess, MAIN, startProcess } from "../testing/start-process";

let folder: string;
const running: CompanionProcess[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "atlas-companion-"));
});
afterEach(async () => {
  for (const { child } of running.splice(0)) child.kill("SIGKILL");
  await rm(folder, { recursive: true, force: true });
});

function run(env: Record<string, string> = {}, args = ["--import", "tsx", MAIN]) {
  const started = startProcess({ ATLAS_COMPANION_CONFIG: folder, ...env }, args);
  running.push(started);
  return started;
}

test("the first start creates a pairing token, prints it once and stores it for its owner alone", async () => {
  const first = run();
  const url = await first.url();
  const path = join(folder, "pairing-token");
  const token = (await readFile(path, "utf8")).trim();
  expect(token).toMatch(/^[\w-]{43}$/);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  const response = await fetch(`${url}/v1/models`, { headers: { authorization: `Bearer ${token}` } });
  expect(response.status).toBe(200);
  first.child.kill("SIGTERM");
  expect(await first.ended).toBe(0);
  expect(first.output.out).toContain(token);
  expect(first.output.out).toContain("set OPENAI_API_KEY");

  const second = run();
  await second.url();
  second.child.kill("SIGINT");
  expect(await second.ended).toBe(0);
  expect(second.output.out).not.toContain(token);
  expect(second.output.out).toContain(path);
});

test("keys of the environment override those of the config folder", async () => {
  const vendor = await startFakeVendor("groq", {
    models: [{ name: "m", contextTokens: 1 }],
    key: "gsk-environment",
  });
  const path = join(folder, "companion.env");
  await writeFile(path, `GROQ_API_KEY="gsk-file"\nGROQ_BASE_URL=${vendor.url}\nOPENAI_API_KEY=\n`, {
    mode: 0o600,
  });
  const companion = run({ GROQ_API_KEY: "gsk-environment", ATLAS_COMPANION_TOKEN: "t".repeat(24) });
  const url = await companion.url();
  const response = await fetch(`${url}/v1/models`, {
    headers: { authorization: `Bearer ${"t".repeat(24)}` },
  });
  expect((await response.json()).data).toMatchObject([{ id: "groq/m" }]);
  companion.child.kill("SIGTERM");
  await companion.ended;
  await vendor.close();
  expect(companion.output.out).not.toMatch(/gsk-|t{24}/);
});

test("an answer in progress ends before the companion exits", async () => {
  let resume = () => {};
  const held = new Promise<void>((resolve) => {
    resume = resolve;
  });
  const vendor = await startFakeVendor("groq", { models: [{ name: "m", contextTokens: 99 }], key: "gsk-1" });
  vendor.play({ steps: [{ text: "First. " }, { until: held }, { text: "Last." }] });
  const token = "t".repeat(24);
  const companion = run({ GROQ_API_KEY: "gsk-1", GROQ_BASE_URL: vendor.url, ATLAS_COMPANION_TOKEN: token });
  const url = await companion.url();
  const response = await fetch(`${url}/v1/chat/completions`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ model: "groq/m", messages: [{ role: "user", content: "hi" }], stream: true }),
  });
  companion.child.kill("SIGTERM");
  const isOpen = () =>
    fetch(url, { headers: { connection: "close" } }).then(
      () => true,
      () => false,
    );
  await vi.waitFor(async () => expect(await isOpen()).toBe(false));
  resume();
  expect(await response.text()).toContain("Last.");
  expect(await companion.ended).toBe(0);
  await vendor.close();
});

test("the bundle of the container starts, and --check reports its health", async () => {
  const bundle = join(folder, "companion.mjs");
  const args = ["run", "build", "--", `--outfile=${bundle}`, "--log-level=error"];
  await promisify(execFile)("npm", args, { cwd: fileURLToPath(new URL("..", import.meta.url)) });
  const companion = run({}, [bundle]);
  const { port } = new URL(await companion.url());
  expect(await run({ ATLAS_COMPANION_PORT: port }, [bundle, "--check"]).ended).toBe(0);
  companion.child.kill("SIGTERM");
  await companion.ended;
  expect(await run({ ATLAS_COMPANION_PORT: port }, [bundle, "--check"]).ended).toBe(1);
});

test("--check creates no pairing token", async () => {
  expect(await run({}, ["--import", "tsx", MAIN, "--check"]).ended).toBe(1);
  expect(await readdir(folder)).toEqual([]);
});

test("a used port ends it with exit code 1 and one line with the remedy", async () => {
  const { port } = new URL(await run().url());
  const second = run({ ATLAS_COMPANION_PORT: port });
  expect(await second.ended).toBe(1);
  expect(second.output.error).toMatch(
    new RegExp(`^Cannot listen on 127\\.0\\.0\\.1:${port}: .*ATLAS_COMPANION_PORT.*\\n$`),
  );
});
