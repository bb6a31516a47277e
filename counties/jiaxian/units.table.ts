import type { Account, Post, Right, Unit, UnitKind } from "../template/shapes.ts";

/** 示例配置: the offices every county has, in general terms; the county's real list replaces it. No person is named. */
const department = (
  code: string,
  zh: string,
  en: string,
  alsoCalled: string[] = [],
  kind: UnitKind = "county department",
): Unit => ({
  code,
  name: { zh, en },
  shortName: zh.replace(/^县(?=.{3})|（示例）$/g, ""),
  kind,
  parent: "county-centre",
  level: "county",
  alsoCalled,
  trust: "example",
});

export const countyUnits: readonly Unit[] = [
  {
    code: "county-centre",
    name: { zh: "郏县综治中心", en: "Jiaxian County Centre" },
    shortName: "县综治中心",
    kind: "county centre",
    parent: null,
    level: "county",
    place: "410425",
    alsoCalled: ["县综治中心", "社会治安综合治理中心"],
    trust: "example",
  },
  {
    ...department("discipline", "县纪委监委（示例）", "Discipline inspection (example)", ["纪委", "监委", "纪检", "纪检监察"]),
    parent: null,
  },
  department("housing", "县住房和城乡建设局", "Housing and Construction", ["住建局", "房管局", "房产局"]),
  department("city-management", "县城市管理局", "City Management", ["城管局", "城管", "执法局", "环卫处"]),
  department("transport", "县交通运输局", "Transport", ["交通局", "公路局", "运管所"]),
  department("police", "县公安局", "Public Security", ["公安局", "派出所", "交警队", "交警大队", "交警"]),
  department("labour", "县人力资源和社会保障局", "Human Resources and Social Security", [
    "人社局",
    "劳动局",
    "劳动监察",
    "劳动监察大队",
    "社保局",
  ]),
  department("education", "县教育体育局", "Education and Sports", ["教体局", "教育局"]),
  department("health", "县卫生健康委员会", "Health", ["卫健委", "卫生局"]),
  department("ecology", "生态环境分局", "Ecology and Environment Branch", ["环保局", "生态环境局", "环境局"]),
  department("natural-resources", "县自然资源局", "Natural Resources", ["国土局", "自然资源局", "不动产登记中心", "林业局"]),
  department("agriculture", "县农业农村局", "Agriculture and Rural Affairs", ["农业局", "农业农村局", "农机局", "畜牧局"]),
  department("water", "县水利局", "Water Conservancy", ["水利局"]),
  department("civil-affairs", "县民政局", "Civil Affairs", ["民政局"]),
  department("market", "县市场监督管理局", "Market Supervision", ["市场监管局", "工商局", "食药监", "质监局", "市监局"]),
  department("justice", "县司法局", "Justice", ["司法局", "司法所", "法律援助中心"]),
  department("petitions", "县信访局", "Petitions", ["信访局"]),
  department("emergency", "县应急管理局", "Emergency Management", ["应急局", "应急管理局", "安监局"]),
  department("medical-insurance", "县医疗保障局", "Medical Insurance", ["医保局"]),
  department("veterans", "县退役军人事务局", "Veterans Affairs", ["退役军人局"]),
  department("government-services", "县行政审批和政务信息管理局", "Government Services", [
    "政务大厅",
    "办事大厅",
    "行政服务中心",
    "政数局",
  ]),
  department("culture", "县文化广电和旅游局", "Culture and Tourism", ["文旅局", "文化局"]),
  department("disabled-federation", "县残疾人联合会", "Disabled Persons' Federation", ["残联"]),
  department("fire-rescue", "县消防救援大队", "Fire and Rescue", ["消防队", "消防大队"]),
  department(
    "power-supply",
    "供电服务单位（示例）",
    "Power supply service (example)",
    ["供电公司", "供电所", "电业局"],
    "outside body",
  ),
  department("water-supply", "供水服务单位（示例）", "Water supply service (example)", ["自来水公司", "水厂"], "outside body"),
  department(
    "heat-gas",
    "供热燃气服务单位（示例）",
    "Heat and gas service (example)",
    ["热力公司", "燃气公司", "天然气公司"],
    "outside body",
  ),
  department("mediation-county", "县人民调解委员会", "County mediation committee", ["县调委会"], "committee"),
  department("mediation-medical", "医疗纠纷人民调解委员会", "Medical mediation committee", ["医调委"], "committee"),
  department("mediation-labour", "劳动争议人民调解委员会", "Labour mediation committee", ["劳调委"], "committee"),
  department("mediation-property", "物业纠纷人民调解委员会", "Estate mediation committee", ["物调委"], "committee"),
];

