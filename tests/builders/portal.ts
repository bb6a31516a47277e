import { Readable } from "node:stream";
import Fastify, { type FastifyInstance } from "fastify";
import { type PortalDoors, portalRoutes } from "../../apps/portal/index.ts";
import { newId } from "../../foundation/ids.ts";
import { Refusal } from "../../foundation/refusal.ts";
import { type Clock, fixedClock } from "../../foundation/time/index.ts";
import type { FollowPage, OwnMatter } from "../../systems/matters/contract.ts";
import { checkDigit } from "../../systems/residents/rules/code.ts";
import { exampleOwn, memoryBooklets, memoryTries } from "./portal-doubles.ts";
import { exampleFigures, exampleMatter, PORTAL_NOW, portalCounty, portalPlaces } from "./portal-examples.ts";

export * from "./portal-examples.ts";

export interface PortalDouble extends PortalDoors {
  readonly matters: Map<string, FollowPage>;
  readonly codes: Map<string, { matterId: string; reporterId: string; generation: number }>;
  /** What is asked beside a code; nothing where it is not here. */
  readonly seconds: Map<string, string>;
  /** What is kept of the bearer of each matter. */
  own: OwnMatter;
  readonly tries: ReturnType<typeof memoryTries>;
  readonly calls: { door: string; input: unknown }[];
  /** Ends every call of this door with this fault until it is taken away. */
  fails: Partial<Record<keyof PortalDoors, Error>>;
  nearby: Awaited<ReturnType<PortalDoors["nearbyMatters"]>>;
}

export const codeFrom = (eleven: string): string => eleven + checkDigit(eleven);

