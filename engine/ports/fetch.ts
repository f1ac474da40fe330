/** The platform's `fetch`. The engine does not use the global one. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;
