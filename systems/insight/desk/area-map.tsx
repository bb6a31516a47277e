import { useMemo } from "react";
import { useWords } from "../../../ui/index.ts";
import { boardWords } from "./words.ts";

/** The server's schematic map with each tile leading one level down. Its tiles are links: a click, Enter, or a new tab all work. */
export function AreaMap({
  svg,
  onEnter,
  addressOf,
}: {
  svg: string;
  onEnter: (place: string) => void;
  addressOf: (place: string) => string;
}) {
  const t = useWords(boardWords);
  const drawn = useMemo(() => {
    const page = new DOMParser().parseFromString(svg, "image/svg+xml");
    const map = page.documentElement;
    if (map.nodeName !== "svg") return "";
    map.removeAttribute("width");
    map.removeAttribute("height");
    for (const tile of page.querySelectorAll("[data-place]")) {
      const said = tile.getAttribute("aria-label") ?? "";
      tile.setAttribute("href", addressOf(tile.getAttribute("data-place") ?? ""));
      const [name = "", ...count] = said.split(" ");
      tile.setAttribute("aria-label", t.enter(name, count.join(" ")));
    }
    return new XMLSerializer().serializeToString(map);
  }, [svg, addressOf, t]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the tiles are links; this keeps them inside the page
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click
    <div
      className="area-map"
      onClick={(event) => {
        const tile = (event.target as Element).closest("[data-place]");
        if (!tile || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        onEnter(tile.getAttribute("data-place") ?? "");
      }}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by the county's own server, every name escaped there
      dangerouslySetInnerHTML={{ __html: drawn }}
    />
  );
}
