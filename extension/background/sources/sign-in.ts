import { broadcastDevicePrompt } from "../../messaging/device-prompt";
import type { BackgroundProtocol, SignIn } from "../../messaging/protocol";
import { keepAlive } from "../../platform/keep-alive";
import { ingest } from "./ingest";
import { runSync } from "./sync";

const activeSignIns = new Map<string, AbortController>();

/** Signs in, adds the source and starts to read it; the worker stays awake while the person is at the vendor. */
export async function connectSource(
  request: BackgroundProtocol["source-connect"]["request"],
): Promise<string> {
  const { signIn, connectorId, settings = {} } = request;
  const sourceId = await runSignIn(signIn, (choice) =>
    ingest().connectSource({ connectorId, settings, ...choice }),
  );
  void runSync(() => ingest().syncNow(sourceId));
  return sourceId;
}

/** Signs in to a source again and goes on reading it. */
export async function reconnectSource(sourceId: string, signIn: SignIn): Promise<void> {
  await runSignIn(signIn, (choice) => ingest().reconnectSource(sourceId, choice));
  void runSync(() => ingest().syncNow(sourceId));
}

/** The person closed the dialog: the sign-in that waits for them ends. */
export function cancelSignIn(signInId: string): void {
  activeSignIns.get(signInId)?.abort();
}

type SignInSelection = Parameters<ReturnType<typeof ingest>["reconnectSource"]>[1];

async function runSignIn<T>(
  { signInId, methodId, entered }: SignIn,
  work: (choice: SignInSelection) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  activeSignIns.set(signInId, controller);
  try {
    return await keepAlive(
      work({
        method: methodId,
        entered,
        signal: controller.signal,
        onDevicePrompt: (prompt) => broadcastDevicePrompt(signInId, prompt),
      }),
    );
  } finally {
    activeSignIns.delete(signInId);
  }
}
