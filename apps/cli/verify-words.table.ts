/** What `linli verify` says. */
export const VERIFY_WORDS = {
  "verify.reading": ["核对流水：已读 {lines} 行", "Checking the journal: {lines} lines read"],
  "verify.files": ["核对附件：已读 {files} 个", "Checking attachments: {files} read"],
  "verify.journal": [
    "流水 {lines} 行，事项和办理过程 {procedures} 件，逐行核对并由流水重建状态：{faults} 处不符",
    "{lines} journal lines of {procedures} procedures, every line checked and every state rebuilt: {faults} differ",
  ],
  "verify.erased": [
    "其中 {erased} 行的经手人和反映人已依法清除（已清除），清除本身有记录",
    "On {erased} of them the persons are erased (erased); each erasure is itself recorded",
  ],
  "verify.notRebuilt": [
    "「{kind}」{count} 件只核对了流水，没有重建状态",
    "{count} of “{kind}”: journal checked, state not rebuilt",
  ],
  "verify.finding": ["× {kind} {id} 第 {version} 行：{what}{detail}", "× {kind} {id} line {version}: {what}{detail}"],
  "verify.more": ["……另有 {count} 处", "… and {count} more"],
  "verify.numbers": [
    "编号 {numbers} 个，{series} 个号段：{faults} 处不连续",
    "{numbers} numbers in {series} series: {faults} not gapless",
  ],
  "verify.missing": [
    "× 号段 {series} 缺 {count} 个号，从 {first} 起",
    "× series {series} lacks {count} numbers, from {first} on",
  ],
  "verify.beyond-the-counter": [
    "× 号段 {series} 有 {count} 个号超出计数，从 {first} 起",
    "× series {series} has {count} numbers beyond its counter, from {first} on",
  ],
  "verify.no-counter": [
    "× 号段 {series} 有 {count} 个号没有计数记录，如 {first}",
    "× {count} numbers of {series} have no counter, such as {first}",
  ],
  "verify.attachments": ["附件 {files} 个：{faults} 个不符", "{files} attachments: {faults} differ"],
  "verify.file-changed": ["× 附件 {id} 的内容和登记时不一样", "× attachment {id} is not what was recorded"],
  "verify.file-missing": ["× 附件 {id} 不在了", "× attachment {id} is gone"],
  "verify.sound": ["全部相符", "Everything agrees"],
  "verify.notSound": [
    "有不符之处。先不要改动数据，请把以上内容连同备份交给系统管理岗和上级核查",
    "Something differs. Change nothing; hand these lines and a backup to the administrator and to who oversees the county",
  ],
} as const satisfies Record<string, readonly [string, string]>;