/** A township or village as the territory's seed gives it. */
export interface SeedPlace {
  readonly code: string;
  readonly name: string;
}

/** Code of the centre that serves a township (9 digits), or of the committee of a village (12 digits). */
export const townshipUnit = (code: string): string => `township-${code}`;
export const villageUnit = (code: string): string => `village-${code}`;

export const townshipUnits = (townships: readonly SeedPlace[]): Unit[] =>
  townships.map(({ code, name }) => ({
    code: townshipUnit(code),
    name: { zh: `${name}综治中心`, en: `${name} township centre` },
    shortName: name,
    kind: "township centre",
    parent: "county-centre",
    level: "township",
    place: code,
    alsoCalled: [name, `${name}${/街道$/.test(name) ? "办事处" : "政府"}`],
    trust: "example",
  }));

export const villageUnits = (villages: readonly SeedPlace[]): Unit[] =>
  villages.map(({ code, name }) => ({
    code: villageUnit(code),
    name: { zh: name, en: name },
    shortName: name.replace(/(?:居民|村民)委员会$/, ""),
    kind: "village centre",
    parent: townshipUnit(code.slice(0, 9)),
    level: "village",
    place: code,
    alsoCalled: [],
    trust: "example",
  }));

const POSTS_OF: Record<UnitKind, readonly (readonly [slug: string, zh: string, en: string, rights: readonly Right[]])[]> = {
  "county centre": [
    ["intake", "受理岗", "Intake post", ["matters.read", "matters.receive", "matters.triage"]],
    [
      "dispatch",
      "派单岗",
      "Dispatch post",
      [
        "matters.read",
        "matters.receive",
        "matters.triage",
        "matters.dispatch",
        "matters.supervise",
        "matters.import",
        "matters.export",
      ],
    ],
    ["verify", "核实岗", "Verification post", ["matters.read", "matters.verify"]],
    ["return-call", "回访岗", "Return-call post", ["matters.read", "surveys.call"]],
    ["handle", "办理岗", "Handling post", ["matters.read", "matters.handle"]],
    [
      "lead",
      "负责人",
      "Head",
      ["matters.read", "matters.dispatch", "matters.supervise", "matters.export", "insight.read", "rules.approve"],
    ],
    [
      "rules",
      "规则与目录岗",
      "Rules and catalogue post",
      ["matters.read", "rules.edit", "knowledge.edit", "clocks.calendar", "law.keep", "insight.read"],
    ],
    ["admin", "系统管理岗", "Administration post", ["teams.manage", "territory.manage"]],
  ],
  "county department": [
    ["handle", "办理岗", "Handling post", ["matters.read", "matters.handle", "knowledge.edit"]],
    ["lead", "负责人", "Head", ["matters.read", "matters.handle", "insight.read"]],
  ],
  "outside body": [["handle", "办理岗", "Handling post", ["matters.read", "matters.handle"]]],
  "township centre": [
    ["intake", "受理岗", "Intake post", ["matters.read", "matters.receive", "matters.triage"]],
    [
      "dispatch",
      "派单岗",
      "Dispatch post",
      ["matters.read", "matters.receive", "matters.triage", "matters.dispatch", "matters.supervise"],
    ],
    ["handle", "办理岗", "Handling post", ["matters.read", "matters.receive", "matters.handle"]],
    ["verify", "核实岗", "Verification post", ["matters.read", "matters.verify"]],
    ["lead", "负责人", "Head", ["matters.read", "matters.supervise", "insight.read"]],
  ],
  "village centre": [
    ["grid", "网格员", "Grid worker", ["matters.read", "matters.receive", "matters.handle"]],
    ["lead", "负责人", "Head", ["matters.read", "matters.receive", "matters.handle"]],
  ],
  committee: [["handle", "调解岗", "Mediation post", ["matters.read", "matters.handle"]]],
};

