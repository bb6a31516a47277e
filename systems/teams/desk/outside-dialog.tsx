import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask, Field, Input, useWords } from "../../../ui/index.ts";
import { bindOutsideAccountRoute, type Officer, outsideAccountRoute } from "../contract.ts";
import { useChange } from "./calls.ts";
import { FormDialog } from "./forms.tsx";
import { teamDeskWords } from "./words.ts";

/** Which account of the county's own sign-in is this officer's: bound, changed, taken away. */
export function OutsideDialog({ person, onClose }: { person: Officer; onClose: () => void }) {
  const t = useWords(teamDeskWords);
  const change = useChange(onClose);
  const kept = useQuery({
    queryKey: ["outside-account", person.id],
    queryFn: () => ask(outsideAccountRoute, { params: { id: person.id } }),
    gcTime: 0,
  });
  const [typed, setTyped] = useState<string | null>(null);
  const subject = typed ?? kept.data?.subject ?? "";
  const send = () =>
    change.run(() => ask(bindOutsideAccountRoute, { params: { id: person.id }, body: { subject: subject.trim() || null } }));
  return (
    <FormDialog title={t.outsideTitle(person.name)} problems={change.problems} busy={change.busy} onClose={onClose} onSend={send}>
      <Field id="outside-subject" label={t.outsideSubject} hint={t.outsideHint} optional>
        <Input
          value={subject}
          maxLength={255}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Field>
    </FormDialog>
  );
}
