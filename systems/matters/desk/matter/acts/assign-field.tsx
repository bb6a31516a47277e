import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { ask, Failure, Field, kitWords, Select, useWords } from "../../../../../ui/index.ts";
import { getCandidates } from "../../../contract.ts";
import type { MatterPage } from "../../queries.ts";
import { assignWords } from "./assign-words.ts";
import type { FormValues } from "./form-values.ts";

interface Props {
  readonly id: string;
  readonly matter: MatterPage;
  readonly values: FormValues;
  readonly error: string | undefined;
  readonly change: (part: FormValues) => void;
}

/** Which post of the unit gets the work: the proposed one is filled in, those who must stand aside shut with the reason, a bond told. */
export function AssignField({ id, matter, values, error, change }: Props) {
  const t = useWords(assignWords);
  const k = useWords(kitWords);
  const found = useQuery({
    queryKey: ["candidates", matter.id, matter.version],
    queryFn: () => ask(getCandidates, { params: { id: matter.id } }),
  });
  const mayBeProposed = found.data?.proposed;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the proposal is filled in once, where nothing was chosen
  useEffect(() => {
    if (mayBeProposed && values.post === undefined) change({ post: mayBeProposed });
  }, [mayBeProposed]);
  if (found.error) return <Failure reason={found.error} onRetry={() => found.refetch()} />;
  if (!found.data) return <p role="status">{k.loading}</p>;
  const { candidates, proposed } = found.data;
  const chosen = candidates.find((one) => one.post === values.post);
  const said = (one: (typeof candidates)[number]) =>
    [
      one.name,
      one.post === proposed && t.proposed,
      one.barred && t.barred[one.barred],
      one.near && t.near[one.near],
      !one.barred && one.standIn && t.standIn,
      !one.barred && t.open(one.openMatters),
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <>
      <Field id={id} label={t.label} error={error} hint={proposed === null ? t.nobody : undefined}>
        <Select
          value={values.post}
          onChange={(post: string) => change({ post, partiesAgreed: false })}
          options={candidates.map((one) => ({ value: one.post, label: said(one), disabled: one.barred !== null }))}
        />
      </Field>
      {chosen?.disclose && (
        <div className="field">
          <p className="notice-bar">{t.disclose}</p>
          <label className="row" htmlFor="act-partiesAgreed">
            <input
              id="act-partiesAgreed"
              type="checkbox"
              className="tick"
              checked={values.partiesAgreed ?? false}
              onChange={(event) => change({ partiesAgreed: event.target.checked })}
            />
            {t.agreed}
          </label>
        </div>
      )}
    </>
  );
}
