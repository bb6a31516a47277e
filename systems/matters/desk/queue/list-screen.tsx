import type { ReactNode } from "react";
import { useWords } from "../../../../ui/index.ts";
import type { Count } from "../queries.ts";
import { listWords } from "../words.ts";
import { BatchBar } from "./batch-bar.tsx";
import { BatchDialog } from "./batch-dialog.tsx";
import { KeyBar } from "./key-bar.tsx";
import { MatterTable } from "./matter-table.tsx";
import { Preview } from "./preview.tsx";
import type { Section } from "./sections.ts";
import type { useList } from "./use-list.ts";
import "./queue.css";

/** A list of matters with its head, its selection and its preview: 今日 and every queue. */
export function ListScreen({
  list,
  head,
  sections,
  caption,
  total,
  totalWords,
  empty,
  fresh,
  after,
  onAll,
}: {
  list: ReturnType<typeof useList>;
  head: ReactNode;
  sections: readonly Section[];
  caption: string;
  total: Count | null;
  totalWords: string;
  empty: ReactNode;
  fresh?: ReactNode;
  after?: ReactNode;
  onAll?: () => void;
}) {
  const t = useWords(listWords);
  const rows = [...list.selected.values()];
  return (
    <div className="queue">
      <div className="queue-list">
        <div className="queue-head">{head}</div>
        <div className="queue-scroll" ref={list.scroller}>
          {fresh && (
            <div className="fresh-bar" role="status">
              {fresh}
            </div>
          )}
          {list.rows.length > 0 ? <MatterTable caption={caption} sections={sections} {...list.table} /> : empty}
          {after}
        </div>
        {rows.length > 0 && (
          <BatchBar
            selected={list.selected}
            total={total}
            onAct={list.act}
            onAll={onAll}
            onClear={() => list.setSelected(new Map())}
          />
        )}
        <KeyBar />
      </div>
      <Preview
        id={list.current}
        position={list.at >= 0 ? t.position(list.at + 1, totalWords) : ""}
        onOpen={(search) => list.open(list.current, search)}
        onMove={list.move}
      />
      {list.batch && rows.length > 0 && (
        <BatchDialog
          act={list.batch}
          rows={rows}
          onClose={() => list.setBatch(null)}
          onDrop={(ids) => list.setSelected(new Map([...list.selected].filter(([id]) => !ids.includes(id))))}
          onDone={() => {
            list.setBatch(null);
            list.setSelected(new Map());
          }}
        />
      )}
    </div>
  );
}
