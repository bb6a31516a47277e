import { z } from "zod";
import { route } from "../../foundation/http/route.ts";

const Day = z.iso.date();

/** How a text is known: read in the law's full text, taken from a copy or excerpt, seen in practice, or written down from memory. */
export const TRUST_MARKS = ["verified", "secondary", "practice", "from memory"] as const;
export type Trust = (typeof TRUST_MARKS)[number];

/** `national`: binds this county; `model`: another place's rule, taken as a pattern; `county`: entered by the county itself. */
export const SCOPES = ["national", "model", "county"] as const;
export type Scope = (typeof SCOPES)[number];

export const USE_KINDS = ["refusal", "transition", "term", "ground", "destination", "rule", "text", "comment"] as const;
/** Where the product cites an article: `name` is the refusal's code, the procedure's act, the term, the ground … */
export const Use = z.object({ kind: z.enum(USE_KINDS), name: z.string(), file: z.string() });
export type Use = z.infer<typeof Use>;

/** An article in the version that the county's register holds now. */
export const Article = z.object({
  /** Its citation, as an officer writes it: 信访工作条例 第三十条. */
  id: z.string(),
  version: z.int().positive(),
  law: z.string(),
  englishLaw: z.string(),
  number: z.string(),
  article: z.string(),
  text: z.string(),
  from: Day,
  to: Day.nullable(),
  source: z.string(),
  trust: z.enum(TRUST_MARKS),
  scope: z.enum(SCOPES),
});
export type Article = z.infer<typeof Article>;

export const listArticlesRoute = route({
  method: "GET",
  path: "/api/law/articles",
  summary: "The register of articles in force, to come and closed, each with its uses",
  access: "signed in",
  answer: z.object({ articles: z.array(Article.extend({ uses: z.array(Use) })), mayKeep: z.boolean() }),
});

export const NewArticle = z.object({
  law: z.string().trim().min(2).max(80),
  number: z.string().trim().max(80),
  /** Empty where the document as a whole is meant. */
  article: z.union([z.literal(""), z.string().regex(/^第[一二三四五六七八九十百零]+条(之[一二三四五六七八九十])?$/)]),
  text: z.string().trim().min(4).max(2000),
  from: Day,
  source: z.string().trim().min(2).max(200),
  trust: z.enum(TRUST_MARKS),
});
export type NewArticle = z.infer<typeof NewArticle>;

export const addArticleRoute = route({
  method: "POST",
  path: "/api/law/articles",
  summary: "Enter an article of the county's own or of a local rule",
  access: "law.keep",
  body: NewArticle,
  answer: z.object({ id: z.string(), version: z.int() }),
});

export const closeArticleRoute = route({
  method: "POST",
  path: "/api/law/articles/close",
  summary: "Say up to which day an article is in force",
  access: "law.keep",
  body: z.object({ id: z.string().min(2).max(200), to: Day, reason: z.string().trim().min(4).max(200) }),
  answer: z.object({ version: z.int() }),
});
