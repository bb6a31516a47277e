import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { AnswerOf } from "../../../../foundation/http/route.ts";
import { newId } from "../../../../foundation/ids.ts";
import { ask, useFailureWords } from "../../../../ui/index.ts";
import { actOnMatter, getMatter, receiveMatter } from "../../contract.ts";
import type { MatterState } from "../../rules/lifecycle.ts";
import { type Entry, receiptBody, reporterOf } from "./entry.ts";
import type { KeptAnswer, Similar } from "./side.tsx";

type Receipt = AnswerOf<typeof receiveMatter>;
/** What the resident takes home. */
export interface Given extends Pick<Receipt, "id" | "number" | "title" | "code" | "pin" | "link" | "repeated"> {
  readonly how: "received" | "joined" | "answered";
  readonly state: MatterState;
  readonly due: Receipt["due"];
  readonly unit: Receipt["unit"] | null;
}

/** Sends the entry. The same content keeps its ids, so that a lost answer and a second press make one matter. */
export function useRegister() {
  const client = useQueryClient();
  const failure = useFailureWords();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ sentence: string; requestId?: string } | null>(null);
  const sent = useRef({ content: "", commandId: "", id: newId() });

  const once = (content: string) => {
    if (sent.current.content !== content) sent.current = { ...sent.current, content, commandId: newId() };
    return sent.current.commandId;
  };
  const run = async (work: () => Promise<Given>): Promise<Given | null> => {
    if (busy) return null;
    setBusy(true);
    setProblem(null);
    try {
      const given = await work();
      sent.current = { content: "", commandId: "", id: newId() };
      client.invalidateQueries({ queryKey: ["matters"] });
      return given;
    } catch (reason) {
      setProblem(failure(reason));
      return null;
    } finally {
      setBusy(false);
    }
  };

  return {
    busy,
    problem,
    clear: () => setProblem(null),
    register: (entry: Entry) =>
      run(async () => {
        const body = receiptBody(entry, sent.current.id);
        const receipt = await ask(receiveMatter, { body: { ...body, commandId: once(JSON.stringify(body)) } });
        return { ...receipt, how: "received", state: receipt.state as MatterState };
      }),
    /** 咨询 with a kept answer: received, answered and closed at once. */
    answer: (entry: Entry, answer: KeptAnswer) =>
      run(async () => {
        const whole = {
          ...entry,
          kind: entry.kind ?? ("consultation" as const),
          urgency: entry.urgency ?? ("ordinary" as const),
        };
        const body = receiptBody(whole, sent.current.id, { reply: answer.answer, knowledgeId: answer.id });
        const receipt = await ask(receiveMatter, { body: { ...body, commandId: once(JSON.stringify(body)) } });
        return { ...receipt, how: "answered", state: receipt.state as MatterState };
      }),
    /** 我也遇到: another reporter of a matter that is there, with a code of their own. */
    join: (entry: Entry, similar: Similar) =>
      run(async () => {
        const { version } = await ask(getMatter, { params: { id: similar.id } });
        const reporter = reporterOf(entry);
        const body = {
          act: "also-met" as const,
          baseVersion: version,
          reporter,
          door: entry.door,
          note: entry.text.trim() || undefined,
        };
        const answer = await ask(actOnMatter, {
          params: { id: similar.id },
          body: { ...body, commandId: once(JSON.stringify([similar.id, body])) },
        });
        return {
          id: answer.id,
          number: answer.number,
          title: similar.title,
          code: answer.receipt?.code ?? "",
          pin: answer.receipt?.pin ?? "",
          link: answer.receipt?.link ?? "",
          repeated: answer.repeated,
          how: "joined",
          state: answer.state as MatterState,
          due: null,
          unit: null,
        };
      }),
  };
}
