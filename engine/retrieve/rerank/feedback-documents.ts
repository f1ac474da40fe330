/**
 * Pseudo-relevance feedback: the best candidates are taken for right, and speak for those like them. So many of
 * them; with five or ten the mean nDCG@10 over the development sets was no better.
 */
export const FEEDBACK_DOCUMENTS = 3;
