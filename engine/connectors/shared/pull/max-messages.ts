/** Maximum number of messages in one document: more messages are a log, and would exhaust the memory. */
export const MAX_MESSAGES = 1_000;
