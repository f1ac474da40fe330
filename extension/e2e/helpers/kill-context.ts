import type { RunningAtlas } from "../../scripts/browser/launch-atlas";

/** Kills the service worker or the offscreen page, as Chrome may at any time. Returns how many were killed. */
export async function killContext(
  atlas: RunningAtlas,
  what: "service worker" | "offscreen page",
): Promise<number> {
  const browser = atlas.context.browser();
  if (!browser) throw new Error("Cannot reach the browser's own debugging session");
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send("Target.getTargets", { filter: [{}] });
  const targets = targetInfos.filter(({ type, url }) =>
    what === "service worker"
      ? type === "service_worker" && url.includes(atlas.extensionId)
      : type === "background_page" && url.endsWith("/tabs/offscreen.html"),
  );
  for (const { targetId } of targets) await session.send("Target.closeTarget", { targetId });
  await session.detach();
  return targets.length;
}
