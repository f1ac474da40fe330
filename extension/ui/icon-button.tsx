import type { ComponentProps } from "react";
import { Button } from "./button";
import type { IconName } from "./icons/icon-paths";

interface IconButtonProps extends Omit<ComponentProps<typeof Button>, "children" | "title"> {
  readonly icon: IconName;
  /** Says what the button does, to screen readers and as its tooltip. */
  readonly label: string;
}

/** A button that is only an icon. */
export function IconButton({ label, tone = "quiet", ...rest }: IconButtonProps) {
  return <Button aria-label={label} title={label} tone={tone} {...rest} />;
}
