import type { ComponentProps } from "react";
import { Button } from "./button";
import type { IconName } from "./icons/icon-paths";

interface IconButtonProps extends Omit<ComponentProps<typeof Button>, "children" | "title"> {
  readonly icon: IconName;
  /** The accessible name and the tooltip. */
  readonly label: string;
}

/** A button with an icon and no visible label. */
export function IconButton({ label, tone = "quiet", ...rest }: IconButtonProps) {
  return <Button aria-label={label} title={label} tone={tone} {...rest} />;
}
