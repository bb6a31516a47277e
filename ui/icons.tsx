import { PATHS } from "./icons.table.tsx";

export type IconName = keyof typeof PATHS;

/** A mark of 16 by 16 units in the colour of the text. Words beside it say what it means; alone, the button around it needs a name. */
export function Icon({ name, small = false }: { name: IconName; small?: boolean }) {
  return (
    <svg className={small ? "icon icon-small" : "icon"} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {PATHS[name]}
    </svg>
  );
}
