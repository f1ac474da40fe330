/** The `fetch` of the platform; the engine never reaches for the ambient one. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;
