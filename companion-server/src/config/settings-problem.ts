/** An invalid setting; the message names the variable and the remedy. */
export class SettingsProblem extends Error {
  override readonly name = "SettingsProblem";
}
