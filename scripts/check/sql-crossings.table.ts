/** Reviewed: SQL that names another system's tables. docs/adr/0064 holds the reasons at length; a new line is a decision. */
const HOT = "a hot act is one call of one function that writes matter, journal line, clock and sealed reporter together";

export const SQL_CROSSINGS: readonly { readonly file: string; readonly names: readonly string[]; readonly why: string }[] = [
  {
    file: "systems/matters/store/migrations/0065-create-receive.sql",
    names: ["ledger.lines", "residents.line_persons", "residents.reporters", "residents.data_keys", "clocks.running"],
    why: HOT,
  },
  {
    file: "systems/matters/store/migrations/0066-create-act.sql",
    names: [
      "ledger.lines",
      "residents.line_persons",
      "residents.reporters",
      "residents.data_keys",
      "clocks.running",
      "clocks.events",
    ],
    why: HOT,
  },
  {
    file: "systems/matters/store/migrations/0122-receive-with-several-clocks.sql",
    names: ["ledger.lines", "residents.line_persons", "residents.reporters", "residents.data_keys", "clocks.running"],
    why: HOT,
  },
  {
    file: "systems/matters/store/migrations/0224-attach-behind-the-receipt.sql",
    names: ["ledger.lines", "residents.line_persons", "residents.reporters", "residents.data_keys", "clocks.running"],
    why: HOT,
  },
  {
    file: "systems/matters/store/migrations/0170-act-with-several-clocks.sql",
    names: [
      "ledger.lines",
      "residents.line_persons",
      "residents.reporters",
      "residents.data_keys",
      "clocks.running",
      "clocks.events",
    ],
    why: HOT,
  },
  {
    file: "systems/matters/store/migrations/0123-find-a-matter-with-its-clocks.sql",
    names: ["residents.reporters", "ledger.lines", "residents.line_persons", "clocks.running", "clocks.events"],
    why: "all that an act must know in one round trip, in the actor's own context",
  },
  {
    file: "systems/matters/views/verify/matter-reducer.ts",
    names: ["clocks.running"],
    why: "what verify compares must be the rows themselves, thousands of matters at a time",
  },
  {
    file: "systems/matters/store/migrations/0071-create-receive-import.sql",
    names: ["ledger.lines", "residents.line_persons", "residents.reporters", "residents.data_keys", "clocks.running"],
    why: "an import writes the same rows, thousands at a time",
  },
  {
    file: "systems/matters/store/migrations/0217-take-numbers-foreseen.sql",
    names: ["ledger.lines", "residents.line_persons", "residents.reporters", "residents.data_keys", "clocks.running"],
    why: "an import writes the same rows, thousands at a time",
  },
  {
    file: "systems/matters/store/migrations/0072-create-withdraw-import.sql",
    names: ["ledger.lines", "residents.line_persons", "clocks.running", "clocks.events"],
    why: "taking an import back writes the same rows, thousands at a time",
  },
  {
    file: "systems/matters/store/migrations/0111-hand-books-to-dispatch.sql",
    names: ["dispatch.books"],
    why: "rules and catalogue were county data of the spine; their versions move once, as the owner",
  },
  {
    file: "systems/matters/actions/imports/undo-import.ts",
    names: ["ledger.lines"],
    why: "reads matter and first line of thousands of rows in one statement",
  },
  {
    file: "systems/matters/store/migrations/0090-create-find-for-act.sql",
    names: ["residents.reporters", "ledger.lines", "residents.line_persons"],
    why: "all that an act must know in one round trip, in the actor's own context",
  },
  {
    file: "systems/matters/store/migrations/0090-create-find-for-act.sql",
    names: ["service.state_of", "service.requests", "referral.state_of", "referral.referrals"],
    why: "each lane's state_of is created here until a lane brings its own; the spine calls it by the lane's name only",
  },
  {
    file: "systems/matters/store/migrations/0192-keep-the-promise.sql",
    names: ["teams.posts"],
    why: "rows that name a post get its unit once, as the owner",
  },
  {
    file: "systems/matters/store/migrations/0193-close-what-hangs-on-a-matter.sql",
    names: ["supervision.notices", "supervision.orders"],
    why: "whoever may not see a matter sees nothing that hangs on it: one sentence, written where the matter's own policy stands",
  },
  {
    file: "systems/residents/store/migrations/0203-close-readings-with-the-matter.sql",
    names: ["matters.close_with_the_matter"],
    why: "readings hang on a matter and are closed with it, by the spine's own sentence",
  },
  {
    file: "systems/supervision/store/migrations/0222-close-an-orders-lines-with-the-order.sql",
    names: ["ledger.lines"],
    why: "an order's journal lines hold its words and are closed with it",
  },
];
