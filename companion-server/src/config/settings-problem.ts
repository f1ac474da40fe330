/** A setting the companion cannot start with; its message names the variable and the remedy. */
export class SettingsProblem extends Error {
  override readonly name = "SettingsProblem";
}
