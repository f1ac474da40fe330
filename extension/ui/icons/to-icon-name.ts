import { ICON_PATHS, type IconName } from "./icon-paths";

/** The icon with that name, or "page" when there is none. */
export function toIconName(name: string): IconName {
  return Object.hasOwn(ICON_PATHS, name) ? (name as IconName) : "page";
}
