import { Link } from "@tanstack/react-router";
import { Dialog, kitWords, useSettings, useWords } from "../../../ui/index.ts";
import { deskWords } from "../words.ts";
import { KeyList } from "./key-list.tsx";

/** "?" on every screen, in the same place: the keys of this screen and the way to the help page. */
export function HelpDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useWords(deskWords);
  const k = useWords(kitWords);
  const { settings } = useSettings();
  return (
    <Dialog open={open} onClose={onClose} title={t.help}>
      {settings.keys ? (
        <>
          <p className="meta text-meta">{t.keysIntro}</p>
          <KeyList />
        </>
      ) : (
        <p>{k.hotkeysOff}</p>
      )}
      <hr className="divide" />
      <Link to="/help" onClick={onClose}>
        {t.helpTitle}
      </Link>
    </Dialog>
  );
}
