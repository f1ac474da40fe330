/** Name of the database in which service worker and engine worker meet. */
export const STORE_NAME = "atlas";
