import type { Actor } from "../../../foundation/db/actor.ts";
import { withActor } from "../../../foundation/db/pool.ts";
import { linesAfter } from "../../ledger/index.ts";
import { personsOfLines } from "../../residents/index.ts";
import { postNames } from "../../teams/index.ts";
import type { Services } from "../services.ts";
import { ACT_TITLES } from "./act-words.ts";

interface Persons {
  readonly actor: { readonly post?: string; readonly reporter?: string };
}

/** The acts that came after this version, for the one who wrote against it: by which post or by a resident, what, when, which words. */
export async function whatChangedSince(services: Services, actor: Actor, matterId: string, version: number) {
  const english = actor.locale === "en";
  return withActor(
    services.db,
    actor,
    async (tx) => {
      const rows = await linesAfter(tx, actor.county, { kind: "matter", id: matterId }, version, 20);
      const behind = await personsOfLines(tx, actor.county, matterId);
      const who = rows.map((row) => {
        const body = behind.get(row.id);
        return body ? (JSON.parse(body) as Persons).actor : {};
      });
      const posts = await postNames(tx, actor.county, [...new Set(who.flatMap(({ post }) => post ?? []))]);
      return rows.map((row, index) => {
        const { post, reporter } = who[index]!;
        const named = post ? posts.get(post) : undefined;
        const content = (JSON.parse(row.textGroup) as { content: { text?: string } | null }).content;
        return {
          by: named
            ? `${named.unit} · ${named.name}`
            : reporter
              ? english
                ? "A resident"
                : "居民"
              : english
                ? "An officer"
                : "经办岗",
          act: row.act,
          title: ACT_TITLES[row.act]?.[english ? "en" : "zh-CN"] ?? row.act,
          at: row.at.toISOString(),
          version: row.version,
          text: content?.text ?? null,
        };
      });
    },
    { readOnly: true },
  );
}
