import type { LiveReply, LiveRequest } from "../../../engine/model/live";
import { LIVE_PORT } from "../../messaging/search-live";
import { onOwnPort, type Port } from "../../platform/runtime";
import { ingest } from "./ingest";

/** Answers live searches over their ports, until all sources have replied or the port closes. */
export function bindLiveSearch(): void {
  onOwnPort(LIVE_PORT, (port) => {
    const controller = new AbortController();
    port.onDisconnect.addListener(() => controller.abort());
    port.onMessage.addListener((request: LiveRequest) => {
      // The caller sees the port close.
      answer(port, request, controller.signal).catch(reportError);
    });
  });
}

async function answer(port: Port, request: LiveRequest, signal: AbortSignal): Promise<void> {
  try {
    for await (const reply of ingest().searchLive(request, signal)) {
      if (!signal.aborted) port.postMessage(toMessage(reply));
    }
  } finally {
    if (!signal.aborted) port.disconnect();
  }
}

/** Leaves out documents with bytes, which JSON messages cannot carry; they are found in the index. */
function toMessage(reply: LiveReply): LiveReply {
  if (!("documents" in reply)) return reply;
  return { ...reply, documents: reply.documents.filter(({ content }) => content.kind !== "bytes") };
}
