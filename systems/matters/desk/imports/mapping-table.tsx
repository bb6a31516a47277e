import { Select, Tag, useWords } from "../../../../ui/index.ts";
import { IMPORT_FIELDS } from "../../contract.ts";
import { type Import, type ImportField, sampleShown } from "./calls.ts";
import { importWords } from "./words.ts";

/** Each column of the sheet with samples and its proposed meaning; dashed until a person has looked and tried it. */
export function MappingTable({
  columns,
  fields,
  faults,
  locked,
  onChange,
}: {
  columns: Import["columns"];
  fields: ReadonlyMap<number, ImportField>;
  faults: readonly { index: number | null; field: ImportField }[];
  locked: boolean;
  onChange: (index: number, field: ImportField) => void;
}) {
  const t = useWords(importWords);
  const options = IMPORT_FIELDS.map((value) => ({ value, label: t.fields[value] }));
  const tellsWhatIsClosed = columns.some((column) =>
    ["state", "closedAt", "reply"].includes(fields.get(column.index) ?? column.field),
  );
  return (
    <div className="work-table">
      <table>
        <caption className="hidden-words">{t.mapCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.map.column}</th>
            <th scope="col">{t.map.samples}</th>
            <th scope="col">{t.map.field}</th>
            <th scope="col">{t.map.why}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => {
            const field = fields.get(column.index) ?? column.field;
            const fault = faults.find((one) => one.index === column.index);
            const proposed = field === column.field;
            return (
              <tr key={column.index}>
                <th scope="row">{column.name}</th>
                <td className="work-samples">
                  {column.samples.slice(0, 3).map((sample, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: samples may repeat and never move
                    <div key={at} className="cut">
                      {sampleShown(sample, field)}
                    </div>
                  ))}
                </td>
                <td>
                  <Select
                    id={`import-column-${column.index}`}
                    aria-label={t.fieldOf(column.name)}
                    aria-invalid={fault ? true : undefined}
                    showSearch={{ optionFilterProp: "label" }}
                    disabled={locked}
                    value={field}
                    options={options}
                    onChange={(value: ImportField) => onChange(column.index, value)}
                    style={{ width: 190 }}
                  />
                  {fault && <div className="field-error">{t.twice(t.fields[fault.field])}</div>}
                </td>
                <td className="text-small meta">
                  {proposed && field !== "ignore" && <Tag>{t.sure(`${Math.round(column.confidence * 100)}%`)}</Tag>}{" "}
                  {proposed ? column.reason : ""}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {tellsWhatIsClosed && <p className="notice-bar">{t.closedNote}</p>}
    </div>
  );
}
