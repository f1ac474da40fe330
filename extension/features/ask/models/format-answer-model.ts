import type { AnswerModel } from "../../../../engine/model/answer";

/** Which model wrote the answer and where: "Llama 3.2 3B, on this computer". */
export function formatAnswerModel({ name, locality, host }: AnswerModel, isCached: boolean): string {
  const location = locality === "device" ? "on this computer" : `at ${host ?? "another computer"}`;
  return `${name}, ${location}${isCached ? " · answered before, nothing has changed since" : ""}`;
}
