import { Link, useLocation } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { Me } from "../../../systems/teams/contract.ts";
import { Button, Drawer, Icon, kitWords, useWords } from "../../../ui/index.ts";
import { SCREENS } from "../routes.tsx";
import { deskWords } from "../words.ts";
import { MyPanel } from "./my-panel.tsx";
import { QueueLinks, WaitingThere } from "./rail.tsx";

/** The bar under the thumb on a telephone. */
export function PhoneTabs({ me, onTellUs }: { me: Me; onTellUs: () => void }) {
  const t = useWords(deskWords);
  const k = useWords(kitWords);
  const here = useLocation({ select: (location) => location.href });
  const path = useLocation({ select: (location) => location.pathname });
  const [sheet, setSheet] = useState<"none" | "queues" | "me">("none");
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving somewhere closes the sheet
  useEffect(() => setSheet("none"), [here]);
  const receives = me.rights.includes("matters.receive") && SCREENS.some((one) => one.path === "/receive");
  const work = SCREENS.filter((one) => one.rail && (!one.rail.right || me.rights.includes(one.rail.right)));
  return (
    <>
      <nav className="phone-tabs" aria-label={t.mainMenu}>
        <Link to="/" data-on={path === "/" ? "yes" : "no"} aria-current={path === "/" ? "page" : undefined}>
          <Icon name="home" />
          {t.tabs.today}
        </Link>
        <button type="button" data-on={path.startsWith("/matters") ? "yes" : "no"} onClick={() => setSheet("queues")}>
          <Icon name="inbox" />
          {t.tabs.queues}
        </button>
        {receives && (
          <Link to="/receive" data-on={path === "/receive" ? "yes" : "no"}>
            <Icon name="plus" />
            {t.tabs.receive}
          </Link>
        )}
        <button type="button" onClick={() => setSheet("me")}>
          <Icon name="user" />
          {t.tabs.me}
        </button>
      </nav>
      <Drawer
        open={sheet === "queues"}
        onClose={() => setSheet("none")}
        placement="bottom"
        size="75vh"
        title={t.rail}
        closable={{ "aria-label": k.close }}
      >
        <div className="phone-rail">
          <QueueLinks />
          <ul>
            {work.map((one) => (
              <li key={one.path}>
                <Link to={one.path} className="rail-link">
                  {one.rail && <Icon name={one.rail.icon} />}
                  {one.rail && t.work[one.rail.words]}
                  <WaitingThere of={one} me={me} />
                </Link>
              </li>
            ))}
          </ul>
        </div>
      </Drawer>
      <Drawer
        open={sheet === "me"}
        onClose={() => setSheet("none")}
        placement="bottom"
        size="75vh"
        title={t.me}
        closable={{ "aria-label": k.close }}
      >
        <MyPanel me={me} />
        <div style={{ marginTop: 12 }}>
          <Button
            icon="talk"
            onClick={() => {
              setSheet("none");
              onTellUs();
            }}
          >
            {t.tellUs}
          </Button>
        </div>
      </Drawer>
    </>
  );
}
