import { ApiError } from "./api-error";

/** The result of the work; ApiError 504 after `milliseconds` without one. */
export async function withTimeout<T>(work: PromiseLike<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const seconds = Math.round(milliseconds / 1000);
      reject(
        new ApiError(504, `The model said nothing for ${seconds} seconds`, { code: "upstream_timeout" }),
      );
    }, milliseconds);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
