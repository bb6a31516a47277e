export interface HelpPage {
  readonly brief: readonly [string, string];
  readonly usage: string;
  readonly options: readonly (readonly [string, string, string])[];
  readonly text: readonly [string, string];
}

const DATA = ["--data DIR", "数据目录（默认 ./data，或环境变量 LINLI_DATA）", "data folder (./data, or LINLI_DATA)"] as const;
const LANG = [
  "--lang zh-CN|en",
  "界面语言（默认中文；LANG 以 en 开头时用英文）",
  "language (Chinese, unless LANG begins with en)",
] as const;

/** `linli --help`, Chinese and English. */
export const HELP = {
  start: {
    brief: ["启动邻里，直到按 Ctrl-C", "run Linli until Ctrl-C"],
    usage: "start [--demo] [--port N] [--host H] [--data DIR] [--services api,jobs] [--without-keys]",
    options: [
      [
        "--demo",
        "在空数据目录里建立示范县（数据均为虚构，密码随机）",
        "on an empty data folder, set up a made-up county with random passwords",
      ],
      ["--port N", "端口（默认 8080；被占用则用下一个空闲端口）", "port (8080; the next free one where it is taken)"],
      [
        "--host H",
        "监听地址（默认 127.0.0.1，只有本机能访问；0.0.0.0 对外开放）",
        "address to listen on (127.0.0.1: this machine only; 0.0.0.0: all)",
      ],
      [
        "--services S",
        "本进程承担的工作：api（网页）、jobs（后台任务），默认两者",
        "what this process does: api, jobs, or both (default)",
      ],
      [
        "--without-keys",
        "密钥文件丢失时只查看：不显示身份信息，什么也不写入",
        "for reading only, after the key file was lost: no identities, nothing written",
      ],
      DATA,
      LANG,
    ],
    text: [
      "首次启动会设立第一位管理员（在终端询问，或取自 LINLI_ADMIN_NAME 与 LINLI_ADMIN_PASSWORD）。\n默认使用随附的 PostgreSQL 18；设置 DATABASE_URL（运行用）与 DATABASE_OWNER_URL（更新结构用）可改用自己的服务器（15 或更新）。\n密钥文件默认在 数据目录/keys，可用 LINLI_KEYS 移到别处；请另外保管一份，不要与备份放在一起。\n程序升级后首次启动会先自动备份，再更新数据结构。",
      "The first start sets up an administrator (asked at the terminal, or LINLI_ADMIN_NAME and LINLI_ADMIN_PASSWORD).\nThe carried PostgreSQL 18 is used unless DATABASE_URL (to run with) and DATABASE_OWNER_URL (to change the schema with) name a server of your own, 15 or later.\nThe key file lies in DATA/keys unless LINLI_KEYS names another place; keep a copy of it elsewhere, never beside a backup.\nAfter an upgrade of the program the first start takes a backup, then updates the schema.",
    ],
  },
  import: {
    brief: ["从表格导入事项", "import matters from a spreadsheet"],
    usage: "import FILE [--yes] [--map COLUMN=FIELD …] [--shift-years N] [--pseudonyms] [--data DIR]",
    options: [
      ["--yes", "不询问，按建议的对应关系导入", "do not ask: import with the proposed mapping"],
      [
        "--map COLUMN=FIELD",
        "改一列的对应（列名=字段，可多次），字段如 text、title、receivedAt、place；ignore 表示不导入",
        "say what a column is (repeatable): text, title, receivedAt, place …; ignore leaves it out",
      ],
      ["--shift-years N", "全部时间移动 N 年", "move all dates by N years"],
      [
        "--pseudonyms",
        "地名是化名，按随附对照表换成乡镇",
        "places are pseudonyms: replace them by townships by the committed table",
      ],
      DATA,
      LANG,
    ],
    text: [
      "读取 CSV 或 XLSX（UTF-8 或 GB18030），先给出列对应关系并试运行，确认后导入；未被办理的导入可以在“导入”页撤销。\n中断后再导同一个文件，已导入的行不会重复。姓名、电话、住址、账号加密保存。",
      "Reads CSV or XLSX (UTF-8 or GB18030), proposes which column is what, tries it without writing, then imports; an import on which nobody acted can be undone on the page Imports.\nAfter an interruption import the same file again: rows that are in never come twice. Names, telephones, home addresses and accounts are sealed.",
    ],
  },
  export: {
    brief: ["导出事项为表格", "export matters as a spreadsheet"],
    usage: "export FILE [--as csv|xlsx] [--filter URL] [--upper] [--platform CODE] [--again ID] [--data DIR]",
    options: [
      ["--as csv|xlsx", "格式（默认看文件名；10 万行以上用 csv）", "form (by FILE's name; csv beyond 100,000 rows)"],
      ["--filter URL", "列表页地址，按其筛选条件导出", "address of a list: its filters apply"],
      ["--upper", "只导上级平台来件：原编号、原列和答复", "orders of a higher platform: their number, their columns, our reply"],
      [
        "--platform",
        "按这个上级平台的表头生成上报文件，每条答复只报一次",
        "the file of replies in this platform's columns; each reply goes once",
      ],
      ["--again", "应平台要求重报这份文件（编号）", "the same file once more, by its id"],
      DATA,
      LANG,
    ],
    text: [
      "不含姓名、电话、住址。以公式开头的文字会加引号，避免在表格软件里被执行。",
      "Holds no names, telephones or home addresses. Text that begins like a formula is quoted, so that no spreadsheet runs it.",
    ],
  },
  verify: {
    brief: ["核对账本：由账本重建每一事项的状态并比较", "check the journal: rebuild every state from it and compare"],
    usage: "verify [--json] [--data DIR]",
    options: [["--json", "结果写成 JSON，供程序读取", "write the result as JSON, for programs"], DATA, LANG],
    text: [
      "逐行核对流水，由流水重建每一事项的状态，查编号是否连续，并重新计算附件的指纹；只读不改。\n被改动、缺失的行会逐条列出；依法清除的内容显示为“已清除”。退出码不为 0 表示有差异。",
      "Checks the journal line by line, rebuilds every state from it, looks for gaps in the numbers and hashes the attachments again; reads only.\nChanged or missing lines are listed one by one; what was erased by law shows as “erased”. The exit code is not 0 where anything differs.",
    ],
  },
  seed: {
    brief: ["补充县的基础数据（目录、规则、模板）", "add a county's basic data (categories, rules, templates)"],
    usage: "seed [--data DIR]",
    options: [DATA, LANG],
    text: ["只补缺少的内容，县里改过的一律不动。", "Adds only what is missing; nothing the county changed is touched."],
  },
  backup: {
    brief: ["在线备份到一个文件", "back up into one file, while people work"],
    usage: "backup [FILE] [--data DIR]",
    options: [DATA, LANG],
    text: [
      "备份取自同一时刻的完整数据，含附件，不含密钥文件；每张表附行数与 SHA-256。不写 FILE 时存入 数据目录/backups。\n邻里运行时也可备份。密钥文件请另行保管。",
      "Everything as of one moment, attachments included, the key file never; each table with its row count and SHA-256. Without FILE it goes to DATA/backups.\nLinli may be running. Keep the key file elsewhere.",
    ],
  },
  restore: {
    brief: ["从备份恢复到空的数据目录", "restore a backup into an empty data folder"],
    usage: "restore FILE [--data DIR]",
    options: [DATA, LANG],
    text: [
      "逐表核对行数与 SHA-256，全部无误才算完成；中断的恢复不能启动。恢复后请把保管的密钥文件放回，再运行 linli start。",
      "Row counts and SHA-256 are checked table by table; only a whole restore can be started. Afterwards put your kept key file back and run linli start.",
    ],
  },
  "reset-sign-in": {
    brief: ["在服务器上重置一个账号的登录", "reset the sign-in of an account, at the machine itself"],
    usage: "reset-sign-in NAME [--second-factor] [--data DIR]",
    options: [["--second-factor", "只重置第二种登录方式，密码不变", "only the second factor; the password stays"], DATA, LANG],
    text: [
      "给县里唯一的管理人员丢了密码或验证器时用；有另一位管理人员时，请在“单位与岗位”里重置。只显示一个一次性重置码，一天内有效；本人下次登录会看到是在服务器上重置的。",
      "For the only administrator who lost password or authenticator; where there is another, they reset it on the page Units and posts. Shows one code, good once for a day; at the next sign-in the officer is told that it was reset at the machine.",
    ],
  },
  keys: {
    brief: ["密钥：查看、更换、算法、分存与恢复", "the keys: look, rotate, choose ciphers, split and recover"],
    usage: "keys [status | rotate | profile aes|sm | split | recover | drill] [--data DIR]",
    options: [
      ["status", "版本、已用天数、算法、恢复纸在谁手里；不显示密钥", "version, age, ciphers, who holds the papers; never a key"],
      [
        "rotate",
        "生成下一版身份密钥并重新封存全部数据密钥；可在运行时做，中断后再运行会接着做",
        "draw the next identity key and wrap every data key anew, while people work; broken off, it goes on",
      ],
      [
        "profile aes|sm",
        "以后写入用的算法（sm = SM4 与 SM3），已有的重新封存；两种都能读",
        "the ciphers written from now on (sm = SM4 and SM3); what is there is sealed anew, both are read",
      ],
      [
        "split --offices A,B,C --need 2 --out DIR",
        "把找回密钥的办法分存给几个单位，每单位一份纸",
        "split the way back over offices, one paper each",
      ],
      [
        "recover [PAPER…]",
        "密钥文件丢失后，用足够的恢复纸找回；不写文件名时从终端输入",
        "after a loss, bring the key file back from enough papers; typed in where no file is named",
      ],
      ["drill [PAPER…]", "演练：这些纸真能打开现用的密钥吗", "a drill: do these papers open the keys in use"],
      [
        "--envelope FILE",
        "另存的 .recovery 文件（recover 用；默认取数据库里的和密钥文件旁的）",
        "a kept .recovery file (for recover; else the one in the database or beside the key file)",
      ],
      DATA,
      LANG,
    ],
    text: [
      "密钥文件不在数据库里，也不在备份里。换密钥时新旧两版同时有效，旧版一直保留：旧备份要靠它打开。\n恢复纸一次分存，换密钥后仍然有效；份数不足时什么也打不开。请每年演练一次。",
      "The key file is in neither database nor backup. During a rotation both versions hold; older ones stay, since earlier backups need them.\nPapers split once hold through rotations; too few of them open nothing. Drill once a year.",
    ],
  },
  doctor: {
    brief: ["检查运行环境与数据", "check this machine and the data"],
    usage: "doctor [--data DIR]",
    options: [DATA, LANG],
    text: [
      "每行一项：√ 正常，! 建议处理，× 必须处理。有 × 时退出码不为 0。",
      "One line a check: √ well, ! advisable, × needed. The exit code is not 0 where there is a ×.",
    ],
  },
} as const satisfies Record<string, HelpPage>;
