import { dateTime } from "../foundation/i18n/dates.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { useLanguage, useWords } from "./settings.tsx";
import { kit } from "./words.ts";

export interface MeanwhileChange {
  readonly by: string;
  readonly act: string;
  readonly at: string;
  readonly text: string | null;
}

/** Two people on one thing: what changed meanwhile beside what I wrote; my text is kept whichever way I choose. */
export function ConflictDialog({
  open,
  changes,
  mine,
  onAgain,
  onBack,
  busy,
}: {
  open: boolean;
  changes: readonly MeanwhileChange[];
  mine: string;
  onAgain: () => void;
  onBack: () => void;
  busy?: boolean;
}) {
  const t = useWords(kit);
  const language = useLanguage();
  const foot = (
    <>
      <Button onClick={onBack}>{t.conflictBack}</Button>
      <Button kind="primary" onClick={onAgain} busy={busy}>
        {t.conflictAgain}
      </Button>
    </>
  );
  return (
    <Dialog open={open} title={t.conflictTitle} onClose={onBack} foot={foot} width={640}>
      <p className="second">{t.conflictIntro}</p>
      <h3 style={{ marginTop: 12 }}>{t.conflictTheirs}</h3>
      <ul>
        {changes.map((one) => (
          <li key={one.at + one.act} style={{ padding: "4px 0" }}>
            <b>{one.by}</b> <span className="meta text-small">{dateTime(one.at, language)}</span> {one.act}
            {one.text && <div className="note-internal pre text-meta">{one.text}</div>}
          </li>
        ))}
      </ul>
      {mine && (
        <>
          <h3 style={{ marginTop: 12 }}>{t.conflictMine}</h3>
          <div className="note-resident pre" data-testid="my-text">
            {mine}
          </div>
        </>
      )}
    </Dialog>
  );
}
