import { Table, type TableColumnsType } from "antd";
import type { Key, ReactNode } from "react";

export type Columns<Row> = TableColumnsType<Row>;

/** A table of one page of rows (50 or 100; paging is the server's): real rows, a caption, header cells. Never virtual: its rows would be bare boxes to a reader. */
export function DataTable<Row extends object>({
  caption,
  columns,
  rows,
  rowKey,
  busy = false,
  empty,
  selection,
  foot,
  total,
}: {
  caption: string;
  columns: Columns<Row>;
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  busy?: boolean;
  empty?: ReactNode;
  selection?: { chosen: Key[]; onChange: (keys: Key[]) => void };
  foot?: ReactNode;
  total?: ReactNode;
}) {
  return (
    <div className="data-table">
      <div style={{ overflowX: "auto" }}>
        <Table<Row>
          size="small"
          columns={columns}
          dataSource={[...rows]}
          rowKey={rowKey}
          pagination={false}
          loading={busy}
          locale={{ emptyText: empty }}
          components={{ table: Captioned(caption) }}
          summary={total ? () => total : undefined}
          rowSelection={selection && { selectedRowKeys: selection.chosen, onChange: (keys) => selection.onChange(keys) }}
        />
      </div>
      {foot}
    </div>
  );
}

const tables = new Map<string, (props: { children?: ReactNode }) => ReactNode>();
/** antd rebuilds its table element, so the component for a caption must stay the same between renders. */
function Captioned(caption: string) {
  let made = tables.get(caption);
  if (!made) {
    made = ({ children, ...rest }: { children?: ReactNode }) => (
      <table {...rest}>
        <caption>{caption}</caption>
        {children}
      </table>
    );
    tables.set(caption, made);
  }
  return made;
}
