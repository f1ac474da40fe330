/**
 * Resolves after waiting messages have run. Uses a message to itself, because browsers hold nested timers to at least 4 ms
 * (HTML standard, timer initialisation steps).
 */
export function createYieldToOthers(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(undefined);
    });
}
