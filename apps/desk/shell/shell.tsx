import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import { call, Refused } from "../../../foundation/http/client.ts";
import { meRoute } from "../../../systems/teams/contract.ts";
import { ResetTold, SessionWatch, useAccountNeeds } from "../../../systems/teams/screens.ts";
import { Failure, useHotkeys, useWords } from "../../../ui/index.ts";
import { Loading } from "../fallbacks.tsx";
import { SCREENS } from "../routes.tsx";
import { AccountPageFirst, SignInPage } from "../sign-in-page.tsx";
import { deskWords } from "../words.ts";
import { Commands } from "./commands.tsx";
import { HelpDialog } from "./help-dialog.tsx";
import type { Overlay } from "./overlay.ts";
import { PhoneTabs } from "./phone-tabs.tsx";
import { Rail } from "./rail.tsx";
import { TellUs } from "./tell-us.tsx";
import { TopBar } from "./top-bar.tsx";
import "./shell.css";

const isNarrow = (path: string) =>
  SCREENS.some((one) => one.narrowRail && new RegExp(`^${one.path.replace(/\$\w+/g, "[^/]+")}/?$`).test(path));

/** Bars around every screen, for someone who is signed in; the sign-in page for someone who is not. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useWords(deskWords);
  const client = useQueryClient();
  const me = useQuery({ queryKey: ["me"], queryFn: () => call(meRoute), staleTime: 60_000 });
  const path = useLocation({ select: (location) => location.pathname });
  const navigate = useNavigate();
  const { needs, putOff } = useAccountNeeds(me.data);
  const [overlay, setOverlay] = useState<Overlay>("none");
  useHotkeys([
    { keys: "/", words: t.keyWords.find, run: () => setOverlay("commands") },
    { keys: "Ctrl+k", words: t.keyWords.find, whileTyping: true, run: () => setOverlay("commands") },
    { keys: "?", words: t.keyWords.help, run: () => setOverlay("help") },
    {
      keys: "c",
      words: t.keyWords.receive,
      off: !SCREENS.some((one) => one.path === "/receive"),
      run: () => navigate({ to: "/receive" }),
    },
    { keys: "g t", words: t.keyWords.today, run: () => navigate({ to: "/" }) },
    {
      keys: "g q",
      words: t.keyWords.queue,
      run: () => navigate({ to: "/matters", search: JSON.parse(sessionStorage.getItem("linli.queue") ?? '{"queue":"all"}') }),
    },
  ]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of screen closes what lies over it
  useEffect(() => setOverlay("none"), [path]);
  if (me.isPending) return <Loading />;
  if (me.error instanceof Refused && me.error.status === 401) {
    return (
      <SignInPage
        onDone={(now) => {
          client.setQueryData(["me"], now);
          client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "me" });
        }}
      />
    );
  }
  if (me.error)
    return (
      <div className="page">
        <Failure reason={me.error} onRetry={() => me.refetch()} />
      </div>
    );
  if (needs) return <AccountPageFirst me={me.data} needs={needs} onLater={putOff} />;
  const screen = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ":id");
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        {t.skip}
      </a>
      <TopBar me={me.data} onOverlay={setOverlay} />
      <div className="shell-body" data-narrow={isNarrow(path) ? "yes" : "no"}>
        <Rail me={me.data} narrow={isNarrow(path)} onTellUs={() => setOverlay("tell-us")} />
        <main id="content" className="shell-main" tabIndex={-1}>
          <ResetTold me={me.data} />
          {children}
        </main>
      </div>
      <PhoneTabs me={me.data} onTellUs={() => setOverlay("tell-us")} />
      <Commands open={overlay === "commands"} onClose={() => setOverlay("none")} me={me.data} />
      <HelpDialog open={overlay === "help"} onClose={() => setOverlay("none")} />
      <SessionWatch />
      <TellUs open={overlay === "tell-us"} onClose={() => setOverlay("none")} screen={screen} />
    </div>
  );
}
