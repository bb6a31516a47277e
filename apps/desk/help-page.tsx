import { Link } from "@tanstack/react-router";
import { useSettings, useWords } from "../../ui/index.ts";
import { KeyList } from "./shell/key-list.tsx";
import { deskWords } from "./words.ts";

export default function HelpPage() {
  const t = useWords(deskWords);
  const { settings } = useSettings();
  const parts = [
    [t.helpMarks, t.helpMarksText],
    [t.helpClock, t.helpClockText],
    [t.helpPrivacy, t.helpPrivacyText],
    [t.helpAsk, t.helpAskText],
  ] as const;
  return (
    <div className="page column" style={{ gap: 12, maxWidth: 820 }}>
      <h1>{t.helpTitle}</h1>
      {parts.map(([title, text]) => (
        <section className="card" key={title}>
          <header>
            <h2>{title}</h2>
          </header>
          <p className="card-body second">{text}</p>
        </section>
      ))}
      {settings.keys && (
        <section className="card">
          <header>
            <h2>{t.keysHelp}</h2>
          </header>
          <div className="card-body">
            <p className="meta text-meta">{t.keysIntro}</p>
            <KeyList />
          </div>
        </section>
      )}
      <p>
        <Link to="/">{t.backToToday}</Link>
      </p>
    </div>
  );
}
