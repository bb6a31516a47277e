import { Button, Dialog, useToast, useWords } from "../../../../ui/index.ts";
import { accountWords } from "./account-words.ts";
import "./account.css";

/** Ten codes, shown once: to copy, to print, to write down. */
export function SpareCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const t = useWords(accountWords);
  const toast = useToast();
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join("\n"));
    toast({ words: t.copied });
  };
  return (
    <Dialog
      open
      mustAnswer
      title={t.spareTitle}
      width={440}
      onClose={() => {}}
      foot={
        <>
          <Button onClick={copy}>{t.copy}</Button>
          <Button icon="print" onClick={() => window.print()}>
            {t.print}
          </Button>
          <Button kind="primary" onClick={onDone}>
            {t.done}
          </Button>
        </>
      }
    >
      <p>{t.spareIntro}</p>
      <ol className="spare-codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
    </Dialog>
  );
}
