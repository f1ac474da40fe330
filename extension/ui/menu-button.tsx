import { type KeyboardEvent, useId, useRef, useState } from "react";
import { Button } from "./button";
import { Icon } from "./icons/icon";
import type { IconName } from "./icons/icon-paths";
import styles from "./menu-button.module.css";

interface MenuItem {
  readonly id: string;
  readonly label: string;
  /** A few words below the label. */
  readonly hint?: string;
  readonly icon?: IconName;
  readonly onChoose: () => void;
}

interface MenuButtonProps {
  readonly icon: IconName;
  /** The accessible name and the tooltip. */
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly disabled?: boolean;
}

/** Gap between button and menu, and between menu and window, in pixels. */
const GAP_PX = 4;

/** A button with a menu: arrow keys move the focus, Enter chooses, Escape and a click outside close it. */
export function MenuButton({ icon, label, items, disabled = false }: MenuButtonProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLDivElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const id = useId();
  const entries = () => [...(menu.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
  const close = () => {
    menu.current?.hidePopover();
    button.current?.querySelector("button")?.focus();
  };
  const onToggle = (isOpen: boolean) => {
    setOpen(isOpen);
    if (!menu.current || !button.current) return;
    if (isOpen) positionMenu(menu.current, button.current.getBoundingClientRect());
    // Hidden until it is positioned: the toggle event comes a frame after the opening.
    menu.current.style.visibility = isOpen ? "visible" : "";
    if (isOpen) entries()[0]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const all = entries();
    const index = all.findIndex((entry) => entry.matches(":focus"));
    const next = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: -1 }[event.key];
    if (next !== undefined) all.at(next % all.length)?.focus();
    else if (event.key === "Escape" || event.key === "Tab") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={button} className={styles.root}>
      <Button
        tone="quiet"
        icon={icon}
        disabled={disabled}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        popoverTarget={id}
      />
      <div
        ref={menu}
        id={id}
        // In the top layer no ancestor clips it.
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        className={styles.menu}
        onToggle={({ newState }) => onToggle(newState === "open")}
        onKeyDown={onKeyDown}
      >
        {items.map((item) => (
          <MenuEntry
            key={item.id}
            {...item}
            onChoose={() => {
              close();
              item.onChoose();
            }}
          />
        ))}
      </div>
    </div>
  );
}

function MenuEntry({ icon, label, hint, onChoose }: MenuItem) {
  return (
    <button type="button" role="menuitem" tabIndex={-1} className={styles.item} onClick={onChoose}>
      {icon && <Icon name={icon} size={16} />}
      <span>
        {label}
        {hint && <span className={styles.hint}>{hint}</span>}
      </span>
    </button>
  );
}

/** Positions the menu above the button if it fits, else below, within the window. */
function positionMenu(menu: HTMLElement, button: DOMRect): void {
  const { width, height } = menu.getBoundingClientRect();
  const above = button.top - height - GAP_PX;
  const left = Math.min(button.left, window.innerWidth - width - GAP_PX);
  menu.style.left = `${Math.max(GAP_PX, left)}px`;
  menu.style.top = `${above >= GAP_PX ? above : button.bottom + GAP_PX}px`;
}
