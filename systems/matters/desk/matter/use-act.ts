import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { Refused } from "../../../../foundation/http/client.ts";
import type { AnswerOf, BodyOf } from "../../../../foundation/http/route.ts";
import { newId } from "../../../../foundation/ids.ts";
import { ask, type FailureWords, type MeanwhileChange, useFailureWords, useToast, useWords } from "../../../../ui/index.ts";
import { actInOneGo, actOnMatter, matterWords } from "../../contract.ts";
import type { MatterPage } from "../queries.ts";
import { pageWords } from "./words.ts";

type Envelope = "commandId" | "baseVersion" | "v" | "deviceAt";
type Body = NonNullable<BodyOf<typeof actOnMatter>>;
type ChainBody = NonNullable<BodyOf<typeof actInOneGo>>;
/** An act without its envelope. */
export type ActInput = Body extends infer B ? (B extends unknown ? Omit<B, Envelope> : never) : never;
export type ActAnswer = AnswerOf<typeof actOnMatter>;

export interface Conflict {
  readonly input: ActInput;
  readonly closing: boolean;
  readonly version: number;
  readonly changes: readonly MeanwhileChange[];
}

/**
 * Sends acts on one matter. The same content keeps its command id, so that pressing again after a lost answer does it once;
 * other content gets another. When somebody was first, `conflict` holds what changed; `again` sends on the new version. `closing` answers
 * and closes in one go; where the server leaves the close out, the toast says so.
 */
export function useAct(matter: MatterPage, onDone: (answer: ActAnswer, input: ActInput) => void) {
  const client = useQueryClient();
  const toast = useToast();
  const failure = useFailureWords();
  const m = useWords(matterWords);
  const t = useWords(pageWords);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<FailureWords | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const sent = useRef({ content: "", commandId: "" });

  const send = async (
    input: ActInput,
    options: { version?: number; undo?: () => void; closing?: boolean } = {},
  ): Promise<boolean> => {
    if (busy) return false;
    const baseVersion = options.version ?? matter.version;
    const closing = options.closing ?? false;
    const content = JSON.stringify([matter.id, baseVersion, input, closing]);
    if (sent.current.content !== content) sent.current = { content, commandId: newId() };
    setBusy(true);
    setProblem(null);
    try {
      const params = { id: matter.id };
      const envelope = { baseVersion, commandId: sent.current.commandId };
      const answer = closing
        ? await ask(actInOneGo, { params, body: { ...envelope, acts: [input, { act: "close" }] } as ChainBody })
        : await ask(actOnMatter, { params, body: { ...input, ...envelope } as Body });
      setConflict(null);
      const words = closing ? (answer.state === "closed" ? t.answeredAndClosed : t.closeLeft) : t.done(m.acts[input.act]);
      toast({ words, undo: options.undo });
      onDone(answer, input);
      await client.invalidateQueries({ queryKey: ["matters"] });
      return true;
    } catch (reason) {
      if (reason instanceof Refused && reason.code === "matters.changed-meanwhile") {
        const changes = (reason.facts.changes ?? []) as Partial<MeanwhileChange>[];
        setConflict({
          input,
          closing,
          version: Number(reason.facts.version),
          changes: changes.map((one) => ({
            by: one.by ?? "",
            act: m.acts[one.act as keyof typeof m.acts] ?? one.act ?? "",
            at: one.at ?? "",
            text: one.text ?? null,
          })),
        });
        client.invalidateQueries({ queryKey: ["matters", "one", matter.id] });
      } else setProblem(failure(reason));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return {
    send,
    busy,
    problem,
    clear: () => setProblem(null),
    conflict,
    again: () => conflict && send(conflict.input, { version: conflict.version, closing: conflict.closing }),
    back: () => setConflict(null),
  };
}
export type Acting = ReturnType<typeof useAct>;

/** The writer's own words of an act, for showing beside what changed. */
export function wordsOf(input: ActInput | undefined): string {
  const texts = input as { reply?: string; note?: string; reason?: string } | undefined;
  return texts?.reply ?? texts?.note ?? texts?.reason ?? "";
}
