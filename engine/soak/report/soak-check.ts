/** One requirement and its measurement. */
export interface SoakCheck {
  readonly what: string;
  readonly measured: string;
  readonly promised: string;
  readonly kept: boolean;
}

export interface SoakReport {
  /** Where it ran: "Node, on a fake clock". */
  readonly where: string;
  readonly figures: Readonly<Record<string, number>>;
  readonly claims: readonly SoakCheck[];
}

/** A requirement on the maximum of a count. */
export function checkAtMost(what: string, measured: number, maximum: number, unit = ""): SoakCheck {
  const format = (value: number) => `${Math.round(value).toLocaleString("en")}${unit}`;
  return { what, measured: format(measured), promised: `≤ ${format(maximum)}`, kept: measured <= maximum };
}
