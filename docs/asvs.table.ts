/** 已做到、部分做到、没有做到、不适用. */
export type AsvsStatus = "met" | "partly" | "missing" | "na";

/** One requirement of OWASP ASVS 5.0.0, levels 1 and 2, in short words of our own, and what proves it here. */
export interface AsvsRow {
  readonly id: string;
  readonly level: 1 | 2;
  readonly words: string;
  readonly status: AsvsStatus;
  /** What is missing, or why it does not apply. */
  readonly why?: string;
  /** Test file and name of a test, as it stands in the source. */
  readonly tests?: readonly (readonly [file: string, name: string])[];
}

export const ASVS: readonly AsvsRow[] = [
  {
    id: "1.1.1",
    level: 2,
    words: "input is decoded once, before it is checked",
    status: "met",
    tests: [
      ["tests/http/fuzz.test.ts", "of all the requests made from the contract, none is answered by a fault or against its shape"],
    ],
  },
  {
    id: "1.1.2",
    level: 2,
    words: "output is encoded last, by whoever writes it",
    status: "met",
    tests: [["systems/matters/portal/html.test.ts", "whatever is put in is escaped, in text and in attributes"]],
  },
  {
    id: "1.2.1",
    level: 1,
    words: "what is put into HTML and headers is escaped for its place",
    status: "met",
    tests: [["systems/matters/portal/html.test.ts", "whatever is put in is escaped, in text and in attributes"]],
  },
  {
    id: "1.2.2",
    level: 1,
    words: "parts of URLs are encoded; only safe schemes",
    status: "met",
    tests: [
      [
        "tests/http/policy-in-a-browser.test.ts",
        "every screen of the desk stands within its policy, and what is put into it does not run",
      ],
      ["tests/http/fuzz.test.ts", "of all the requests made from the contract, none is answered by a fault or against its shape"],
    ],
  },
  {
    id: "1.2.3",
    level: 1,
    words: "JSON and scripts are built by encoders",
    status: "met",
    tests: [
      [
        "tests/http/policy-in-a-browser.test.ts",
        "every screen of the desk stands within its policy, and what is put into it does not run",
      ],
    ],
  },
  {
    id: "1.2.4",
    level: 1,
    words: "SQL by parameters alone",
    status: "met",
    tests: [
      ["tests/http/fuzz.test.ts", "of all the requests made from the contract, none is answered by a fault or against its shape"],
      ["tests/architecture/sql-law.test.ts", "finds another system's table in a template, whatever stands between its pieces"],
    ],
  },
  {
    id: "1.2.5",
    level: 1,
    words: "no shell sees what users write",
    status: "partly",
    why: "programs are started with argument lists, never a shell; only this is read by eye, no test walks it",
  },
  { id: "1.2.6", level: 2, words: "LDAP injection", status: "na", why: "no LDAP" },
  { id: "1.2.7", level: 2, words: "XPath injection", status: "na", why: "no XPath" },
  {
    id: "1.2.8",
    level: 2,
    words: "LaTeX injection",
    status: "na",
    why: "no LaTeX; papers are set by Typst from data, never from a user's markup",
  },
  {
    id: "1.2.9",
    level: 2,
    words: "users' text in regular expressions is escaped",
    status: "partly",
    why: "rules take patterns of the county's own officers; that no resident's text becomes one is read by eye",
  },
  {
    id: "1.3.1",
    level: 1,
    words: "users' HTML is cleaned",
    status: "na",
    why: "no field takes HTML; every text is shown as text",
  },
  {
    id: "1.3.2",
    level: 1,
    words: "no eval",
    status: "met",
    tests: [
      [
        "tests/http/policy-in-a-browser.test.ts",
        "every screen of the desk stands within its policy, and what is put into it does not run",
      ],
    ],
  },
  {
    id: "1.3.3",
    level: 2,
    words: "dangerous contexts get only what is safe",
    status: "met",
    tests: [
      ["foundation/files/serving.test.ts", "%j becomes %j"],
      ["foundation/sheets/write.test.ts", "%s"],
    ],
  },
  {
    id: "1.3.4",
    level: 2,
    words: "users' SVG",
    status: "met",
    tests: [["foundation/files/store.test.ts", "of every kind that is taken: %s"]],
  },
  {
    id: "1.3.5",
    level: 2,
    words: "users' markup and styles",
    status: "na",
    why: "none is taken; a dispatch rule is a language without calls",
  },
  {
    id: "1.3.6",
    level: 2,
    words: "no request goes to an address that a user names",
    status: "partly",
    why: "the one outgoing address is the sign-in issuer that an administrator with two factors sets; nothing tests that there is no other",
    tests: [
      [
        "systems/teams/actions/sign-in/sign-in-outside.db.test.ts",
        "is switched on with an encrypted issuer and everything filled in; the client's secret is kept sealed",
      ],
    ],
  },
  {
    id: "1.3.7",
    level: 2,
    words: "no template is built from input",
    status: "met",
    tests: [["systems/matters/portal/html.test.ts", "line breaks stay, markup in them does not"]],
  },
  { id: "1.3.8", level: 2, words: "JNDI", status: "na", why: "no Java" },
  { id: "1.3.9", level: 2, words: "memcache", status: "na", why: "none" },
  {
    id: "1.3.10",
    level: 2,
    words: "format strings",
    status: "na",
    why: "the language has none that reads memory; messages are functions",
  },
  { id: "1.3.11", level: 2, words: "mail injection", status: "na", why: "no mail is sent" },
  { id: "1.4.1", level: 2, words: "memory-safe strings", status: "na", why: "JavaScript; native parts are well-kept libraries" },
  {
    id: "1.4.2",
    level: 2,
    words: "numbers within their range",
    status: "met",
    tests: [
      ["tests/http/fuzz.test.ts", "of all the requests made from the contract, none is answered by a fault or against its shape"],
    ],
  },
  {
    id: "1.4.3",
    level: 2,
    words: "memory and files are released",
    status: "met",
    tests: [["foundation/files/store.test.ts", "and checked, removed, looked for in vain"]],
  },
  {
    id: "1.5.1",
    level: 1,
    words: "XML parser without entities",
    status: "met",
    tests: [
      ["foundation/sheets/hostile.test.ts", "a zip bomb is refused before it is inflated"],
      ["foundation/sheets/xlsx.test.ts", "shared, rich, inline, formula, boolean and error cells"],
    ],
  },
  {
    id: "1.5.2",
    level: 2,
    words: "only known shapes are read back",
    status: "met",
    tests: [
      ["tests/http/fuzz.test.ts", "of all the requests made from the contract, none is answered by a fault or against its shape"],
      ["foundation/http/proof.test.ts", "is not done for whoever never proved it, or is nobody"],
    ],
  },
  {
    id: "2.1.1",
    level: 1,
    words: "the rules for input are written down",
    status: "met",
    tests: [["tests/architecture/refusals-and-routes.test.ts", "stands in an OpenAPI 3.1 document under its method and path"]],
  },
  {
    id: "2.1.2",
    level: 2,
    words: "rules for what must agree with each other are written down",
    status: "met",
    tests: [["tests/architecture/docs.test.ts", "docs/lifecycle.md is what the table says: run `node scripts/lifecycle-doc.ts`"]],
  },
  {
    id: "2.1.3",
    level: 2,
    words: "limits of business are written down",
    status: "met",
    tests: [["tests/architecture/docs.test.ts", "docs/lifecycle.md is what the table says: run `node scripts/lifecycle-doc.ts`"]],
  },
  {
    id: "2.2.1",
    level: 1,
    words: "input is checked against what is allowed",
    status: "met",
    tests: [
      ["tests/http/fuzz.test.ts", "of all the requests made from the contract, none is answered by a fault or against its shape"],
    ],
  },
  {
    id: "2.2.2",
    level: 1,
    words: "on the server",
    status: "met",
    tests: [
      ["tests/http/fuzz.test.ts", "of all the requests made from the contract, none is answered by a fault or against its shape"],
    ],
  },
  {
    id: "2.2.3",
    level: 2,
    words: "what belongs together agrees",
    status: "met",
    tests: [
      [
        "systems/matters/actions/intake/receive-matter.db.test.ts",
        "a place, category or attachment that is not there is refused before anything is written",
      ],
    ],
  },
  {
    id: "2.3.1",
    level: 1,
    words: "steps in their order",
    status: "met",
    tests: [
      [
        "systems/matters/actions/acts.access.db.test.ts",
        "the state decides too: what the table does not allow is refused to those who may otherwise",
      ],
    ],
  },
  {
    id: "2.3.2",
    level: 2,
    words: "limits of business hold",
    status: "met",
    tests: [
      [
        "systems/matters/actions/clock-histories.db.test.ts",
        "a unit hands a matter back once; a clock stands only on a ground of its term; someone must act in every open state",
      ],
    ],
  },
  {
    id: "2.3.3",
    level: 2,
    words: "all or nothing",
    status: "met",
    tests: [
      ["systems/matters/actions/act-in-one-go.db.test.ts", "all or none: what the second act may not do, the first has not done"],
      [
        "systems/matters/actions/intake/receive-matter.db.test.ts",
        "numbers have no gap and no twin when 64 write at once in three units, and some of it fails",
      ],
    ],
  },
  {
    id: "2.3.4",
    level: 2,
    words: "two at once do not both win",
    status: "met",
    tests: [["systems/matters/actions/act-on-matter.db.test.ts", "of twenty at once one is first, nineteen are told"]],
  },
  {
    id: "2.4.1",
    level: 2,
    words: "floods are held back",
    status: "met",
    tests: [
      [
        "tests/journeys/portal-flood.test.ts",
        "ten times what goes through at once, from one part of the network: it waits, longer and longer, and nothing more is written",
      ],
      [
        "systems/teams/sign-in-http.db.test.ts",
        "are slowed after twenty wrong ones, a second more each, and end at a hundred; a known browser is not held",
      ],
    ],
  },
  {
    id: "3.2.1",
    level: 1,
    words: "nothing is rendered as what it is not",
    status: "met",
    tests: [
      ["tests/http/uploads.test.ts", "comes from there whole, saved, sandboxed, unguessed, without any cookie read or set"],
      ["tests/http/headers.test.ts", "says what a browser may not do with it"],
    ],
  },
  {
    id: "3.2.2",
    level: 1,
    words: "text is shown as text",
    status: "met",
    tests: [
      [
        "tests/http/policy-in-a-browser.test.ts",
        "every screen of the desk stands within its policy, and what is put into it does not run",
      ],
      ["systems/matters/portal/html.test.ts", "whatever is put in is escaped, in text and in attributes"],
    ],
  },
  {
    id: "3.3.1",
    level: 1,
    words: "cookies are Secure and named for it",
    status: "met",
    tests: [
      [
        "tests/journeys/portal-http.test.ts",
        "the cookie of a stay cannot be read by scripts, nor sent from elsewhere, nor over an open line where the site is on TLS",
      ],
      [
        "systems/teams/sign-in-http.db.test.ts",
        "is new at every sign-in, and the one that the browser came with is nothing afterwards",
      ],
    ],
  },
  {
    id: "3.3.2",
    level: 2,
    words: "SameSite by purpose",
    status: "met",
    tests: [
      [
        "tests/journeys/portal-http.test.ts",
        "the cookie of a stay cannot be read by scripts, nor sent from elsewhere, nor over an open line where the site is on TLS",
      ],
    ],
  },
  {
    id: "3.3.3",
    level: 2,
    words: "__Host- in the name",
    status: "partly",
    why: "the stay's and the session's cookies; the portal's wishes for size and language have none, they open nothing",
    tests: [
      [
        "tests/journeys/portal-http.test.ts",
        "the cookie of a stay cannot be read by scripts, nor sent from elsewhere, nor over an open line where the site is on TLS",
      ],
    ],
  },
  {
    id: "3.3.4",
    level: 2,
    words: "HttpOnly, and only by Set-Cookie",
    status: "met",
    tests: [
      [
        "tests/journeys/portal-http.test.ts",
        "the cookie of a stay cannot be read by scripts, nor sent from elsewhere, nor over an open line where the site is on TLS",
      ],
    ],
  },
  {
    id: "3.4.1",
    level: 1,
    words: "HSTS for a year with subdomains",
    status: "met",
    tests: [["tests/http/headers.test.ts", "asks for TLS for a year where it came over TLS"]],
  },
  { id: "3.4.2", level: 1, words: "CORS fixed", status: "met", tests: [["tests/http/headers.test.ts", "%j gets %i"]] },
  {
    id: "3.4.3",
    level: 2,
    words: "a policy that names what may run",
    status: "met",
    tests: [
      [
        "tests/http/policy-in-a-browser.test.ts",
        "every screen of the desk stands within its policy, and what is put into it does not run",
      ],
      ["tests/http/policy-in-a-browser.test.ts", "every page of the portal stands within its policy"],
    ],
  },
  {
    id: "3.4.4",
    level: 2,
    words: "nosniff everywhere",
    status: "met",
    tests: [
      ["tests/http/headers.test.ts", "says what a browser may not do with it"],
      ["tests/http/fuzz.test.ts", "of all the requests made from the contract, none is answered by a fault or against its shape"],
    ],
  },
  {
    id: "3.4.5",
    level: 2,
    words: "no referrer",
    status: "met",
    tests: [["tests/http/headers.test.ts", "says what a browser may not do with it"]],
  },
  {
    id: "3.4.6",
    level: 2,
    words: "framed by nobody",
    status: "met",
    tests: [["tests/http/headers.test.ts", "is framed by nobody and shows pictures of the second origin"]],
  },
  {
    id: "3.5.1",
    level: 1,
    words: "forms and calls come from our own pages",
    status: "met",
    tests: [
      ["tests/http/headers.test.ts", "%j gets %i"],
      ["tests/http/fuzz.test.ts", "what changes something is refused without the header that only our pages send"],
      ["tests/journeys/portal-http.test.ts", "%j is not taken"],
    ],
  },
  {
    id: "3.5.2",
    level: 1,
    words: "nothing sensitive without a preflight",
    status: "met",
    tests: [["tests/http/fuzz.test.ts", "what changes something is refused without the header that only our pages send"]],
  },
  {
    id: "3.5.3",
    level: 1,
    words: "what changes something is no GET",
    status: "met",
    tests: [["tests/http/fuzz.test.ts", "what changes something is refused without the header that only our pages send"]],
  },
  {
    id: "3.5.4",
    level: 2,
    words: "applications apart by host",
    status: "partly",
    why: "uploads have an origin of their own; portal and desk share one, apart by path and cookie",
    tests: [["tests/http/uploads.test.ts", "the second origin has nothing else: no folder, no page, no API, no other method"]],
  },
  { id: "3.5.5", level: 2, words: "postMessage", status: "na", why: "not used" },
  {
    id: "3.7.1",
    level: 2,
    words: "no dead browser technology",
    status: "met",
    tests: [
      [
        "tests/http/policy-in-a-browser.test.ts",
        "every screen of the desk stands within its policy, and what is put into it does not run",
      ],
    ],
  },
  {
    id: "3.7.2",
    level: 2,
    words: "no redirect to elsewhere",
    status: "partly",
    why: "redirects go to paths of ours, to the attachments' origin and to the configured issuer; no test walks all of them",
    tests: [["tests/http/uploads.test.ts", "is led to another origin by the first, which gives no byte of it"]],
  },
  {
    id: "4.1.1",
    level: 1,
    words: "content types are right",
    status: "partly",
    why: "pages, API and files name type and charset; no test walks every answer",
  },
  {
    id: "4.1.2",
    level: 2,
    words: "only pages redirect to HTTPS",
    status: "na",
    why: "the program does not redirect; the county's proxy does (docs/operations/start.md)",
  },
  {
    id: "4.1.3",
    level: 2,
    words: "a user cannot set the proxy's headers",
    status: "partly",
    why: "trusted from loopback alone; the proxy must overwrite them, as docs/operations/start.md says",
  },
  {
    id: "4.2.1",
    level: 2,
    words: "one way of framing messages",
    status: "partly",
    why: "Node's strict parser; no test of ours sends smuggled requests",
  },
  { id: "4.3.1", level: 2, words: "GraphQL depth", status: "na", why: "no GraphQL" },
  { id: "4.3.2", level: 2, words: "GraphQL introspection", status: "na", why: "no GraphQL" },
  { id: "4.4.1", level: 1, words: "WebSocket over TLS", status: "na", why: "no WebSocket" },
  { id: "4.4.2", level: 2, words: "WebSocket origin", status: "na", why: "no WebSocket" },
  { id: "4.4.3", level: 2, words: "WebSocket tokens", status: "na", why: "no WebSocket" },
  { id: "4.4.4", level: 2, words: "WebSocket tokens from a session", status: "na", why: "no WebSocket" },
  {
    id: "5.1.1",
    level: 2,
    words: "what may be uploaded is written down",
    status: "met",
    tests: [["foundation/files/store.test.ts", "of every kind that is taken: %s"]],
  },
  {
    id: "5.2.1",
    level: 1,
    words: "sizes that can be handled",
    status: "met",
    tests: [["foundation/files/store.test.ts", "21 MB, while it is still streaming"]],
  },
  {
    id: "5.2.2",
    level: 1,
    words: "name, first bytes and content agree",
    status: "met",
    tests: [["foundation/files/store.test.ts", "of every kind that is taken: %s"]],
  },
  {
    id: "5.2.3",
    level: 2,
    words: "packed files are measured before they are opened",
    status: "met",
    tests: [["foundation/sheets/hostile.test.ts", "%s: under a second, under 100 MB"]],
  },
  {
    id: "5.3.1",
    level: 1,
    words: "uploads never run",
    status: "met",
    tests: [
      ["tests/http/uploads.test.ts", "comes from there whole, saved, sandboxed, unguessed, without any cookie read or set"],
    ],
  },
  {
    id: "5.3.2",
    level: 1,
    words: "paths are made by us",
    status: "met",
    tests: [["foundation/files/store.test.ts", "under a random id, with the hash of what is stored beside it"]],
  },
  {
    id: "5.4.1",
    level: 2,
    words: "a name is given by us with each download",
    status: "met",
    tests: [["foundation/files/serving.test.ts", "with its name in both forms of RFC 6266"]],
  },
  {
    id: "5.4.2",
    level: 2,
    words: "names are encoded",
    status: "met",
    tests: [["foundation/files/serving.test.ts", "%j becomes %j"]],
  },
  {
    id: "5.4.3",
    level: 2,
    words: "scanned for viruses",
    status: "missing",
    why: "no scanner is bound; uploads are recognised, pictures written anew, files served sandboxed from another origin",
  },
  {
    id: "6.1.1",
    level: 1,
    words: "how guessing is held back is written down",
    status: "met",
    tests: [
      [
        "systems/teams/actions/sign-in/sign-in.db.test.ts",
        "rests an account after five wrong tries, even for the right password, for fifteen minutes",
      ],
      [
        "systems/teams/sign-in-http.db.test.ts",
        "are slowed after twenty wrong ones, a second more each, and end at a hundred; a known browser is not held",
      ],
    ],
  },
  {
    id: "6.1.2",
    level: 2,
    words: "words of this place that no password may hold",
    status: "partly",
    why: "common passwords are refused; a list of words of the county is not kept",
  },
  {
    id: "6.1.3",
    level: 2,
    words: "all ways of signing in are written down",
    status: "met",
    tests: [
      [
        "systems/teams/actions/sign-in/sign-in.db.test.ts",
        "rests an account after five wrong tries, even for the right password, for fifteen minutes",
      ],
      [
        "systems/teams/actions/sign-in/passkeys.db.test.ts",
        "opens to its owner, and each question is answered once, by whoever was asked, within its minutes",
      ],
      ["systems/teams/actions/sign-in/sign-in-outside.db.test.ts", "asks for the second factor of whoever has set one up here"],
    ],
  },
  {
    id: "6.2.1",
    level: 1,
    words: "at least 8 characters",
    status: "met",
    tests: [
      [
        "systems/teams/passwords.db.test.ts",
        "eight characters are enough and seven are not, of any alphabet, with blanks and signs of any kind",
      ],
    ],
  },
  {
    id: "6.2.2",
    level: 1,
    words: "passwords can be changed",
    status: "met",
    tests: [["systems/teams/api.db.test.ts", "changes the password and ends the session"]],
  },
  {
    id: "6.2.3",
    level: 1,
    words: "with the old one",
    status: "met",
    tests: [["systems/teams/api.db.test.ts", "changes the password and ends the session"]],
  },
  {
    id: "6.2.4",
    level: 1,
    words: "not one of the common 3,000",
    status: "met",
    tests: [
      [
        "systems/teams/passwords.db.test.ts",
        "one of the common ones is refused however its letters are written, and so is one's own name",
      ],
    ],
  },
  {
    id: "6.2.5",
    level: 1,
    words: "any characters",
    status: "met",
    tests: [
      [
        "systems/teams/passwords.db.test.ts",
        "eight characters are enough and seven are not, of any alphabet, with blanks and signs of any kind",
      ],
    ],
  },
  {
    id: "6.2.6",
    level: 1,
    words: "the field hides it",
    status: "met",
    tests: [
      [
        "tests/journeys/desk-access.test.ts",
        "the sign-in page is clean, names what is missing, keeps the name after a wrong password, and leads to where one wanted",
      ],
    ],
  },
  {
    id: "6.2.7",
    level: 1,
    words: "paste and managers work",
    status: "partly",
    why: "nothing hinders paste or password managers; no test names it",
  },
  {
    id: "6.2.8",
    level: 1,
    words: "taken exactly as written",
    status: "met",
    tests: [
      ["systems/teams/passwords.db.test.ts", "a password is taken exactly as written: no case, blank or half of it may differ"],
    ],
  },
  {
    id: "6.2.9",
    level: 2,
    words: "64 characters are taken",
    status: "met",
    tests: [["systems/teams/passwords.db.test.ts", "64 characters and more are taken, and every one of them counts"]],
  },
  {
    id: "6.2.10",
    level: 2,
    words: "no forced change by time",
    status: "partly",
    why: "nothing forces a change by time; no test names it",
  },
  { id: "6.2.11", level: 2, words: "the place's own words are refused", status: "missing", why: "see 6.1.2" },
  {
    id: "6.2.12",
    level: 2,
    words: "not a breached one",
    status: "partly",
    why: "an offline list of common ones; no breach service is asked",
  },
  {
    id: "6.3.1",
    level: 1,
    words: "guessing is held back",
    status: "met",
    tests: [
      [
        "systems/teams/actions/sign-in/sign-in.db.test.ts",
        "rests an account after five wrong tries, even for the right password, for fifteen minutes",
      ],
      [
        "systems/teams/sign-in-http.db.test.ts",
        "are slowed after twenty wrong ones, a second more each, and end at a hundred; a known browser is not held",
      ],
    ],
  },
  {
    id: "6.3.2",
    level: 1,
    words: "no default account",
    status: "met",
    tests: [["systems/teams/actions/move-person.db.test.ts", "is made once, also when two try at once"]],
  },
  {
    id: "6.3.3",
    level: 2,
    words: "two factors",
    status: "partly",
    why: "for administrators and whoever opens sealed identities; other officers may sign in with a password alone, by the county's choice",
    tests: [["systems/teams/actions/sign-in/second-factor.db.test.ts", "opens nothing by the password alone"]],
  },
  {
    id: "6.3.4",
    level: 2,
    words: "all ways equally strong",
    status: "met",
    tests: [
      ["systems/teams/actions/sign-in/sign-in-outside.db.test.ts", "asks for the second factor of whoever has set one up here"],
    ],
  },
  {
    id: "6.4.1",
    level: 1,
    words: "first passwords are random and are changed at once",
    status: "met",
    tests: [
      [
        "systems/teams/api.db.test.ts",
        "opens an account whose password is told once, works, and is changed before anything else",
      ],
    ],
  },
  {
    id: "6.4.2",
    level: 1,
    words: "no secret questions",
    status: "met",
    tests: [
      [
        "systems/teams/actions/sign-in/reset-sign-in.db.test.ts",
        "is given back by a code: all sessions end, the old password is nothing, and the officer is told who did it",
      ],
    ],
  },
  {
    id: "6.4.3",
    level: 2,
    words: "a way back that passes no factor",
    status: "met",
    tests: [["systems/teams/actions/sign-in/reset-sign-in.db.test.ts", "keeps a second factor that was not lost"]],
  },
  {
    id: "6.4.4",
    level: 2,
    words: "a lost factor is proven like the first",
    status: "met",
    tests: [
      [
        "systems/teams/actions/sign-in/reset-sign-in.db.test.ts",
        "opens nothing from that moment, and the code stands in for it after the password, once, as no second factor",
      ],
    ],
  },
  {
    id: "6.5.1",
    level: 2,
    words: "codes are good once",
    status: "met",
    tests: [
      [
        "systems/teams/actions/sign-in/second-factor.db.test.ts",
        "refuses a code that was used, and one of the half-minute before it",
      ],
      [
        "systems/teams/actions/sign-in/passkeys.db.test.ts",
        "opens to its owner, and each question is answered once, by whoever was asked, within its minutes",
      ],
    ],
  },
  {
    id: "6.5.2",
    level: 2,
    words: "short codes are hashed",
    status: "met",
    tests: [
      [
        "systems/teams/actions/sign-in/second-factor.db.test.ts",
        "ends every other session, gives this one a new token and two factors, and keeps nothing that can be read",
      ],
    ],
  },
  {
    id: "6.5.3",
    level: 2,
    words: "codes and seeds are random",
    status: "met",
    tests: [
      [
        "systems/teams/actions/sign-in/second-factor.db.test.ts",
        "ends every other session, gives this one a new token and two factors, and keeps nothing that can be read",
      ],
    ],
  },
  {
    id: "6.5.4",
    level: 2,
    words: "codes have 20 bits",
    status: "met",
    tests: [
      [
        "systems/teams/actions/sign-in/second-factor.db.test.ts",
        "ends every other session, gives this one a new token and two factors, and keeps nothing that can be read",
      ],
    ],
  },
  {
    id: "6.5.5",
    level: 2,
    words: "codes run out",
    status: "met",
    tests: [["systems/teams/actions/sign-in/second-factor.db.test.ts", "answers a step once, and not after five minutes"]],
  },
  { id: "6.6.1", level: 2, words: "codes by telephone", status: "na", why: "none are sent" },
  { id: "6.6.2", level: 2, words: "out-of-band codes belong to one request", status: "na", why: "none are sent" },
  { id: "6.6.3", level: 2, words: "out-of-band codes against guessing", status: "na", why: "none are sent" },
  {
    id: "6.8.1",
    level: 2,
    words: "one provider cannot stand for another",
    status: "met",
    tests: [
      [
        "systems/teams/actions/sign-in/sign-in-outside.db.test.ts",
        "lets in the officer bound to the account, and nobody else; it makes no officer",
      ],
    ],
  },
  {
    id: "6.8.2",
    level: 2,
    words: "signatures are always checked",
    status: "met",
    tests: [
      [
        "systems/teams/actions/sign-in/sign-in-outside.db.test.ts",
        "takes each answer once, in the browser that asked, and none with another state or a code of someone else",
      ],
    ],
  },
  { id: "6.8.3", level: 2, words: "SAML once", status: "na", why: "no SAML" },
  {
    id: "6.8.4",
    level: 2,
    words: "strength told by the provider",
    status: "met",
    tests: [
      ["systems/teams/actions/sign-in/sign-in-outside.db.test.ts", "asks for the second factor of whoever has set one up here"],
    ],
  },
  {
    id: "7.1.1",
    level: 2,
    words: "how long sessions hold is written down",
    status: "met",
    tests: [
      ["systems/teams/sign-in-http.db.test.ts", "goes on while somebody is there, for eight hours and no longer"],
      [
        "systems/teams/actions/sign-in/sign-in.db.test.ts",
        "ends when it lies unused, moves on while it is used, and ends for good",
      ],
    ],
  },
  {
    id: "7.1.2",
    level: 2,
    words: "how many at once is written down",
    status: "partly",
    why: "not limited; each is listed and can be ended",
    tests: [["systems/teams/sign-in-http.db.test.ts", "are listed and ended, and nobody else's are"]],
  },
  {
    id: "7.1.3",
    level: 2,
    words: "federated sessions are written down",
    status: "met",
    tests: [["systems/teams/actions/sign-in/sign-in-outside.db.test.ts", "is off until somebody switches it on"]],
  },
  {
    id: "7.2.1",
    level: 1,
    words: "tokens are checked on the server",
    status: "met",
    tests: [["systems/teams/actions/sign-in/sign-in.db.test.ts", "is nothing for a token made up or of another county"]],
  },
  {
    id: "7.2.2",
    level: 1,
    words: "tokens are drawn, not fixed",
    status: "met",
    tests: [
      ["systems/teams/actions/sign-in/sign-in.db.test.ts", "gives a token that stands for the person, kept only as a hash"],
    ],
  },
  {
    id: "7.2.3",
    level: 1,
    words: "128 random bits",
    status: "met",
    tests: [
      ["systems/teams/actions/sign-in/sign-in.db.test.ts", "gives a token that stands for the person, kept only as a hash"],
    ],
  },
  {
    id: "7.2.4",
    level: 1,
    words: "a new token at sign-in and proof",
    status: "met",
    tests: [
      [
        "systems/teams/sign-in-http.db.test.ts",
        "is new at every sign-in, and the one that the browser came with is nothing afterwards",
      ],
      ["systems/teams/sign-in-http.db.test.ts", "is new after proving oneself again"],
    ],
  },
  {
    id: "7.3.1",
    level: 2,
    words: "ends when it lies unused",
    status: "met",
    tests: [
      [
        "systems/teams/sign-in-http.db.test.ts",
        "is not kept alive by what a screen asks by itself, nor by asking how long it has",
      ],
      [
        "systems/teams/actions/sign-in/sign-in.db.test.ts",
        "ends when it lies unused, moves on while it is used, and ends for good",
      ],
    ],
  },
  {
    id: "7.3.2",
    level: 2,
    words: "ends at last",
    status: "met",
    tests: [["systems/teams/sign-in-http.db.test.ts", "goes on while somebody is there, for eight hours and no longer"]],
  },
  {
    id: "7.4.1",
    level: 1,
    words: "signing out ends it",
    status: "met",
    tests: [["systems/teams/actions/sign-in/sign-in.db.test.ts", "is deleted by signing out"]],
  },
  {
    id: "7.4.2",
    level: 1,
    words: "a closed account ends all",
    status: "met",
    tests: [
      ["systems/teams/actions/sign-in/sign-in.db.test.ts", "ends at once when the account is closed or the password changed"],
    ],
  },
  {
    id: "7.4.3",
    level: 2,
    words: "a changed factor ends the others",
    status: "met",
    tests: [
      [
        "systems/teams/actions/sign-in/second-factor.db.test.ts",
        "ends every other session, gives this one a new token and two factors, and keeps nothing that can be read",
      ],
    ],
  },
  {
    id: "7.4.4",
    level: 2,
    words: "signing out stands on every page",
    status: "met",
    tests: [["systems/teams/api.db.test.ts", "signs in, says who I am, changes the post, signs out"]],
  },
  {
    id: "7.4.5",
    level: 2,
    words: "administrators end sessions",
    status: "met",
    tests: [
      [
        "systems/teams/actions/sign-in/reset-sign-in.db.test.ts",
        "is given back by a code: all sessions end, the old password is nothing, and the officer is told who did it",
      ],
    ],
  },
  {
    id: "7.5.1",
    level: 2,
    words: "a proof before factors change",
    status: "met",
    tests: [
      [
        "systems/teams/actions/sign-in/second-factor.db.test.ts",
        "adds no factor and draws no codes in a session that has one factor only",
      ],
    ],
  },
  {
    id: "7.5.2",
    level: 2,
    words: "one's sessions are seen and ended",
    status: "met",
    tests: [["systems/teams/sign-in-http.db.test.ts", "are listed and ended, and nobody else's are"]],
  },
  {
    id: "7.6.1",
    level: 2,
    words: "sessions of provider and program",
    status: "partly",
    why: "the program's own eight hours hold; the provider's end is not told to us",
    tests: [["systems/teams/sign-in-http.db.test.ts", "goes on while somebody is there, for eight hours and no longer"]],
  },
  {
    id: "7.6.2",
    level: 2,
    words: "no session without an act",
    status: "met",
    tests: [
      [
        "systems/teams/actions/sign-in/sign-in-outside.db.test.ts",
        "takes each answer once, in the browser that asked, and none with another state or a code of someone else",
      ],
    ],
  },
  {
    id: "8.1.1",
    level: 1,
    words: "who may do what to which data is written down",
    status: "met",
    tests: [
      ["tests/matrix/http.db.test.ts", "gets of each matter what is theirs, and else the answer of a matter that does not exist"],
    ],
  },
  {
    id: "8.1.2",
    level: 2,
    words: "and to which fields",
    status: "met",
    tests: [["tests/matrix/http.db.test.ts", "no answer holds a field that nobody granted"]],
  },
  {
    id: "8.2.1",
    level: 1,
    words: "functions by right",
    status: "met",
    tests: [
      ["systems/matters/actions/acts.access.db.test.ts", "nobody else may, and nothing changes when they try"],
      ["tests/http/fuzz.test.ts", "a stranger is asked who they are wherever a right is needed"],
    ],
  },
  {
    id: "8.2.2",
    level: 1,
    words: "data by object",
    status: "met",
    tests: [
      ["tests/matrix/http.db.test.ts", "gets of each matter what is theirs, and else the answer of a matter that does not exist"],
      ["tests/matrix/role.db.test.ts", "reads of each table the rows of matters that they see, and of no other"],
    ],
  },
  {
    id: "8.2.3",
    level: 2,
    words: "fields",
    status: "met",
    tests: [["tests/matrix/http.db.test.ts", "no answer holds a field that nobody granted"]],
  },
  {
    id: "8.3.1",
    level: 1,
    words: "on the server",
    status: "met",
    tests: [
      ["tests/matrix/http.db.test.ts", "gets of each matter what is theirs, and else the answer of a matter that does not exist"],
      ["tests/matrix/role.db.test.ts", "changes and drops no row of a matter that they do not see, also without asking for one"],
    ],
  },
  {
    id: "8.4.1",
    level: 2,
    words: "counties apart",
    status: "met",
    tests: [
      ["tests/architecture/row-level-security.db.test.ts", "that grows has the county first in its key"],
      ["systems/teams/actions/sign-in/sign-in.db.test.ts", "is nothing for a token made up or of another county"],
    ],
  },
  {
    id: "9.1.1",
    level: 1,
    words: "self-contained tokens are checked",
    status: "met",
    tests: [
      [
        "systems/teams/actions/sign-in/sign-in-outside.db.test.ts",
        "takes each answer once, in the browser that asked, and none with another state or a code of someone else",
      ],
      ["foundation/secret-box.test.ts", "opens nothing that was changed, or sealed for another purpose or with another key"],
    ],
  },
  {
    id: "9.1.2",
    level: 1,
    words: "known algorithms alone",
    status: "met",
    tests: [
      [
        "systems/teams/actions/sign-in/sign-in-outside.db.test.ts",
        "takes each answer once, in the browser that asked, and none with another state or a code of someone else",
      ],
      ["foundation/secret-box.test.ts", "opens nothing that was changed, or sealed for another purpose or with another key"],
    ],
  },
  {
    id: "9.1.3",
    level: 1,
    words: "keys from known places",
    status: "met",
    tests: [
      [
        "systems/teams/actions/sign-in/sign-in-outside.db.test.ts",
        "is switched on with an encrypted issuer and everything filled in; the client's secret is kept sealed",
      ],
    ],
  },
  {
    id: "9.2.1",
    level: 1,
    words: "time span is kept",
    status: "met",
    tests: [
      ["tests/http/uploads.test.ts", "a link ends with the session in which it was given"],
      [
        "systems/teams/actions/sign-in/sign-in-outside.db.test.ts",
        "takes each answer once, in the browser that asked, and none with another state or a code of someone else",
      ],
    ],
  },
  {
    id: "9.2.2",
    level: 2,
    words: "the kind of token is checked",
    status: "met",
    tests: [
      ["foundation/secret-box.test.ts", "opens nothing that was changed, or sealed for another purpose or with another key"],
    ],
  },
  {
    id: "9.2.3",
    level: 2,
    words: "the audience is checked",
    status: "met",
    tests: [
      [
        "systems/teams/actions/sign-in/sign-in-outside.db.test.ts",
        "takes each answer once, in the browser that asked, and none with another state or a code of someone else",
      ],
    ],
  },
  { id: "9.2.4", level: 2, words: "one key for several audiences", status: "na", why: "we issue none for others" },
  {
    id: "10.1.1",
    level: 2,
    words: "tokens only where they are needed",
    status: "met",
    tests: [
      [
        "systems/teams/actions/sign-in/sign-in-outside.db.test.ts",
        "takes each answer once, in the browser that asked, and none with another state or a code of someone else",
      ],
    ],
  },
  {
    id: "10.1.2",
    level: 2,
    words: "answers belong to the browser that asked",
    status: "met",
    tests: [
      [
        "systems/teams/actions/sign-in/sign-in-outside.db.test.ts",
        "takes each answer once, in the browser that asked, and none with another state or a code of someone else",
      ],
    ],
  },
  {
    id: "10.2.1",
    level: 2,
    words: "PKCE or state",
    status: "met",
    tests: [
      [
        "systems/teams/actions/sign-in/sign-in-outside.db.test.ts",
        "takes each answer once, in the browser that asked, and none with another state or a code of someone else",
      ],
    ],
  },
  { id: "10.2.2", level: 2, words: "several providers", status: "na", why: "one provider at a time" },
  { id: "10.3.1", level: 2, words: "resource server: audience", status: "na", why: "no resource server" },
  { id: "10.3.2", level: 2, words: "resource server: scopes", status: "na", why: "no resource server" },
  { id: "10.3.3", level: 2, words: "resource server: user", status: "na", why: "no resource server" },
  { id: "10.3.4", level: 2, words: "resource server: strength", status: "na", why: "no resource server" },
  { id: "10.4.1", level: 1, words: "authorization server: redirect addresses", status: "na", why: "we are a client alone" },
  { id: "10.4.2", level: 1, words: "authorization server: codes once", status: "na", why: "we are a client alone" },
  { id: "10.4.3", level: 1, words: "authorization server: short codes", status: "na", why: "we are a client alone" },
  { id: "10.4.4", level: 1, words: "authorization server: grants", status: "na", why: "we are a client alone" },
  { id: "10.4.5", level: 1, words: "authorization server: refresh tokens", status: "na", why: "we are a client alone" },
  { id: "10.4.6", level: 2, words: "authorization server: PKCE", status: "na", why: "we are a client alone" },
  { id: "10.4.7", level: 2, words: "authorization server: registration", status: "na", why: "we are a client alone" },
  { id: "10.4.8", level: 2, words: "authorization server: end of tokens", status: "na", why: "we are a client alone" },
  { id: "10.4.9", level: 2, words: "authorization server: revoking", status: "na", why: "we are a client alone" },
  { id: "10.4.10", level: 2, words: "authorization server: client proof", status: "na", why: "we are a client alone" },
  { id: "10.4.11", level: 2, words: "authorization server: scopes", status: "na", why: "we are a client alone" },
  {
    id: "10.5.1",
    level: 2,
    words: "nonce of the ID token",
    status: "met",
    tests: [
      [
        "systems/teams/actions/sign-in/sign-in-outside.db.test.ts",
        "takes each answer once, in the browser that asked, and none with another state or a code of someone else",
      ],
    ],
  },
  {
    id: "10.5.2",
    level: 2,
    words: "the user by an unchanging subject",
    status: "met",
    tests: [
      [
        "systems/teams/actions/sign-in/sign-in-outside.db.test.ts",
        "lets in the officer bound to the account, and nobody else; it makes no officer",
      ],
    ],
  },
  {
    id: "10.5.3",
    level: 2,
    words: "the issuer must be the configured one",
    status: "met",
    tests: [
      [
        "systems/teams/actions/sign-in/sign-in-outside.db.test.ts",
        "is switched on with an encrypted issuer and everything filled in; the client's secret is kept sealed",
      ],
    ],
  },
  {
    id: "10.5.4",
    level: 2,
    words: "the audience is us",
    status: "met",
    tests: [
      [
        "systems/teams/actions/sign-in/sign-in-outside.db.test.ts",
        "takes each answer once, in the browser that asked, and none with another state or a code of someone else",
      ],
    ],
  },
  { id: "10.5.5", level: 2, words: "back-channel sign-out", status: "na", why: "not offered" },
  { id: "10.6.1", level: 2, words: "provider: response modes", status: "na", why: "we are no provider" },
  { id: "10.6.2", level: 2, words: "provider: forced sign-out", status: "na", why: "we are no provider" },
  { id: "10.7.1", level: 2, words: "consent", status: "na", why: "we are no provider" },
  { id: "10.7.2", level: 2, words: "consent's words", status: "na", why: "we are no provider" },
  { id: "10.7.3", level: 2, words: "consent taken back", status: "na", why: "we are no provider" },
  {
    id: "11.1.1",
    level: 2,
    words: "how keys live is written down",
    status: "met",
    tests: [
      ["apps/cli/keys.db.test.ts", "rotate draws a version, keeps the old one, and a process that follows the file knows both"],
    ],
  },
  {
    id: "11.1.2",
    level: 2,
    words: "what is encrypted with what is written down",
    status: "partly",
    why: "docs/operations/keys.md and docs/adr/0201; no single list of all keys",
  },
  {
    id: "11.2.1",
    level: 2,
    words: "libraries that were proven",
    status: "met",
    tests: [["systems/residents/ciphers.test.ts", "SM4: GB/T 32907-2016, A.1"]],
  },
  {
    id: "11.2.2",
    level: 2,
    words: "algorithms and keys can change",
    status: "met",
    tests: [["apps/cli/keys.db.test.ts", "profile sm writes SM4 and SM3 and seals anew what is there; aes comes back"]],
  },
  {
    id: "11.2.3",
    level: 2,
    words: "128 bits",
    status: "partly",
    why: "AES-256, SM4-128, SHA-256, SM3; no test names the strength",
  },
  {
    id: "11.3.1",
    level: 1,
    words: "no weak modes",
    status: "met",
    tests: [["systems/residents/ciphers.test.ts", "no nonce and no ciphertext comes twice"]],
  },
  {
    id: "11.3.2",
    level: 1,
    words: "approved ciphers",
    status: "met",
    tests: [["systems/residents/ciphers.test.ts", "opens to what was sealed, at its place alone"]],
  },
  {
    id: "11.3.3",
    level: 2,
    words: "ciphertext cannot be changed",
    status: "met",
    tests: [["systems/residents/ciphers.test.ts", "not a bit of it can be changed, none left out, none added"]],
  },
  {
    id: "11.4.1",
    level: 1,
    words: "approved hashes",
    status: "met",
    tests: [["systems/ledger/line.test.ts", "line %i"]],
  },
  {
    id: "11.4.2",
    level: 2,
    words: "passwords by a slow hash",
    status: "met",
    tests: [
      [
        "systems/teams/passwords.db.test.ts",
        "is kept as argon2id with 19 MiB and two passes, with another salt each time, and as nothing else",
      ],
    ],
  },
  {
    id: "11.4.3",
    level: 2,
    words: "256 bits where collisions matter",
    status: "met",
    tests: [["systems/ledger/line.test.ts", "line %i"]],
  },
  { id: "11.4.4", level: 2, words: "keys from passwords", status: "na", why: "no key is made from a password" },
  {
    id: "11.5.1",
    level: 2,
    words: "128 random bits",
    status: "met",
    tests: [
      ["systems/teams/actions/sign-in/sign-in.db.test.ts", "gives a token that stands for the person, kept only as a hash"],
    ],
  },
  {
    id: "11.6.1",
    level: 2,
    words: "public keys",
    status: "partly",
    why: "signatures of passkeys and ID tokens are checked by their libraries, and refusals are walked; the program itself makes no key pair, and no test names the curves that are taken",
    tests: [["systems/teams/actions/sign-in/passkeys.db.test.ts", "refuses a passkey %s"]],
  },
  {
    id: "12.1.1",
    level: 1,
    words: "TLS 1.2 and 1.3",
    status: "na",
    why: "TLS ends at the county's proxy; docs/operations/start.md asks for it",
  },
  { id: "12.1.2", level: 2, words: "cipher suites", status: "na", why: "TLS ends at the county's proxy" },
  { id: "12.1.3", level: 2, words: "client certificates", status: "na", why: "none" },
  {
    id: "12.2.1",
    level: 1,
    words: "TLS for everybody outside",
    status: "met",
    tests: [
      [
        "systems/teams/sign-in-http.db.test.ts",
        "is not given over an open wire: that is said before the password is looked at, and with what to do",
      ],
      ["tests/http/headers.test.ts", "asks for TLS for a year where it came over TLS"],
    ],
  },
  { id: "12.2.2", level: 1, words: "public certificates", status: "na", why: "the county's proxy" },
  {
    id: "12.3.1",
    level: 2,
    words: "TLS inside as well",
    status: "partly",
    why: "the database is a local socket, or the county's by sslmode in its URL; doctor does not yet insist",
  },
  { id: "12.3.2", level: 2, words: "certificates are checked", status: "partly", why: "Node's and libpq's defaults; no test" },
  { id: "12.3.3", level: 2, words: "HTTP inside", status: "na", why: "one process; the proxy is on the same machine" },
  { id: "12.3.4", level: 2, words: "trusted inside certificates", status: "na", why: "one process" },
  {
    id: "13.1.1",
    level: 2,
    words: "whom the program talks to is written down",
    status: "partly",
    why: "the issuer of sign-in is the one outgoing address; no paper of its own",
    tests: [["systems/teams/actions/sign-in/sign-in-outside.db.test.ts", "is off until somebody switches it on"]],
  },
  {
    id: "13.2.1",
    level: 2,
    words: "parts prove themselves to each other",
    status: "partly",
    why: "the database login has a random password or a socket's owner; it does not expire",
    tests: [
      [
        "foundation/postgres/embedded.test.ts",
        "a half-made cluster is made again; lost passwords are set anew; the owner is no superuser and strangers stay out",
      ],
    ],
  },
  {
    id: "13.2.2",
    level: 2,
    words: "least rights for each part",
    status: "met",
    tests: [
      ["tests/architecture/row-level-security.db.test.ts", "owns nothing"],
      [
        "tests/architecture/row-level-security.db.test.ts",
        "neither it nor a group role is a superuser, bypasses security, or may make things",
      ],
    ],
  },
  {
    id: "13.2.3",
    level: 2,
    words: "no default secrets",
    status: "met",
    tests: [
      [
        "foundation/postgres/embedded.test.ts",
        "a half-made cluster is made again; lost passwords are set anew; the owner is no superuser and strangers stay out",
      ],
    ],
  },
  {
    id: "13.2.4",
    level: 2,
    words: "an allow-list of what may be reached",
    status: "partly",
    why: "the issuer alone is reached; there is no list that a firewall reads",
  },
  {
    id: "13.2.5",
    level: 2,
    words: "and from which the server loads",
    status: "met",
    tests: [
      [
        "tests/http/policy-in-a-browser.test.ts",
        "every screen of the desk stands within its policy, and what is put into it does not run",
      ],
    ],
  },
  {
    id: "13.3.1",
    level: 2,
    words: "secrets in their own place",
    status: "partly",
    why: "a key file of its own (0600), never in backups, split on paper; no vault product",
    tests: [["apps/cli/keys.db.test.ts", "status shows version, profile and papers, and never a key"]],
  },
  {
    id: "13.3.2",
    level: 2,
    words: "least access to secrets",
    status: "met",
    tests: [["apps/cli/keys.db.test.ts", "status shows version, profile and papers, and never a key"]],
  },
  {
    id: "13.4.1",
    level: 1,
    words: "no .git is served",
    status: "met",
    tests: [
      [
        "tests/http/fuzz.test.ts",
        "nothing that lies beside the program is served: no repository, no settings, no source, however its path is written",
      ],
      ["tests/http/uploads.test.ts", "the second origin has nothing else: no folder, no page, no API, no other method"],
    ],
  },
  {
    id: "13.4.2",
    level: 2,
    words: "no debug mode",
    status: "partly",
    why: "what is built is React's production form; no test names every component's debug mode",
  },
  {
    id: "13.4.3",
    level: 2,
    words: "no folder is listed",
    status: "met",
    tests: [
      [
        "tests/http/fuzz.test.ts",
        "nothing that lies beside the program is served: no repository, no settings, no source, however its path is written",
      ],
      ["tests/http/uploads.test.ts", "the second origin has nothing else: no folder, no page, no API, no other method"],
    ],
  },
  {
    id: "13.4.4",
    level: 2,
    words: "no TRACE",
    status: "met",
    tests: [["tests/http/fuzz.test.ts", "a method that a path does not have gets 404 or 405, TRACE too"]],
  },
  {
    id: "13.4.5",
    level: 2,
    words: "documents of the API on purpose",
    status: "partly",
    why: "/api/openapi.json is open on purpose: the code is too; it holds shapes and no data",
    tests: [["tests/architecture/refusals-and-routes.test.ts", "stands in an OpenAPI 3.1 document under its method and path"]],
  },
  {
    id: "14.1.1",
    level: 2,
    words: "sensitive data are named",
    status: "partly",
    why: "what is sealed and what forms ask is written down; not every column has a class",
    tests: [["tests/architecture/never.test.ts", "every field of a form is named with its purpose and basis"]],
  },
  {
    id: "14.1.2",
    level: 2,
    words: "what each needs is written down",
    status: "partly",
    why: "identities, readings, journal; not every class has its retention yet",
  },
  {
    id: "14.2.1",
    level: 1,
    words: "nothing sensitive in URLs",
    status: "partly",
    why: "telephone and codes travel in bodies, links are masked in logs; a matter's link holds its own secret by design (QR)",
  },
  {
    id: "14.2.2",
    level: 2,
    words: "nothing sensitive in shared caches",
    status: "met",
    tests: [
      [
        "tests/journeys/portal-http.test.ts",
        "what is personal is never kept; what is being written is kept by the browser's history alone",
      ],
    ],
  },
  {
    id: "14.2.3",
    level: 2,
    words: "nothing to others",
    status: "met",
    tests: [
      ["tests/architecture/never.test.ts", "no package that knows faces, plates or voices, or follows users"],
      ["tests/http/policy-in-a-browser.test.ts", "every page of the portal stands within its policy"],
    ],
  },
  {
    id: "14.2.4",
    level: 2,
    words: "the controls are there",
    status: "met",
    tests: [
      ["systems/residents/no-dump-holds-a-person.db.test.ts", "pg_dump of everything, right after intake and indexing"],
      ["systems/residents/actions/note-readings.db.test.ts", "each opening of an identity is its own, with its purpose"],
      ["foundation/files/documents.test.ts", "a DOCX: author, company, commenters, EXIF of its photographs; its words stay"],
    ],
  },
  {
    id: "14.3.1",
    level: 1,
    words: "the screen forgets at sign-out",
    status: "partly",
    why: "drafts lie sealed on the server and the screens go at sign-out; no test walks the browser's storage afterwards",
  },
  {
    id: "14.3.2",
    level: 2,
    words: "no-store",
    status: "met",
    tests: [
      ["tests/http/headers.test.ts", "says what a browser may not do with it"],
      [
        "tests/journeys/portal-http.test.ts",
        "what is personal is never kept; what is being written is kept by the browser's history alone",
      ],
    ],
  },
  {
    id: "14.3.3",
    level: 2,
    words: "nothing sensitive in browser storage",
    status: "partly",
    why: "drafts are kept sealed on the server; that no screen uses local storage for more is read by eye",
  },
  {
    id: "15.1.1",
    level: 1,
    words: "how fast libraries are renewed is written down",
    status: "missing",
    why: "no such paper yet",
  },
  {
    id: "15.1.2",
    level: 2,
    words: "a list of all libraries",
    status: "partly",
    why: "the lockfile, checked by name; no SBOM file is built yet",
    tests: [["tests/architecture/never.test.ts", "no package that knows faces, plates or voices, or follows users"]],
  },
  {
    id: "15.1.3",
    level: 2,
    words: "what is costly is written down",
    status: "partly",
    why: "docs/performance.md names what is costly; the limits stand in docs/adr/0213",
    tests: [
      ["tests/http/headers.test.ts", "reading waits while a matter can still be told; at four times the pressure both wait"],
    ],
  },
  { id: "15.2.1", level: 1, words: "nothing older than that", status: "missing", why: "see 15.1.1" },
  {
    id: "15.2.2",
    level: 2,
    words: "costly things are held",
    status: "met",
    tests: [
      ["tests/http/headers.test.ts", "reading waits while a matter can still be told; at four times the pressure both wait"],
      [
        "tests/journeys/portal-flood.test.ts",
        "ten times what goes through at once, from one part of the network: it waits, longer and longer, and nothing more is written",
      ],
    ],
  },
  {
    id: "15.2.3",
    level: 2,
    words: "only what is needed runs",
    status: "met",
    tests: [["tests/architecture/import-law.test.ts", "has a probe for every rule"]],
  },
  {
    id: "15.3.1",
    level: 1,
    words: "only the fields needed are returned",
    status: "met",
    tests: [["tests/matrix/http.db.test.ts", "no answer holds a field that nobody granted"]],
  },
  {
    id: "15.3.2",
    level: 2,
    words: "no redirects are followed outward",
    status: "met",
    tests: [
      [
        "systems/teams/actions/sign-in/sign-in-outside.db.test.ts",
        "is switched on with an encrypted issuer and everything filled in; the client's secret is kept sealed",
      ],
    ],
  },
  {
    id: "15.3.3",
    level: 2,
    words: "only known fields are written",
    status: "met",
    tests: [
      ["tests/http/fuzz.test.ts", "of all the requests made from the contract, none is answered by a fault or against its shape"],
    ],
  },
  {
    id: "15.3.4",
    level: 2,
    words: "the right address behind a proxy",
    status: "partly",
    why: "forwarded addresses are trusted from loopback alone and counted by network",
    tests: [["apps/portal/network-of.test.ts", "a part of the network is counted, never an address"]],
  },
  {
    id: "15.3.5",
    level: 2,
    words: "types are checked",
    status: "met",
    tests: [
      ["tests/http/fuzz.test.ts", "of all the requests made from the contract, none is answered by a fault or against its shape"],
    ],
  },
  {
    id: "15.3.6",
    level: 2,
    words: "no prototype is polluted",
    status: "met",
    tests: [
      ["tests/http/fuzz.test.ts", "of all the requests made from the contract, none is answered by a fault or against its shape"],
    ],
  },
  {
    id: "15.3.7",
    level: 2,
    words: "parameters given twice",
    status: "met",
    tests: [["tests/http/fuzz.test.ts", "a parameter given twice is not understood, where one is meant"]],
  },
  {
    id: "16.1.1",
    level: 2,
    words: "what is logged is written down",
    status: "partly",
    why: "the journal and readings are; a single list of all logs is not",
  },
  {
    id: "16.2.1",
    level: 2,
    words: "who, what, when, where",
    status: "met",
    tests: [["systems/ledger/line.test.ts", "number and previous leaf are filled by the writing statement, once"]],
  },
  {
    id: "16.2.2",
    level: 2,
    words: "one clock, UTC",
    status: "met",
    tests: [["foundation/time/time.test.ts", "turns at 16:00 UTC"]],
  },
  {
    id: "16.2.3",
    level: 2,
    words: "logs only where they should be",
    status: "met",
    tests: [["foundation/postgres/embedded.test.ts", "what a resident said never reaches the server's log"]],
  },
  {
    id: "16.2.4",
    level: 2,
    words: "logs that a machine reads",
    status: "partly",
    why: "the journal is canonical JSON and the program's log is one JSON object a line; that every line of the log parses is read by eye",
    tests: [["tests/canary/canary-histories.db.test.ts", "no queued job carries a canary, and no line of the program's log"]],
  },
  {
    id: "16.2.5",
    level: 2,
    words: "logs by what is sensitive",
    status: "met",
    tests: [
      ["foundation/postgres/embedded.test.ts", "what a resident said never reaches the server's log"],
      ["tests/canary/canary-histories.db.test.ts", "no queued job carries a canary, and no line of the program's log"],
    ],
  },
  {
    id: "16.3.1",
    level: 2,
    words: "sign-ins are logged",
    status: "partly",
    why: "kept with the account (tries, sessions), not each in the journal",
    tests: [
      [
        "systems/teams/actions/sign-in/sign-in.db.test.ts",
        "rests an account after five wrong tries, even for the right password, for fifteen minutes",
      ],
    ],
  },
  {
    id: "16.3.2",
    level: 2,
    words: "refusals are logged",
    status: "partly",
    why: "refused identities are journalled; not every 403",
  },
  {
    id: "16.3.3",
    level: 2,
    words: "security events are logged",
    status: "partly",
    why: "approvals, readings, resets; attempts at validation are not",
    tests: [
      ["systems/approvals/approvals.db.test.ts", "each step is a line of the journal, chained, and says who held which post"],
    ],
  },
  {
    id: "16.3.4",
    level: 2,
    words: "faults are logged",
    status: "met",
    tests: [
      [
        "tests/faults/database-away.test.ts",
        "keeps each acknowledged matter once, numbers without a gap, and asks to try again in a sentence",
      ],
    ],
  },
  {
    id: "16.4.1",
    level: 2,
    words: "logs cannot be broken by what is written",
    status: "met",
    tests: [["systems/ledger/line.test.ts", "a public group holds no words of a person"]],
  },
  {
    id: "16.4.2",
    level: 2,
    words: "logs cannot be changed",
    status: "met",
    tests: [
      ["tests/architecture/row-level-security.db.test.ts", "the journal can be added to, and neither changed nor shortened"],
      ["systems/ledger/store/journal.access.db.test.ts", "%s cannot change, delete or empty it"],
    ],
  },
  {
    id: "16.4.3",
    level: 2,
    words: "logs elsewhere too",
    status: "partly",
    why: "by backups alone; no second machine receives lines as they are written",
  },
  {
    id: "16.5.1",
    level: 2,
    words: "no inside in error texts",
    status: "met",
    tests: [
      ["tests/http/fuzz.test.ts", "of all the requests made from the contract, none is answered by a fault or against its shape"],
    ],
  },
  {
    id: "16.5.2",
    level: 2,
    words: "safe when something outside is away",
    status: "met",
    tests: [
      [
        "tests/faults/database-away.test.ts",
        "keeps each acknowledged matter once, numbers without a gap, and asks to try again in a sentence",
      ],
      ["systems/teams/actions/sign-in/sign-in-outside.db.test.ts", "says so when it is away"],
    ],
  },
  {
    id: "16.5.3",
    level: 2,
    words: "faults never let through",
    status: "met",
    tests: [
      ["systems/matters/actions/act-in-one-go.db.test.ts", "all or none: what the second act may not do, the first has not done"],
      [
        "tests/faults/database-away.test.ts",
        "keeps each acknowledged matter once, numbers without a gap, and asks to try again in a sentence",
      ],
      ["apps/api/without-keys.test.ts", "without its keys the program writes nothing and says so; officers may read and sign in"],
    ],
  },
  { id: "17.1.1", level: 2, words: "TURN addresses", status: "na", why: "no WebRTC" },
  { id: "17.2.1", level: 2, words: "DTLS keys", status: "na", why: "no WebRTC" },
  { id: "17.2.2", level: 2, words: "DTLS suites", status: "na", why: "no WebRTC" },
  { id: "17.2.3", level: 2, words: "SRTP", status: "na", why: "no WebRTC" },
  { id: "17.2.4", level: 2, words: "media, malformed", status: "na", why: "no WebRTC" },
  { id: "17.3.1", level: 2, words: "signalling floods", status: "na", why: "no WebRTC" },
  { id: "17.3.2", level: 2, words: "signalling, malformed", status: "na", why: "no WebRTC" },
];
