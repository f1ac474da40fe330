import type { LimitReply } from "../connectors/service";
import { pauseAsked } from "../util/pause-asked";

/** Whether a reply means "slower", for vendors that say so as HTTP has it. */
export async function limitOfStatus(response: Response, now: number): Promise<LimitReply | undefined> {
  return pauseAsked(response, now);
}
