/**
 * Who may use whom. The order is the reading order: a system may use only systems above it, and of those only the
 * ones named here. Everything that looks the other way goes by an event or by a lane. The import law is generated
 * from this table (scripts/check.mjs), and tests/architecture breaks each rule once to see it fire.
 */
export const SYSTEMS = {
  law: [],
  ledger: ["law"],
  territory: ["law", "ledger"],
  teams: ["law", "ledger", "territory"],
  clocks: ["law", "ledger"],
  residents: ["law", "ledger"],
  approvals: ["law", "ledger", "teams", "residents"],
  papers: [],
  dispatch: ["law", "ledger", "territory", "teams"],
  matters: ["law", "ledger", "territory", "teams", "clocks", "residents", "approvals", "dispatch"],
  service: ["law", "ledger", "teams", "clocks", "matters"],
  referral: ["law", "ledger", "teams", "clocks", "matters"],
  mediation: ["law", "ledger", "territory", "teams", "clocks", "residents", "papers", "matters"],
  orders: ["ledger", "matters", "residents"],
  surveys: ["ledger", "territory", "teams", "clocks", "matters", "residents"],
  supervision: ["ledger", "territory", "teams", "clocks", "residents", "matters"],
  insight: ["law", "ledger", "territory", "teams", "clocks", "matters", "service", "referral"],
} as const satisfies Record<string, readonly string[]>;

export type SystemName = keyof typeof SYSTEMS;
