import type { ReactNode } from "react";
import type { Me } from "../../systems/teams/contract.ts";
import { AccountNeeds, SignIn } from "../../systems/teams/screens.ts";
import { Icon, useSettings, useWords } from "../../ui/index.ts";
import { deskWords } from "./words.ts";

/** Stands at whatever address was asked for; after signing in the reader is there. */
export function SignInPage({ onDone }: { onDone: (me: Me) => void }) {
  const t = useWords(deskWords);
  return (
    <Doorstep>
      <p className="second text-meta">{t.signInIntro}</p>
      <SignIn onDone={onDone} />
    </Doorstep>
  );
}

/** Between signing in and the work: what the account still needs. */
export function AccountPageFirst({ me, needs, onLater }: { me: Me; needs: "password" | "second factor"; onLater: () => void }) {
  return (
    <Doorstep>
      <AccountNeeds me={me} needs={needs} onLater={onLater} />
    </Doorstep>
  );
}

function Doorstep({ children }: { children: ReactNode }) {
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
        {children}
      </div>
    </main>
  );
}
