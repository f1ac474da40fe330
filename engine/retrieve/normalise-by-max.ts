/**
 * Puts the scores of one scan on a scale of 0..1: each as a share of the best. A chunk the scan did not
 * find has 0 on the same scale, which min-max over the candidates would give its last hit as well.
 */
export function normaliseByMax(scores: readonly number[]): readonly number[] {
  const best = scores.reduce((highest, score) => Math.max(highest, score), 0);
  return scores.map((score) => (best === 0 ? 0 : Math.max(0, score) / best));
}
