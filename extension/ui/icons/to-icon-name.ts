import { ICON_PATHS, type IconName } from "./icon-paths";

/** The icon of that name, or the plain page when there is none. */
export function toIconName(name: string): IconName {
  return Object.hasOwn(ICON_PATHS, name) ? (name as IconName) : "page";
}
