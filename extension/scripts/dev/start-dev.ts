import { join } from "node:path";
import { launchAtlas, type RunningAtlas } from "../browser/launch-atlas";
import { createBundles } from "./create-bundles";
import { createUpdates } from "./create-updates";
import { kernelBundle } from "./kernel-bundle";
import { prepareFolder } from "./prepare-folder";
import { reloadAtlas } from "./reload-atlas";
import { watchFolders } from "./watch-folders";

/** Nothing in them gets into the extension. */
const LEFT_OUT = new Set([
  "node_modules",
  "bench",
  "evaluation",
  "soak",
  "testing",
  "fixtures",
  "e2e",
  "scripts",
]);

export interface StartOptions {
  /** The checkout whose files are watched. */
  readonly root: string;
  /** Where the extension is put together; emptied first. */
  readonly folder: string;
  readonly profile: string;
  readonly headless: boolean;
  readonly say: (line: string) => void;
}

export interface Dev {
  readonly atlas: RunningAtlas;
  stop(): Promise<void>;
}

/** Bundles Atlas, opens it in a browser, and keeps both up to date with the files. */
export async function startDev({ root, folder, profile, headless, say }: StartOptions): Promise<Dev> {
  await prepareFolder(folder, say);
  const began = performance.now();
  const bundles = [...(await createBundles(root, folder)), kernelBundle(root, folder)];
  const outcomes = await Promise.all(bundles.map((bundle) => bundle.build()));
  for (const problem of new Set(outcomes.flatMap(({ problems }) => problems))) say(problem);
  say(`Bundled in ${Math.round(performance.now() - began)} ms`);
  const window = headless ? {} : { viewport: null };
  const atlas = await launchAtlas({ extension: folder, profile, headless, ...window });
  await switchOnDeveloperMode(atlas);
  await atlas.open("options.html");
  await atlas.open("sidepanel.html");
  const updates = createUpdates({
    bundles,
    reload: (kinds) => reloadAtlas(atlas, kinds),
    say,
    now: () => performance.now(),
  });
  const watching = await watchFolders([join(root, "extension"), join(root, "engine")], {
    onChange: (paths) => void updates.add(paths),
    leaveOut: (name) => LEFT_OUT.has(name) || name.startsWith("."),
  });
  return {
    atlas,
    stop: async () => {
      watching.close();
      await atlas.close();
      await Promise.all(bundles.map((bundle) => bundle.dispose()));
    },
  };
}

/** Without it Chrome does not load an unpacked extension again; with it chrome://extensions shows its views, too. */
async function switchOnDeveloperMode({ context }: RunningAtlas): Promise<void> {
  const page = await context.newPage();
  await page.goto("chrome://extensions");
  await page.evaluate(
    "new Promise((done) => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }, done))",
  );
  await page.close();
}