/** Doors that answer from memory, for what HTTP and pages do by themselves. The journeys walk through the real ones. */
export function portalDouble(clock: Clock): PortalDouble {
  const matters = new Map<string, FollowPage>();
  const codes: PortalDouble["codes"] = new Map();
  const seconds = new Map<string, string>();
  const answers = new Map<string, { body: string; result: unknown }>();
  const calls: PortalDouble["calls"] = [];
  const once = <T>(commandId: string, input: unknown, make: () => T): T & { repeated: boolean } => {
    const body = JSON.stringify(input);
    const known = answers.get(commandId);
    if (known && known.body !== body) throw new Refusal("command.other-body", {}, { status: 409 });
    const result = known ? (known.result as T) : make();
    answers.set(commandId, { body, result });
    return { ...result, repeated: Boolean(known) };
  };
  const tell = (matterId: string, role: "reporter" | "also") => {
    const code = codeFrom(String(10_000_000_000 + codes.size * 7_919));
    const link = `link-${role}-${codes.size}-0123456789`;
    const opened = { matterId, reporterId: newId(), generation: 1 };
    codes.set(code, opened).set(link, opened);
    return { code, link: `/f/${link}`, pin: "4821" };
  };
  const double: PortalDouble = {
    matters,
    codes,
    seconds,
    own: exampleOwn(),
    calls,
    fails: {},
    nearby: [],
    async receiveMatter(_actor, input) {
      calls.push({ door: "receiveMatter", input });
      if (double.fails.receiveMatter) throw double.fails.receiveMatter;
      return once(input.commandId, input, () => {
        const matter = exampleMatter({
          id: input.id,
          version: 1,
          state: "received",
          title: input.text.slice(0, 20),
          text: input.text,
          place: input.place?.words ?? null,
          secrecy: input.reporter?.wantsSecrecy ?? false,
          receivedAt: clock.now().toISOString(),
          timeline: [],
          looks: [],
        });
        matters.set(input.id, matter);
        return {
          id: input.id,
          number: matter.number,
          ...tell(input.id, "reporter"),
          state: "received",
          version: 1,
          receivedAt: matter.receivedAt,
          title: matter.title,
          unit: { name: "郏县综治中心", phone: null },
          due: null,
        };
      });
    },
    async actOnMatter(_actor, matterId, input) {
      calls.push({ door: "actOnMatter", input });
      if (double.fails.actOnMatter) throw double.fails.actOnMatter;
      const matter = matters.get(matterId);
      if (!matter) throw new Refusal("matters.not-found", {}, { status: 404 });
      return once(input.commandId, input, () => {
        if (input.baseVersion !== matter.version)
          throw new Refusal("matters.changed-meanwhile", { version: matter.version }, { status: 409 });
        const version = matter.version + 1;
        const changes: Partial<FollowPage> =
          input.act === "withdraw"
            ? { state: "withdrawn", may: [] }
            : input.act === "rate"
              ? {
                  rating: {
                    rating: input.rating,
                    reason: input.reason ?? null,
                    at: clock.now().toISOString(),
                    changeableUntil: "2026-12-02T23:59:59+08:00",
                  },
                }
              : {};
        matters.set(matterId, { ...matter, ...changes, version });
        return {
          id: matterId,
          number: matter.number,
          version,
          state: matter.state,
          may: [],
          receipt: input.act === "also-met" ? tell(matterId, "also") : null,
        };
      });
    },
    openByCode: async (by) => {
      calls.push({ door: "openByCode", input: null });
      if ("link" in by) return codes.get(by.link) ?? null;
      return (seconds.get(by.code) ?? by.second) === by.second ? (codes.get(by.code) ?? null) : null;
    },
    stands: async ({ generation }) => generation === double.own.generation,
    receiptOf: ({ matterId }) => {
      const known = [...codes].filter(([, opened]) => opened.matterId === matterId).map(([key]) => key);
      return { code: known.find((key) => /^\d{12}$/.test(key))!, link: `/f/${known.find((key) => !/^\d{12}$/.test(key))}` };
    },
    ownMatter: async () => double.own,
    changeOwnMatter: async (_actor, by, change) => {
      calls.push({ door: "changeOwnMatter", input: { ...by, change } });
      if (double.fails.changeOwnMatter) throw double.fails.changeOwnMatter;
      if (change.act === "own-code") double.own = { ...double.own, generation: double.own.generation + 1 };
      if (change.act === "quiet") double.own = { ...double.own, quiet: change.quiet };
      if (change.act === "keep-secret") double.own = { ...double.own, wantsSecrecy: true };
    },
    askAboutOwnData: async (_actor, by, asked) => {
      calls.push({ door: "askAboutOwnData", input: { ...by, asked } });
    },
    bookletLines: async (_actor, entries) => ({
      lines: entries.flatMap(({ matterId }) => {
        const matter = matters.get(matterId);
        return matter
          ? [
              {
                matterId,
                title: matter.title,
                number: matter.number,
                state: matter.state,
                dueAt: matter.due?.at ?? null,
                asks: false,
              },
            ]
          : [];
      }),
      gone: entries.filter(({ matterId }) => !matters.has(matterId)),
    }),
    booklets: memoryBooklets(),
    tries: memoryTries(clock),
    isDone: async (commandId) => answers.has(commandId),
    followMatter: async (actor, matterId) => {
      const matter = matters.get(matterId);
      if (!matter || !actor.matters?.includes(matterId)) throw new Refusal("matters.not-found", {}, { status: 404 });
      return matter;
    },
    nearbyMatters: async () => double.nearby,
    dangerIn: async (text) => (/着火|触电|打起来/.test(text) ? ["110", "119"] : []),
    publicFigures: async () => {
      if (double.fails.publicFigures) throw double.fails.publicFigures;
      return exampleFigures();
    },
    places: async () => portalPlaces,
    keepPicture: async (_actor, { name, stream }) => {
      const bytes = await stream.toArray();
      const whole = Buffer.concat(bytes);
      if (whole.length === 0) throw new Refusal("file.empty");
      if (whole.toString("hex", 0, 4) !== "89504e47") throw new Refusal("file.kind-not-taken");
      return { id: newId(), name, kind: "image/png", size: whole.length, sha256: "00" };
    },
    readPicture: async () => ({
      kind: "image/png",
      name: "x.png",
      size: 4,
      stream: Readable.from([Buffer.from("89504e47", "hex")]),
    }),
    takeFeedback: async (_actor, feedback) => {
      calls.push({ door: "takeFeedback", input: feedback });
    },
  };
  return double;
}

export interface PortalUnderTest {
  readonly app: FastifyInstance;
  readonly doors: PortalDouble;
  readonly clock: ReturnType<typeof fixedClock>;
  readonly log: string[];
  origin: string;
}

/** A portal over the doors above, listening on a free port of this machine. */
export async function startPortal(): Promise<PortalUnderTest> {
  const clock = fixedClock(PORTAL_NOW);
  const doors = portalDouble(clock);
  const log: string[] = [];
  const app = Fastify({ trustProxy: true, logger: { level: "info", stream: { write: (line: string) => log.push(line) } } });
  await app.register(portalRoutes, {
    doors,
    keys: { session: Buffer.alloc(32, 7) },
    county: async () => portalCounty,
    clock,
  });
  const origin = await app.listen({ port: 0, host: "127.0.0.1" });
  return { app, doors, clock, log, origin };
}
