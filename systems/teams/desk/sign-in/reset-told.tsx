import { useQueryClient } from "@tanstack/react-query";
import { dateTime } from "../../../../foundation/i18n/dates.ts";
import { ask, Button, useLanguage, useWords } from "../../../../ui/index.ts";
import { type Me, resetReadRoute } from "../../contract.ts";
import { signInWords } from "./sign-in-words.ts";

/** What another hand reset is told at the next sign-in, until it was read. */
export function ResetTold({ me }: { me: Me }) {
  const t = useWords(signInWords);
  const language = useLanguage();
  const client = useQueryClient();
  const read = async (id: string) => {
    await ask(resetReadRoute, { params: { id } });
    await client.invalidateQueries({ queryKey: ["me"] });
  };
  return me.resets.map((one) => {
    const what = [one.password && t.toldPassword, one.secondFactor && t.toldFactor].filter(Boolean).join(" + ");
    const who = one.unit ? `${one.unit} · ${one.post ?? ""}` : t.toldByMachine;
    return (
      <p key={one.id} className="notice-bar" data-tone="near" role="alert">
        <span>{t.told(what, dateTime(one.at, language), who)}</span>
        <Button size="small" onClick={() => read(one.id)}>
          {t.read}
        </Button>
      </p>
    );
  });
}
