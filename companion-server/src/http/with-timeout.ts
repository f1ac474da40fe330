import { ApiError } from "./api-error";

/** The work's result; ApiError 504 when the model says nothing for so many milliseconds. */
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
