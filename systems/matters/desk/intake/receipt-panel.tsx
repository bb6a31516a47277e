import { Link } from "@tanstack/react-router";
import QRCode from "qrcode";
import { useEffect, useRef, useState } from "react";
import { fullDate } from "../../../../foundation/i18n/dates.ts";
import { Button, Icon, useHotkeys, useLanguage, useWords } from "../../../../ui/index.ts";
import { MatterState } from "../parts/state.tsx";
import type { Given } from "./use-register.ts";
import { intakeWords } from "./words.ts";

const inFours = (code: string) => code.replace(/(\d{4})(?=\d)/g, "$1-");

/** Number, code in groups of four, QR, print. Focus stands on the next one. */
export function ReceiptPanel({ given, onNext }: { given: Given; onNext: () => void }) {
  const t = useWords(intakeWords);
  const language = useLanguage();
  const head = useRef<HTMLHeadingElement>(null);
  const [qr, setQr] = useState("");
  const link = given.link ? `${location.origin}${given.link}` : "";
  useEffect(() => {
    head.current?.focus();
    if (link) QRCode.toDataURL(link, { errorCorrectionLevel: "M", margin: 1, width: 360 }).then(setQr);
  }, [link]);
  useHotkeys([
    { keys: "Ctrl+Shift+Enter", words: t.another, whileTyping: true, run: onNext },
    { keys: "Enter", off: document.activeElement !== head.current && document.activeElement !== document.body, run: onNext },
  ]);
  const title = { received: t.receiptOf, joined: t.alsoMetOf, answered: t.answeredOf }[given.how](given.number);
  return (
    <section className="card receipt" aria-labelledby="receipt-title">
      <header>
        <Icon name="ticked-ring" />
        <h1 id="receipt-title" tabIndex={-1} ref={head}>
          {title}
        </h1>
      </header>
      <div className="card-body receipt-body">
        <div className="column">
          {given.repeated && <p className="notice-bar">{t.repeated}</p>}
          <p className="strong">{given.title}</p>
          {given.code && (
            <>
              <p className="meta">{t.code}</p>
              <p className="receipt-code">{inFours(given.code)}</p>
              <p>
                {t.pin} <strong className="nowrap">{given.pin}</strong>
              </p>
              <p className="text-small meta">{t.codeHint}</p>
            </>
          )}
          <dl className="receipt-facts">
            <dt>{t.state}</dt>
            <dd>
              <MatterState state={given.state} />
            </dd>
            {given.due && (
              <>
                <dt>{t.due}</dt>
                <dd>
                  {fullDate(given.due.at, language)}
                  {given.due.provisional && t.provisional} <span className="meta">{given.due.words}</span>
                </dd>
              </>
            )}
            {given.unit && (
              <>
                <dt>{t.unit}</dt>
                <dd>
                  {given.unit.name} {given.unit.phone}
                </dd>
              </>
            )}
          </dl>
          <div className="row row-wrap">
            <Button kind="primary" hotkey="Ctrl+Shift+Enter" onClick={onNext}>
              {t.another}
            </Button>
            <a className="button" href={`/print/receipt/${given.id}`} target="_blank" rel="noreferrer">
              <Icon name="print" />
              {t.print}
            </a>
            <Link className="button" to="/matters/$id" params={{ id: given.id }}>
              {t.open}
            </Link>
          </div>
        </div>
        {qr && <img src={qr} alt={t.qr} width={180} height={180} />}
      </div>
    </section>
  );
}
