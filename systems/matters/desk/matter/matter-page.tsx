import { useNavigate, useParams, useRouter, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { Refused } from "../../../../foundation/http/client.ts";
import {
  ArticleSays,
  Button,
  ConflictDialog,
  Dialog,
  Empty,
  Failure,
  Icon,
  kitWords,
  useHotkeys,
  useWords,
} from "../../../../ui/index.ts";
import type { MatterAct } from "../../rules/lifecycle.ts";
import { WaitingStrip } from "../parts/waiting-strip.tsx";
import { type MatterPage as Matter, useMatter } from "../queries.ts";
import { lastPlace } from "../queue/return-place.ts";
import { type FormAct, type FormValues, isFormAct } from "./acts/form-values.ts";
import { ClocksCard } from "./clocks-card.tsx";
import { Composer, type Reply, WRITTEN, type Written } from "./composer.tsx";
import { MatterHead } from "./head.tsx";
import { orderActs } from "./next-acts.ts";
import { NoticePreview, ToldCard } from "./notice-card.tsx";
import { ProposalsCard } from "./proposals-card.tsx";
import { SaidCard } from "./said-card.tsx";
import { BeforeCard, RelatedCard, UnitsCard } from "./side-cards.tsx";
import { TimelineCard } from "./timeline-card.tsx";
import { useAct } from "./use-act.ts";
import { WhereCard } from "./where-card.tsx";
import { pageWords } from "./words.ts";
import "../queue/queue.css";
import "./matter.css";

/** The forms come with the first act that opens one. */
const ActDialog = lazy(() => import("./acts/act-dialog.tsx").then((forms) => ({ default: forms.ActDialog })));

const isWritten = (act: string): act is Written => (WRITTEN as readonly string[]).includes(act);

function Whole({ matter }: { matter: Matter }) {
  const t = useWords(pageWords);
  const k = useWords(kitWords);
  const navigate = useNavigate();
  const router = useRouter();
  const search = useSearch({ strict: false }) as { do?: string };
  const [place] = useState(lastPlace);
  const [form, setForm] = useState<{ act: FormAct; values: FormValues } | null>(null);
  const [writingAct, setWritingAct] = useState<Written>(
    () => (WRITTEN.find((act) => matter.may.includes(act)) ?? "note") as Written,
  );
  const [given, setGiven] = useState<{ text: string; knowledgeId?: string; at: number } | null>(null);
  const [reply, setReply] = useState<Reply>({ act: writingAct, text: "" });
  const [receipt, setReceipt] = useState<{ code: string; pin: string; link: string } | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const acting = useAct(matter, () => {});
  const onReply = useCallback(
    (next: Reply) => setReply((before) => (before.act === next.act && before.text === next.text ? before : next)),
    [],
  );
  useEffect(() => {
    if (!matter.may.includes(writingAct)) setWritingAct((WRITTEN.find((act) => matter.may.includes(act)) ?? "note") as Written);
  }, [matter.may, writingAct]);
  const current: FormValues = {
    kind: matter.kind ?? undefined,
    categoryCode: matter.category?.code,
    urgency: matter.urgency ?? undefined,
    placeId: matter.place.ref?.id,
    placeName: matter.place.ref?.path.join(" ") || matter.place.ref?.name,
    placeWords: matter.place.words ?? undefined,
    title: matter.title,
  };
  const prefill = (act: MatterAct): FormValues => {
    const p = matter.proposals;
    if (act === "accept")
      return {
        ...current,
        kind: current.kind ?? p?.kind?.value,
        categoryCode: current.categoryCode ?? p?.category?.value,
        urgency: current.urgency ?? p?.urgency.value,
        ...(current.placeId || p?.place.kind !== "one"
          ? {}
          : { placeId: p.place.place.id, placeName: p.place.place.path.join(" ") }),
      };
    if (act === "correct") return current;
    if (act === "dispatch") return { leadUnit: p?.unit?.unitId, supports: p?.unit?.supports.map((one) => one.unitId) };
    if (act === "join-parent") return { parent: matter.parent?.id };
    return {};
  };
  const onAct = (act: MatterAct) => {
    if (isWritten(act)) {
      setWritingAct(act);
      setTimeout(() => {
        area.current?.scrollIntoView({ block: "center" });
        area.current?.focus();
      });
    } else if (isFormAct(act)) setForm({ act, values: prefill(act) });
  };
  const back = () =>
    place ? router.history.push(place.href.startsWith("/desk") ? place.href : `/desk${place.href}`) : navigate({ to: "/" });
  const step = (by: number) => {
    if (by === 0) return back();
    const next = place?.ids[(place?.ids.indexOf(matter.id) ?? 0) + by];
    if (next && place) {
      sessionStorage.setItem("linli.list", JSON.stringify({ ...place, current: next }));
      navigate({ to: "/matters/$id", params: { id: next } });
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the address asks for is done once on arriving
  useEffect(() => {
    if (search.do === "similar") document.getElementById("similar")?.scrollIntoView({ block: "center" });
    else if (search.do) {
      const act =
        search.do === "next"
          ? orderActs(matter.state, matter.may as MatterAct[]).shown[0]
          : (matter.may as MatterAct[]).find((one) => one === search.do);
      if (act) onAct(act);
    }
  }, []);
  useHotkeys([
    { keys: "j", words: t.keyWords.next, run: () => step(1) },
    { keys: "k", words: t.keyWords.previous, run: () => step(-1) },
    { keys: "u", words: t.keyWords.list, run: back },
  ]);
  const dangerous = matter.state === "received" && (matter.urgency ?? matter.proposals?.urgency.value) === "danger";
  return (
    <div className="matter">
      <MatterHead matter={matter} place={place} writing={reply.text.trim().length > 0} onAct={onAct} onStep={step} />
      {dangerous && (
        <p className="notice-bar matter-bar" data-tone="over">
          <Icon name="diamond" small />
          <strong>{t.danger}</strong>
        </p>
      )}
      {matter.mergedInto && (
        <p className="notice-bar matter-bar">
          <Icon name="merge" small />
          <button
            type="button"
            className="link-button"
            onClick={() => navigate({ to: "/matters/$id", params: { id: matter.mergedInto?.id ?? "" } })}
          >
            {t.merged(matter.mergedInto.number)}
          </button>
        </p>
      )}
      {acting.problem && (
        <p className="notice-bar matter-bar" data-tone="over" role="alert">
          <Icon name="triangle" small />
          <span>
            {acting.problem.sentence}
            <ArticleSays article={acting.problem.article} />
          </span>
          <button type="button" className="link-button" onClick={acting.clear}>
            {k.close}
          </button>
        </p>
      )}
      {(matter.objection || matter.asked) && (
        <div className="matter-waiting">
          <WaitingStrip
            matter={matter}
            onRuling={(act) => (act === "grant-time" && !matter.asked?.resident ? acting.send({ act }) : onAct(act))}
          />
        </div>
      )}
      <div className="matter-grid">
        <div className="matter-left">
          <SaidCard matter={matter} />
          <WhereCard matter={matter} />
          <BeforeCard matter={matter} />
        </div>
        <div className="matter-middle">
          <ProposalsCard
            key={matter.version}
            matter={matter}
            acting={acting}
            onForm={(act, values) => setForm({ act, values })}
            onUse={(text, knowledgeId) => {
              setGiven({ text, knowledgeId, at: Date.now() });
              onAct("answer-on-spot");
            }}
          />
          <TimelineCard matter={matter} />
          <Composer matter={matter} act={writingAct} onAct={setWritingAct} given={given} onReply={onReply} area={area} />
        </div>
        <div className="matter-right">
          <UnitsCard matter={matter} onUrge={matter.may.includes("urge") ? () => onAct("urge") : null} />
          <ClocksCard matter={matter} />
          <NoticePreview matter={matter} reply={reply} />
          <RelatedCard
            matter={matter}
            onMerge={(into) => setForm({ act: "merge", values: { into: into.id, intoName: `${into.number} ${into.title}` } })}
          />
          <ToldCard matter={matter} />
        </div>
      </div>
      {form && (
        <Suspense fallback={null}>
          <ActDialog
            key={form.act}
            matter={matter}
            act={form.act}
            given={form.values}
            onClose={() => setForm(null)}
            onDone={(answer) => {
              setForm(null);
              if (answer.receipt) setReceipt(answer.receipt);
            }}
          />
        </Suspense>
      )}
      <ConflictDialog
        open={acting.conflict !== null}
        changes={acting.conflict?.changes ?? []}
        mine=""
        onAgain={acting.again}
        onBack={acting.back}
        busy={acting.busy}
      />
      <Dialog
        open={receipt !== null}
        title={t.receiptCode}
        onClose={() => setReceipt(null)}
        width={420}
        foot={
          <Button kind="primary" onClick={() => setReceipt(null)}>
            {k.close}
          </Button>
        }
      >
        <p className="second text-meta">{t.receiptCodeIntro}</p>
        <p className="receipt-code">{receipt?.code}</p>
        <p>
          {t.receiptPin} <strong>{receipt?.pin}</strong>
        </p>
      </Dialog>
    </div>
  );
}

/** One matter, whole: what was said, where, who, until when, what happened, and what may be done next. */
export default function MatterPage() {
  const t = useWords(pageWords);
  const k = useWords(kitWords);
  const { id } = useParams({ strict: false }) as { id: string };
  const { data, error, refetch, isPlaceholderData } = useMatter(id);
  if (error instanceof Refused && (error.status === 404 || error.status === 403))
    return <Empty why={error.status === 403 ? "no-right" : "none"} words={t.notFound} />;
  if (error && !data)
    return (
      <div className="page">
        <Failure reason={error} onRetry={() => refetch()} />
      </div>
    );
  if (!data || isPlaceholderData)
    return (
      <p className="page meta" role="status">
        {k.loading}
      </p>
    );
  return <Whole key={id} matter={data} />;
}
