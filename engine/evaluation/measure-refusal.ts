/** The rates at other thresholds of refusal. */
export interface RefusalCurve {
  /**
   * How often a question has more evidence with its references than without, equals counting half: the area under the
   * ROC curve, 0.5 by chance.
   */
  readonly auc: number;
  /** Share refused without references, by the share that is answered with them. */
  readonly refusedAt: Readonly<Record<string, number>>;
}

const ANSWERED = [0.95, 0.9, 0.85, 0.8, 0.75, 0.7];

/** Compares the evidence of questions with that of the same questions without their references. */
export function measureRefusal(found: readonly number[], missing: readonly number[]): RefusalCurve {
  const best = [...found].sort((a, b) => b - a);
  const points = ANSWERED.map((answered) => {
    const threshold = best[Math.max(0, Math.round(answered * best.length) - 1)] ?? 0;
    const refused = missing.filter((evidence) => evidence < threshold).length;
    return [answered.toFixed(2), refused / Math.max(1, missing.length)] as const;
  });
  return { auc: areaUnder(found, missing), refusedAt: Object.fromEntries(points) };
}

function areaUnder(found: readonly number[], missing: readonly number[]): number {
  let won = 0;
  for (const one of found) {
    for (const other of missing) won += one > other ? 1 : one === other ? 0.5 : 0;
  }
  return won / Math.max(1, found.length * missing.length);
}
