const CONTROL = /(?![\t\n\v\f\r])\p{Cc}/gu;

/** The text with a space for each control character, which no program shows; offsets stay. */
export function withoutControls(text: string): string {
  return text.replace(CONTROL, " ");
}
