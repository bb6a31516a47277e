import { useState } from "react";
import { Refused } from "../../../foundation/http/client.ts";
import { ask, Field, Input, Radio, Select, useWords } from "../../../ui/index.ts";
import { endHoldingRoute, movePersonRoute } from "../contract.ts";
import { type Place, useChange } from "./calls.ts";
import { FormDialog, today } from "./forms.tsx";
import { teamDeskWords } from "./words.ts";

export interface PostOption {
  readonly value: string;
  readonly label: string;
}

/** Off a post, or from one to another. Where matters lie open there, the server says so, and the form asks where they go. */
export function LeaveForm({
  place,
  post,
  postName,
  how,
  posts,
  onClose,
}: {
  place: Place;
  post: string;
  postName: string;
  how: "leave" | "move";
  posts: readonly PostOption[];
  onClose: () => void;
}) {
  const t = useWords(teamDeskWords);
  const [day, setDay] = useState(today());
  const [toPost, setToPost] = useState<string>();
  const [asks, setAsks] = useState(false);
  const [where, setWhere] = useState<"stay" | "hand">();
  const [handTo, setHandTo] = useState<string>();
  const change = useChange(onClose);
  const others = posts.filter((one) => one.value !== post);
  const send = () => {
    const found = [
      ...(day ? [] : [{ field: "leave-day", sentence: t.missing.day }]),
      ...(how === "move" && !toPost ? [{ field: "leave-to", sentence: t.missing.post }] : []),
      ...(asks && !where ? [{ field: "leave-where", sentence: t.missing.where }] : []),
      ...(asks && where === "hand" && !handTo ? [{ field: "leave-hand", sentence: t.missing.post }] : []),
    ];
    change.setProblems(found);
    if (found.length > 0) return;
    const openMatters = where === "stay" ? { stay: true as const } : where === "hand" && handTo ? { handTo } : undefined;
    const params = { id: place.holding };
    change.run(
      () =>
        how === "leave"
          ? ask(endHoldingRoute, { params, body: { lastDay: day, openMatters } })
          : ask(movePersonRoute, { params, body: { toPost: toPost ?? "", from: day, openMatters } }),
      (reason) => {
        const open = reason instanceof Refused && reason.code.startsWith("teams.") && "matters" in reason.facts;
        if (open) setAsks(true);
        return open;
      },
    );
  };
  return (
    <FormDialog
      title={how === "leave" ? t.leaveTitle(place.person, postName) : t.moveTitle(place.person, postName)}
      problems={change.problems}
      busy={change.busy}
      onClose={onClose}
      onSend={send}
    >
      {how === "move" && (
        <Field id="leave-to" label={t.toPost} error={change.of("leave-to")}>
          <Select showSearch={{ optionFilterProp: "label" }} value={toPost} onChange={setToPost} options={others} />
        </Field>
      )}
      <Field id="leave-day" label={how === "leave" ? t.lastDay : t.fromDay} error={change.of("leave-day")}>
        <Input type="date" value={day} onChange={(event) => setDay(event.target.value)} />
      </Field>
      {asks && (
        <>
          <fieldset className="field" aria-describedby={change.of("leave-where") ? "leave-where-error" : undefined}>
            <legend>{t.where}</legend>
            <Radio.Group
              id="leave-where"
              value={where}
              onChange={(event) => setWhere(event.target.value)}
              options={[
                { value: "stay", label: t.stay },
                { value: "hand", label: t.hand },
              ]}
            />
            {change.of("leave-where") && (
              <span className="field-error" id="leave-where-error">
                {change.of("leave-where")}
              </span>
            )}
          </fieldset>
          {where === "hand" && (
            <Field id="leave-hand" label={t.handTo} error={change.of("leave-hand")}>
              <Select showSearch={{ optionFilterProp: "label" }} value={handTo} onChange={setHandTo} options={others} />
            </Field>
          )}
        </>
      )}
    </FormDialog>
  );
}
