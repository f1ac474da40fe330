import { announceDevicePrompt } from "../messaging/device-prompt";
import type { BackgroundProtocol, SignIn } from "../messaging/protocol";
import { stayAwake } from "../platform/stay-awake";
import { ingest } from "./ingest";
import { runSync } from "./sync";

const underWay = new Map<string, AbortController>();

/** Signs in, adds the source and starts to read it; the worker stays awake while the person is at the vendor. */
export async function connectSource(
  request: BackgroundProtocol["source-connect"]["request"],
): Promise<string> {
  const { signIn, connectorId, settings = {} } = request;
  const sourceId = await withChoice(signIn, (choice) =>
    ingest().connectSource({ connectorId, settings, ...choice }),
  );
  void runSync(() => ingest().syncNow(sourceId));
  return sourceId;
}

/** Signs in to a source again and goes on reading it. */
export async function reconnectSource(sourceId: string, signIn: SignIn): Promise<void> {
  await withChoice(signIn, (choice) => ingest().reconnectSource(sourceId, choice));
  void runSync(() => ingest().syncNow(sourceId));
}

/** The person closed the dialog: the sign-in that waits for them ends. */
export function cancelSignIn(signInId: string): void {
  underWay.get(signInId)?.abort();
}

type Choice = Parameters<ReturnType<typeof ingest>["reconnectSource"]>[1];

async function withChoice<T>(
  { signInId, methodId, entered }: SignIn,
  work: (choice: Choice) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  underWay.set(signInId, controller);
  try {
    return await stayAwake(
      work({
        method: methodId,
        entered,
        signal: controller.signal,
        onDevicePrompt: (prompt) => announceDevicePrompt(signInId, prompt),
      }),
    );
  } finally {
    underWay.delete(signInId);
  }
}
