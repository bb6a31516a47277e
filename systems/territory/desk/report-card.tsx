import { useLanguage, useWords } from "../../../ui/index.ts";
import type { BoundaryReport } from "../contract.ts";
import { boundaryWords } from "../words.ts";
import { boundaryDeskWords } from "./words.ts";

/** What the check found, each fault and each finding a line: what must be mended, and what may be accepted. */
export function ReportCard({ report }: { report: BoundaryReport }) {
  const t = useWords(boundaryDeskWords);
  const language = useLanguage();
  const names = boundaryWords[language];
  const clean = report.faults.length + report.findings.length === 0;
  return (
    <>
      <p role="status">
        {t.nothingKept} {t.read(report.places)} {clean && t.clean}
      </p>
      {report.faults.length > 0 && (
        <>
          <h3>{t.faultsTitle(report.faults.length)}</h3>
          <p className="meta">{t.faultsText}</p>
          <table>
            <caption className="hidden-words">{t.faultsCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{t.faultColumns.feature}</th>
                <th scope="col">{t.faultColumns.words}</th>
                <th scope="col">{t.faultColumns.why}</th>
              </tr>
            </thead>
            <tbody>
              {report.faults.map((one) => (
                <tr key={`${one.feature} ${one.fault}`}>
                  <td>{one.feature + 1}</td>
                  <td>{one.words || t.unnamed}</td>
                  <td>{names[one.fault]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {report.findings.length > 0 && (
        <>
          <h3>{t.findingsTitle(report.findings.length)}</h3>
          <table>
            <caption className="hidden-words">{t.findingsCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{t.findingColumns.what}</th>
                <th scope="col">{t.findingColumns.places}</th>
                <th scope="col">{t.findingColumns.area}</th>
              </tr>
            </thead>
            <tbody>
              {report.findings.map((one) => (
                <tr key={`${one.finding} ${one.places.join()} ${one.squareMetres}`}>
                  <th scope="row">{names[one.finding]}</th>
                  <td>{one.places.join(language === "en" ? ", " : "、")}</td>
                  <td className="nowrap">{one.finding === "missing" ? "—" : t.area(one.squareMetres)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </>
  );
}
