import { Icon, useSettings, useWords } from "../../ui/index.ts";
import { SignInForm } from "./sign-in-form.tsx";
import { deskWords } from "./words.ts";

/** Stands at whatever address was asked for; after signing in the reader is there. */
export function SignInPage({ onDone }: { onDone: () => void }) {
  const t = useWords(deskWords);
  const { settings, change } = useSettings();
  return (
    <main className="sign-in">
      <div className="card sign-in-card">
        <div className="row">
          <span className="brand-mark">
            <Icon name="two-rings" />
          </span>
          <h1>{t.product}</h1>
          <span className="meta">{t.surface("")}</span>
          <span className="space" />
          <button
            type="button"
            className="link-button text-meta"
            onClick={() => change({ language: settings.language === "en" ? "zh-CN" : "en" })}
            lang={settings.language === "en" ? "zh-CN" : "en"}
          >
            {t.languageNames[settings.language === "en" ? "zh-CN" : "en"]}
          </button>
        </div>
        <p className="second text-meta">{t.signInIntro}</p>
        <SignInForm onDone={onDone} />
      </div>
    </main>
  );
}
