import QRCode from "qrcode";
import { type Html, html, trusted } from "../../systems/matters/portal/index.ts";

/** The QR of a follow link, drawn as one path; error correction M, so that a creased paper still reads. */
export function qrOf(link: string, label: string): Html {
  const { modules } = QRCode.create(link, { errorCorrectionLevel: "M" });
  let path = "";
  for (let y = 0; y < modules.size; y++)
    for (let x = 0, run = 0; x <= modules.size; x++) {
      if (x < modules.size && modules.get(y, x)) run++;
      else if (run > 0) {
        path += `M${x - run} ${y}h${run}v1h-${run}z`;
        run = 0;
      }
    }
  return html`<svg viewBox="-2 -2 ${modules.size + 4} ${modules.size + 4}" role="img" aria-label="${label}" shape-rendering="crispEdges">${trusted(`<path d="${path}"/>`)}</svg>`;
}
