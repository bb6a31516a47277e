import { useMemo } from "react";

/** A drawing (SVG) made by a pure rule that escapes every word in it; it takes the width it is given. Anything else shows nothing. */
export function Drawing({ svg, className = "drawing" }: { svg: string; className?: string }) {
  const drawn = useMemo(() => {
    const drawing = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    if (drawing.nodeName !== "svg") return "";
    drawing.removeAttribute("width");
    drawing.removeAttribute("height");
    return new XMLSerializer().serializeToString(drawing);
  }, [svg]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: read as XML above; every word in it was escaped where it was drawn
  return <div className={className} dangerouslySetInnerHTML={{ __html: drawn }} />;
}
