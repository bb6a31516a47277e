import type { ReactNode } from "react";

/** One part of the form: its name at the left, what is asked at the right. */
export function Part({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="intake-part">
      <div className="intake-label" id={`${id}-label`}>
        {label}
      </div>
      <div className="intake-field">{children}</div>
    </div>
  );
}
