/** Of one document at most: more is no discussion but a log, and would fill the memory. */
export const MAX_MESSAGES = 1_000;
