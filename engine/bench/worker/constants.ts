/** One seed for all data of a run. */
export const SEED = 20_261;
/** Rows handed to an engine at a time. */
export const BATCH = 1_000;
/** Rows added and deleted once the index is built. */
export const CHANGED = 1_000;
/** Results asked for. */
export const LIMIT = 10;
/** A measurement of queries stops here, with however many it has. */
export const QUERY_BUDGET_MS = 120_000;
/** Queries that are typed letter by letter. */
export const TYPED_QUERIES = 40;
export const TYPING_BUDGET_MS = 40_000;