/** Posts of single units beside those of their kind: who receives reports about the county centre itself does all of it in one house. */
const MORE_POSTS: Readonly<Record<string, (typeof POSTS_OF)[UnitKind]>> = {
  discipline: [
    [
      "reports",
      "信访举报岗",
      "Reports post",
      ["matters.read", "matters.receive", "matters.triage", "matters.dispatch", "matters.handle", "matters.verify"],
    ],
  ],
};

/** The posts of a unit; a township's or village's posts see their own place, a department's what is sent to its unit. */
export const postsOf = (unit: Unit): Post[] =>
  [...POSTS_OF[unit.kind], ...(MORE_POSTS[unit.code] ?? [])].map(([slug, zh, en, rights]) => ({
    code: `${unit.code}.${slug}`,
    unit: unit.code,
    name: { zh, en },
    rights: [...rights],
    scope:
      unit.kind === "county centre"
        ? "county"
        : unit.kind === "township centre" || unit.kind === "village centre"
          ? "places"
          : "units",
  }));

const account = (login: string, zh: string, en: string, ...posts: string[]): Account => ({
  login,
  displayName: { zh, en },
  posts,
});

/** 演示账号: named by their posts; passwords are made when the demonstration county is made. */
export const demoAccounts: readonly Account[] = [
  account("xian-shouli", "县综治中心受理岗甲", "County intake A", "county-centre.intake"),
  account("xian-paidan", "县综治中心派单岗甲", "County dispatch A", "county-centre.dispatch"),
  account("xian-heshi", "县综治中心核实岗甲", "County verification A", "county-centre.verify"),
  account("xian-huifang", "县综治中心回访岗甲", "County return calls A", "county-centre.return-call"),
  account("xian-fuze", "县综治中心负责人岗", "County head", "county-centre.lead"),
  account("xian-guize", "县综治中心规则与目录岗", "County rules and catalogue", "county-centre.rules"),
  account("xian-guanli", "系统管理岗", "Administrator", "county-centre.admin"),
  account("chengguan-banli", "县城市管理局办理岗甲", "City Management handling A", "city-management.handle"),
  account("zhujian-banli", "县住建局办理岗甲", "Housing handling A", "housing.handle"),
  account("renshe-banli", "县人社局办理岗甲", "Labour handling A", "labour.handle"),
  account(
    "zhongtou-paidan",
    "冢头镇综治中心派单岗甲",
    "Zhongtou dispatch A",
    "township-410425101.dispatch",
    "township-410425101.intake",
  ),
  account("jiwei-jubao", "县纪委监委信访举报岗甲", "Discipline reports A", "discipline.reports"),
  account("zhongtou-banli", "冢头镇综治中心办理岗甲", "Zhongtou handling A", "township-410425101.handle"),
  account("zhongtou-heshi", "冢头镇综治中心核实岗甲", "Zhongtou verification A", "township-410425101.verify"),
  account(
    "longshan-banli",
    "龙山街道综治中心办理岗甲",
    "Longshan handling A",
    "township-410425001.handle",
    "township-410425001.intake",
  ),
  account("zhongtou-dongjie", "冢头镇东街村网格员岗甲", "Dongjie grid worker A", "village-410425101202.grid"),
];

export const unitsVersion = 1;
