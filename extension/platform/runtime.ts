const NO_ANSWER = /Receiving end does not exist|(message port|message channel) closed before a response/;

/** Sends a message to the extension's other contexts; undefined when nobody answered. */
export async function sendMessage<T>(message: unknown): Promise<T | undefined> {
  try {
    return await chrome.runtime.sendMessage(message);
  } catch (error) {
    // Chrome rejects when no context listens, or the one that did has ended; for the caller that is no answer.
    if (error instanceof Error && NO_ANSWER.test(error.message)) return undefined;
    throw error;
  }
}

/** A lasting connection to another context of the extension. */
export type Port = chrome.runtime.Port;

/** Opens a port to the extension's other contexts. */
export function connect(name: string): Port {
  return chrome.runtime.connect({ name });
}

/** Address of a file of the extension. */
export function extensionUrl(path: string): string {
  return chrome.runtime.getURL(path);
}

/**
 * Listens to messages of the extension's own contexts. The listener returns true when it will call `respond`,
 * false to stay silent. Scripts that run in web pages are not listened to: such a page may have taken one over.
 */
export function onOwnMessage(
  listener: (message: unknown, respond: (reply: unknown) => void) => boolean,
): void {
  chrome.runtime.onMessage.addListener((message, sender, respond) => {
    return isOwn(sender) && listener(message, respond);
  });
}

/** Listens to ports that the extension's own contexts open under this name. */
export function onOwnPort(name: string, listener: (port: Port) => void): void {
  chrome.runtime.onConnect.addListener((port) => {
    if (port.name === name && port.sender && isOwn(port.sender)) listener(port);
  });
}

/** The browser fills the sender in. A script in a web page has our id, too, but the page's address. */
function isOwn({ id, url, tab }: chrome.runtime.MessageSender): boolean {
  return id === chrome.runtime.id && (tab === undefined || url?.startsWith(extensionUrl("")) === true);
}
