import { Link } from "@tanstack/react-router";
import { useReference } from "../../../systems/matters/screens.ts";
import type { Me } from "../../../systems/teams/contract.ts";
import { Button, Icon, Kbd, useWords } from "../../../ui/index.ts";
import { SCREENS } from "../routes.tsx";
import { deskWords } from "../words.ts";
import { MeMenu } from "./me-menu.tsx";
import { Notices } from "./notices.tsx";
import type { Overlay } from "./overlay.ts";

export function TopBar({ me, onOverlay }: { me: Me; onOverlay: (overlay: Overlay) => void }) {
  const t = useWords(deskWords);
  const county = useReference().data?.county.name ?? "";
  const receives = me.rights.includes("matters.receive") && SCREENS.some((one) => one.path === "/receive");
  return (
    <header className="top-bar">
      <Link to="/" className="brand">
        <span className="brand-mark">
          <Icon name="two-rings" />
        </span>
        {t.product} <small className="wide-only">{t.surface(county)}</small>
      </Link>
      <span className="space" />
      <button type="button" className="top-find" onClick={() => onOverlay("commands")}>
        <Icon name="search" />
        <span className="cut">{t.find}</span>
        <span className="space" />
        <Kbd keys="Ctrl+K" />
      </button>
      <span className="space" />
      {receives && (
        <Link to="/receive" className="button wide-only" data-kind="primary" data-size="small">
          <Icon name="plus" />
          {t.receive}
          <Kbd keys="c" />
        </Link>
      )}
      <span className="narrow-only">
        <Button kind="quiet" icon="search" aria-label={t.findShort} onClick={() => onOverlay("commands")} />
      </span>
      <Notices />
      <Button kind="quiet" icon="help" aria-label={t.help} onClick={() => onOverlay("help")} />
      <span className="wide-only">
        <MeMenu me={me} />
      </span>
    </header>
  );
}
