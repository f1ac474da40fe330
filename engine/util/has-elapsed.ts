/**
 * Whether this much time has passed since a stored time, all in milliseconds. It has when there is none, and when it
 * lies ahead: the clock was wrong when it was stored, or has been set back since. Otherwise one wrong hour of the
 * computer's clock could put off work for years.
 */
export function hasElapsed(since: number | undefined, duration: number, now: number): boolean {
  return since === undefined || since > now || now - since >= duration;
}
