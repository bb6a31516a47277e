import { useState } from "react";
import { dateTime } from "../../../foundation/i18n/dates.ts";
import { ask, Button, Checkbox, Dialog, useLanguage, useWords } from "../../../ui/index.ts";
import { type Officer, resetSignInRoute } from "../contract.ts";
import { useChange } from "./calls.ts";
import { FormDialog } from "./forms.tsx";
import { teamDeskWords } from "./words.ts";

/** Gives an officer back a lost password or second factor: what, then the one-time code, to print or to read out. */
export function ResetDialog({ person, onClose }: { person: Officer; onClose: () => void }) {
  const t = useWords(teamDeskWords);
  const language = useLanguage();
  const change = useChange(() => {});
  const [password, setPassword] = useState(true);
  const [secondFactor, setSecondFactor] = useState(false);
  const [told, setTold] = useState<{ code: string; endsAt: string } | null>(null);
  const send = () => {
    if (!password && !secondFactor) return change.setProblems([{ field: "reset-password", sentence: t.resetWhatMissing }]);
    change.run(async () => setTold(await ask(resetSignInRoute, { params: { id: person.id }, body: { password, secondFactor } })));
  };
  if (told)
    return (
      <Dialog
        open
        mustAnswer
        title={t.resetCodeTitle}
        width={460}
        onClose={onClose}
        foot={
          <>
            <Button icon="print" onClick={() => window.print()}>
              {t.printCode}
            </Button>
            <Button kind="primary" onClick={onClose}>
              {t.passwordDone}
            </Button>
          </>
        }
      >
        <p className="second">{t.resetCodeText(person.name, dateTime(told.endsAt, language))}</p>
        <p className="told-password">{told.code}</p>
        <p className="second text-meta">{password ? t.resetHowPassword : t.resetHowFactor}</p>
      </Dialog>
    );
  return (
    <FormDialog title={t.resetTitle(person.name)} problems={change.problems} busy={change.busy} onClose={onClose} onSend={send}>
      <p className="second text-meta">{t.resetIntro}</p>
      <p>
        <Checkbox id="reset-password" checked={password} onChange={(event) => setPassword(event.target.checked)}>
          {t.resetPassword}
        </Checkbox>
      </p>
      <p>
        <Checkbox checked={secondFactor} onChange={(event) => setSecondFactor(event.target.checked)}>
          {t.resetFactor}
        </Checkbox>
      </p>
    </FormDialog>
  );
}
