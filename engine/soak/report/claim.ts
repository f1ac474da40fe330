/** One thing that was promised, and what was measured. */
export interface Claim {
  readonly what: string;
  readonly measured: string;
  readonly promised: string;
  readonly kept: boolean;
}

export interface SoakReport {
  /** Where it ran: "Node, on a fake clock". */
  readonly where: string;
  readonly figures: Readonly<Record<string, number>>;
  readonly claims: readonly Claim[];
}

/** A claim about a number of things that must not occur more often than so. */
export function atMost(what: string, measured: number, most: number, unit = ""): Claim {
  const say = (value: number) => `${Math.round(value).toLocaleString("en")}${unit}`;
  return { what, measured: say(measured), promised: `≤ ${say(most)}`, kept: measured <= most };
}
