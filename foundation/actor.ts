/** Who acts, with which posts: the context that row-level security reads. Made by sign-in, by the portal, by a job, by an import. */
export interface Actor {
  readonly role: "app" | "portal" | "jobs" | "verify";
  readonly county: number;
  /** The person's own id (a pseudonym); absent for residents and jobs. */
  readonly person?: string;
  /** The post in whose name this act is done. */
  readonly post?: string;
  /** Every post held or stood in on today, whichever the act is done with; recusal looks at all of them. */
  readonly allPosts?: readonly string[];
  /** Unit of that post. */
  readonly unit?: string;
  /** Every unit in which the person holds a post today. */
  readonly units: readonly string[];
  /** Those units and every unit above them: who works in or under a unit complained of is on its side. Where absent, the units alone. */
  readonly chain?: readonly string[];
  /** Every post that the person holds or ever held: a complaint follows them to whichever post they move. */
  readonly served?: readonly string[];
  /** Territory of the posts: township or village ids; empty with `scope: "county"` means the whole county. */
  readonly places: readonly string[];
  readonly scope: "county" | "places" | "units" | "none";
  /** Rights of the posts held today, e.g. "matters.dispatch". */
  readonly rights: readonly string[];
  /** Matter ids that the bearer of a code may see (portal). */
  readonly matters?: readonly string[];
  /** When the person last proved who they are in this sign-in, as an ISO instant; absent where nobody signed in (jobs, imports). */
  readonly provedAt?: string;
  /** With how many factors they did. */
  readonly factors?: 1 | 2;
  /** An audit or an inspector's post: every act is refused, and transactions are read-only. */
  readonly readOnly?: true;
  readonly locale: "zh-CN" | "en";
}
