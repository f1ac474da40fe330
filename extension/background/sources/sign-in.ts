import type { SignInOptions } from "../../../engine/sync/sources/sign-in";
import { broadcastDevicePrompt } from "../../messaging/device-prompt";
import type { BackgroundProtocol } from "../../messaging/protocol";
import { keepAlive } from "../../platform/keep-alive";
import { ingest } from "./ingest";
import { runSync } from "./sync";

const activeSignIns = new Map<string, AbortController>();

/** Signs in, adds the source and starts to read it; the worker stays awake while the person is at the vendor. */
export async function connectSource(
  request: BackgroundProtocol["source-connect"]["request"],
): Promise<string> {
  const { signInId, ...connection } = request;
  const sourceId = await runSignIn(signInId, (options) => ingest().connectSource(connection, options));
  void runSync(() => ingest().syncNow(sourceId));
  return sourceId;
}

/** Signs in to a source again and goes on reading it. */
export async function reconnectSource(
  request: BackgroundProtocol["source-reconnect"]["request"],
): Promise<void> {
  const { sourceId, signInId, signIn } = request;
  await runSignIn(signInId, (options) => ingest().reconnectSource(sourceId, signIn, options));
  void runSync(() => ingest().syncNow(sourceId));
}

/** The person closed the dialog: the sign-in that waits for them ends. */
export function cancelSignIn(signInId: string): void {
  activeSignIns.get(signInId)?.abort();
}

async function runSignIn<T>(signInId: string, work: (options: SignInOptions) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  activeSignIns.set(signInId, controller);
  try {
    return await keepAlive(
      work({
        signal: controller.signal,
        onDevicePrompt: (prompt) => broadcastDevicePrompt(signInId, prompt),
      }),
    );
  } finally {
    activeSignIns.delete(signInId);
  }
}
