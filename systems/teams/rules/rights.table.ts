/**
 * What a right belongs to. The three administrations (system, security, audit) are never in one hand; what is sealed is never in the hand
 * of an administrator; audit and inspection stand alone.
 */
export const RIGHT_CLASSES = ["ordinary", "sealed", "system", "security", "audit", "inspection"] as const;
export type RightClass = (typeof RIGHT_CLASSES)[number];

interface RightSaid {
  readonly class: RightClass;
  /** A few words for a list. */
  readonly short: { readonly zh: string; readonly en: string };
  /** One sentence: what it lets the holder of the post do. */
  readonly says: { readonly zh: string; readonly en: string };
}
const right = (of: RightClass, zh: string, en: string, saysZh: string, saysEn: string): RightSaid => ({
  class: of,
  short: { zh, en },
  says: { zh: saysZh, en: saysEn },
});

/** Every right that a post of this county can carry. Server, screens, county data and docs read this one table. */
export const RIGHTS = {
  "matters.read": right(
    "ordinary",
    "看",
    "read",
    "看本辖区、本单位范围内的事项。",
    "Reads the matters of the post's own area or unit.",
  ),
  "matters.receive": right(
    "ordinary",
    "登记",
    "take in",
    "登记来件，当面或电话受理。",
    "Takes matters in, at the counter or by telephone.",
  ),
  "matters.triage": right(
    "ordinary",
    "受理",
    "accept",
    "判断受理不受理、是哪一类、急不急。",
    "Decides whether a matter is accepted, of what kind, how urgent.",
  ),
  "matters.dispatch": right(
    "ordinary",
    "派单",
    "dispatch",
    "把事项派给承办单位，裁定派单异议。",
    "Gives matters to the unit in charge and rules on objections.",
  ),
  "matters.handle": right(
    "ordinary",
    "办理",
    "handle",
    "承办派给本单位的事项并答复。",
    "Handles what is given to the unit, and answers.",
  ),
  "matters.verify": right("ordinary", "核实", "verify", "核实答复是不是真办了。", "Verifies whether what was answered was done."),
  "matters.supervise": right("ordinary", "督办", "supervise", "督办、批延期。", "Supervises, and grants more time."),
  "matters.export": right(
    "ordinary",
    "导出",
    "export",
    "导出表格，向上级平台回复。",
    "Exports sheets and sends replies to platforms above.",
  ),
  "matters.import": right("ordinary", "导入", "import", "从表格导入事项。", "Brings matters in from sheets."),
  "insight.read": right("ordinary", "看一张图", "see figures", "看统计和一张图。", "Sees the figures and the one map."),
  "rules.edit": right(
    "ordinary",
    "改规则",
    "edit rules",
    "修改派单规则和目录，提出新版本。",
    "Edits dispatch rules and the catalogue, and proposes versions.",
  ),
  "rules.approve": right(
    "ordinary",
    "批派单目录",
    "approve rules",
    "批准别人提出的规则和目录版本。",
    "Approves versions that another post proposed.",
  ),
  "law.keep": right("ordinary", "管依据", "keep the law register", "维护依据条文。", "Keeps the register of articles."),
  "knowledge.edit": right("ordinary", "改知识", "edit knowledge", "维护答复口径和办事知识。", "Keeps answers and know-how."),
  "surveys.call": right("ordinary", "回访", "call back", "办结后回访群众。", "Calls residents back after closing."),
  "clocks.calendar": right(
    "ordinary",
    "管节假日和期限",
    "keep the calendar",
    "录入节假日、上下班时间和期限。",
    "Enters holidays, office hours and terms.",
  ),
  "identities.open": right(
    "sealed",
    "看保密件身份",
    "open sealed identities",
    "经另一个人同意，查看保密件来件人的身份。",
    "Opens an identity of a sealed matter once another person has agreed.",
  ),
  "identities.approve": right(
    "sealed",
    "批查看身份",
    "approve openings",
    "批准或拒绝别人查看身份、紧急查看的申请。",
    "Approves or refuses what others ask to open, break-glass too.",
  ),
  "residents.erase": right(
    "sealed",
    "清除身份",
    "erase identities",
    "申请并经批准后，永久清除一件事的来件人身份。",
    "Asks for the erasure of who stands behind a matter, and does it once approved.",
  ),
  "erasures.approve": right(
    "sealed",
    "批清除身份",
    "approve erasures",
    "批准或拒绝清除来件人身份的申请。",
    "Approves or refuses erasures that another person asked for.",
  ),
  "inspections.approve": right(
    "sealed",
    "批检查计划",
    "approve inspections",
    "批准或拒绝检查计划。",
    "Approves or refuses plans of inspection.",
  ),
  "teams.manage": right(
    "system",
    "安排人员",
    "arrange people",
    "设单位、岗位，开账号，安排人到普通岗位。",
    "Sets up units and posts, opens accounts, puts people on ordinary posts.",
  ),
  "territory.manage": right("system", "管地名", "keep places", "维护地名和区划。", "Keeps places and boundaries."),
  "teams.secure": right(
    "security",
    "安全管理",
    "administer security",
    "授予保密和管理权限，重设登录，结束会话，解锁账号。",
    "Grants sealed and administrative rights, resets sign-ins, ends sessions, unlocks accounts.",
  ),
  "teams.audit": right(
    "audit",
    "审计",
    "audit",
    "看审批和查看身份的记录；看不到事项内容，也不能改任何东西。",
    "Reads the records of approvals and of identities opened; no matter's contents, and changes nothing.",
  ),
  "inspections.read": right(
    "inspection",
    "检查",
    "inspect",
    "在批准的检查计划内只读查看事项；看不到身份和保密件。",
    "Reads the matters of an approved plan; no identities, nothing sealed, changes nothing.",
  ),
} as const satisfies Record<string, RightSaid>;

export type RightName = keyof typeof RIGHTS;

/** The class of a right; what the table does not know is ordinary. */
export const classOfRight = (name: string): RightClass => (RIGHTS as Record<string, RightSaid>)[name]?.class ?? "ordinary";
