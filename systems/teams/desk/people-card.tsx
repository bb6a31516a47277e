import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { ask, Button, Tag, useWords } from "../../../ui/index.ts";
import { closeAccountRoute, type Officer } from "../contract.ts";
import { useChange } from "./calls.ts";
import { PasswordDialog, PersonForm } from "./forms.tsx";
import { OutsideDialog } from "./outside-dialog.tsx";
import { ResetDialog } from "./reset-dialog.tsx";
import { useWaysIn } from "./sign-in/password-step.tsx";
import { teamDeskWords } from "./words.ts";

/** Accounts: opened, reset, closed. A first password and a reset code are shown once and never again. */
export function PeopleCard({ people, postName }: { people: readonly Officer[]; postName: (post: string) => string }) {
  const t = useWords(teamDeskWords);
  const [adding, setAdding] = useState(false);
  const [told, setTold] = useState<{ name: string; password: string } | null>(null);
  const outsideOn = useWaysIn().data?.outside != null;
  const [outside, setOutside] = useState<Officer | null>(null);
  const [reset, setReset] = useState<Officer | null>(null);
  const change = useChange(() => {});
  return (
    <section className="card">
      <header>
        <h2>{t.people}</h2>
        <span className="space" />
        <Link to="/sign-in-settings" className="button" data-kind="plain" data-size="small">
          {t.signInSettings}
        </Link>
        <Button size="small" icon="plus" onClick={() => setAdding(true)}>
          {t.person}
        </Button>
      </header>
      {change.problems[0] && (
        <p className="notice-bar" data-tone="over" role="alert">
          {change.problems[0].sentence}
        </p>
      )}
      <div className="work-table">
        <table>
          <caption className="hidden-words">{t.peopleCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.peopleColumns.name}</th>
              <th scope="col">{t.peopleColumns.signIn}</th>
              <th scope="col">{t.peopleColumns.posts}</th>
              <th scope="col">{t.peopleColumns.acts}</th>
            </tr>
          </thead>
          <tbody>
            {people.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  {one.name} {one.disabled && <Tag tone="red">{t.closed}</Tag>}
                </th>
                <td>{one.signInName}</td>
                <td className="second">
                  {one.holdings.map((held) => postName(held.postId)).join("、") || <span className="meta">{t.noPost}</span>}
                </td>
                <td>
                  <span className="row row-wrap">
                    <Button size="small" aria-label={`${t.reset}：${one.name}`} onClick={() => setReset(one)}>
                      {t.reset}
                    </Button>
                    {outsideOn && (
                      <Button size="small" aria-label={`${t.outside}：${one.name}`} onClick={() => setOutside(one)}>
                        {t.outside}
                      </Button>
                    )}
                    <Button
                      size="small"
                      busy={change.busy}
                      aria-label={`${one.disabled ? t.openAccount : t.closeAccount}：${one.name}`}
                      onClick={() =>
                        change.run(() => ask(closeAccountRoute, { params: { id: one.id }, body: { disabled: !one.disabled } }))
                      }
                    >
                      {one.disabled ? t.openAccount : t.closeAccount}
                    </Button>
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {adding && <PersonForm onClose={() => setAdding(false)} onMade={(name, password) => setTold({ name, password })} />}
      {outside && <OutsideDialog person={outside} onClose={() => setOutside(null)} />}
      {reset && <ResetDialog person={reset} onClose={() => setReset(null)} />}
      {told && <PasswordDialog {...told} onClose={() => setTold(null)} />}
    </section>
  );
}
