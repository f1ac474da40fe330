import type { DevicePrompt } from "../../engine/contract/sign-in";

const CHANNEL = "atlas-device-prompt";

interface DevicePromptNotice {
  readonly signInId: string;
  readonly prompt: DevicePrompt;
}

/** Shows the code of a device sign-in on the page that started it. */
export function broadcastDevicePrompt(signInId: string, prompt: DevicePrompt): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage({ signInId, prompt } satisfies DevicePromptNotice);
  channel.close();
}

/** Calls `listener` with the code of this sign-in. Returns how to stop. */
export function onDevicePrompt(signInId: string, listener: (prompt: DevicePrompt) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<DevicePromptNotice>) => {
    if (data.signInId === signInId) listener(data.prompt);
  };
  return () => channel.close();
}
