import type { Lexer } from "./lexer.ts";
import { type NameSort, type Names, nearest } from "./names.ts";
import { KEYWORDS } from "./words-of-rules.ts";

const SORTS: Readonly<Record<NameSort, readonly [string, string]>> = {
  kind: ["种类", "kind"],
  category: ["类别", "category"],
  urgency: ["紧急程度", "urgency"],
  place: ["乡镇或村", "township or village"],
  door: ["渠道", "door"],
  unit: ["单位", "unit"],
  post: ["岗位", "post"],
};
/** Words that may follow a name without a blank, as Chinese is written. */
const FOLLOWERS = (["and", "or", "send", "byCatalogue", "support", "reason", "when", "id", "rule"] as const).map(
  (keyword) => KEYWORDS[keyword][0],
);
const follows = (rest: string): boolean => rest === "" || FOLLOWERS.some((word) => rest.startsWith(word));

/** Reads a name and gives its code. `#code` stands for a thing that is no longer there. */
export function parseName(lexer: Lexer, names: Names, sort: NameSort): string {
  const [zh, en] = SORTS[sort];
  const code = lexer.match(/#[A-Za-z0-9._:-]+/);
  if (code) return code.text.slice(1);
  const quoted = lexer.quoted();
  const run = quoted ?? lexer.run();
  if (run.text === "") throw lexer.fault("expected", run.start, 1, { zh: `${zh}的名字`, en: `the name of a ${en}` });
  let length = quoted ? run.text.length : 0;
  if (!quoted)
    for (let end = run.text.length; end > 0 && length === 0; end--)
      if (follows(run.text.slice(end)) && names.find(sort, run.text.slice(0, end))) length = end;
  const written = length > 0 ? run.text.slice(0, length) : upToFollower(run.text);
  const found = names.find(sort, written);
  const width = quoted ? run.length : written.length;
  if (!found) throw lexer.fault("unknown-name", run.start, width, { written, zh, en }, nearest(names.words(sort), written));
  if ("several" in found)
    throw lexer.fault("several-named", run.start, width, { written, zh, choices: found.several.slice(0, 5).join("、") });
  lexer.at = run.start + width;
  return found.code;
}

function upToFollower(run: string): string {
  for (let end = 1; end < run.length; end++) if (/^[且或]/.test(run.slice(end))) return run.slice(0, end);
  return run;
}
