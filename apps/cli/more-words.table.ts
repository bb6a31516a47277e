/** Sentences of backup, restore and doctor. */
export const MORE_WORDS = {
  "resetSignIn.who": ["请写登录名：linli reset-sign-in 登录名。", "Name the account: linli reset-sign-in NAME."],
  "resetSignIn.password": [
    "{name} 的密码和第二种登录方式都已作废，所有登录已结束。请他在登录页点“忘了密码，我有重置码”，用这个码定新密码（{until} 前有效，只能用一次）：",
    "Password and second factor of {name} are void and every session has ended. On the sign-in page they choose “I have a reset code” and a new password with this code (good once, until {until}):",
  ],
  "resetSignIn.factor": [
    "{name} 的第二种登录方式已作废，所有登录已结束。请他照常填密码，第二步填这个码（{until} 前有效，只能用一次）：",
    "The second factor of {name} is void and every session has ended. They enter their password as always, and this code at the second step (good once, until {until}):",
  ],
  "backup.part": ["备份 {index}/{total}：{part}", "Backing up {index}/{total}: {part}"],
  "backup.done": [
    "备份完成：{tables} 张表，{rows} 行，{files} 个附件。",
    "Backed up: {tables} tables, {rows} rows, {files} attachments.",
  ],
  "backup.keys": [
    "备份不含密钥文件（{file}），请另外保管一份。",
    "The key file ({file}) is not in it; keep a copy of it elsewhere.",
  ],
  "backup.noFile": ["找不到文件 {file}。", "There is no file {file}."],
  "backup.notOurs": ["{file} 不是邻里的备份。", "{file} is not a backup of Linli."],
  "backup.broken": ["备份 {file} 不完整或已损坏：{detail}", "The backup {file} is incomplete or damaged: {detail}"],
  "backup.differs": [
    "备份 {file} 中的 {part} 与清单不符（行数或 SHA-256），没有恢复。",
    "In {file}, {part} differs from the manifest (rows or SHA-256); nothing was restored.",
  ],
  "backup.newer": [
    "备份 {file} 来自更新版本的邻里（{names}），请先升级程序。",
    "{file} comes from a newer Linli ({names}); upgrade the program first.",
  ],
  "backup.otherLevel": [
    "备份 {file} 的数据结构（{names}）与本程序的不同，不能恢复。",
    "The schema of {file} ({names}) differs from this program's; it cannot be restored.",
  ],
  "seed.done": ["已补齐缺少的基础数据。", "What was missing has been added."],
  "restore.whichFile": ["请写明要恢复的文件：linli restore 文件", "Name the file to restore: linli restore FILE"],
  "restore.part": ["恢复 {index}/{total}：{part}", "Restoring {index}/{total}: {part}"],
  "restore.done": [
    "已恢复 {takenAt} 的备份：{tables} 张表，{rows} 行，{files} 个附件，行数与 SHA-256 全部相符。",
    "Restored the backup of {takenAt}: {tables} tables, {rows} rows, {files} attachments; row counts and SHA-256 all agree.",
  ],
  "restore.upgraded": ["数据结构已更新：{names}", "The schema was brought up to date: {names}"],
  "restore.keysMissing": [
    "请把保管的密钥文件放回 {file}，然后运行 linli start。",
    "Put your kept key file back at {file}, then run linli start.",
  ],
  "restore.keysThere": [
    "将使用已有的密钥文件 {file}；启动时会核对它是否属于此数据。",
    "The key file at {file} will be used; the start checks that it belongs to this data.",
  ],

  "doctor.node": ["Node {version}", "Node {version}"],
  "doctor.nodeOld": [
    "Node {version} 太旧，需要 22.18 或更新（通常由随附的 Node 运行）",
    "Node {version} is too old; 22.18 or later is needed (normally the carried one runs)",
  ],
  "doctor.running": ["邻里正在运行：{url}（进程 {pid}）", "Linli is running: {url} (process {pid})"],
  "doctor.notRunning": ["邻里没有在运行", "Linli is not running"],
  "doctor.carried": [
    "随附的数据库程序可用（{version}），运行方式：{kind}",
    "The carried database works ({version}), run as: {kind}",
  ],
  "doctor.ownServer": ["自己的 PostgreSQL {version}，两个登录名都可用", "Own PostgreSQL {version}; both logins work"],
  "doctor.level": ["数据结构已是最新，共 {count} 步", "The schema is up to date: {count} steps"],
  "doctor.waiting": [
    "有 {count} 步数据结构更新，将在下次启动时（备份之后）进行",
    "{count} schema steps wait for the next start (after a backup)",
  ],
  "doctor.newFolder": ["数据目录 {folder} 还没有数据", "The data folder {folder} holds no data yet"],
  "doctor.databaseStopped": ["数据库没有运行；启动后可查看更多", "The database is not running; start Linli to see more"],
  "doctor.checksums": ["数据页校验和：{state}；校验失败 {failures} 次", "Data page checksums: {state}; {failures} failures"],
  "doctor.checksumsFailed": [
    "数据页校验失败 {failures} 次：磁盘可能已坏，请立即备份并更换",
    "{failures} checksum failures: the disk may be failing; back up now and replace it",
  ],
  "doctor.disk": ["磁盘剩余 {free} GB（{folder}）", "{free} GB free on the disk ({folder})"],
  "doctor.diskLow": ["磁盘只剩 {free} GB（{folder}），请清理或扩容", "Only {free} GB free on the disk ({folder}); make room"],
  "doctor.memory": ["内存 {total} GB", "{total} GB of memory"],
  "doctor.memoryLow": ["内存只有 {total} GB，建议 2 GB 以上", "Only {total} GB of memory; 2 GB or more is advised"],
  "doctor.keys": ["密钥文件 {file} 完好，仅本用户可读", "The key file {file} is whole and readable by you alone"],
  "doctor.keysBeside": [
    "密钥文件与数据在同一目录；建议用 LINLI_KEYS 移到别处，并另存一份",
    "The key file lies in the data folder; better moved with LINLI_KEYS, and a copy kept elsewhere",
  ],
  "doctor.port": ["端口 {port} 空闲", "Port {port} is free"],
  "doctor.portTaken": ["端口 {port} 被占用；启动时会用下一个空闲端口", "Port {port} is taken; a start uses the next free one"],
  "doctor.fonts": ["中文字体：{name}", "Chinese fonts: {name}"],
  "doctor.noFonts": [
    "没有中文字体，打印与 PDF 会缺字：apt-get install fonts-noto-cjk",
    "No Chinese fonts; prints and PDF will lack characters: apt-get install fonts-noto-cjk",
  ],
  "doctor.chromium": ["Chromium：{path}", "Chromium: {path}"],
  "doctor.noChromium": [
    "没有 Chromium（只有测试需要）：apt-get install chromium",
    "No Chromium (only the tests need it): apt-get install chromium",
  ],
  "doctor.office": ["LibreOffice：{path}", "LibreOffice: {path}"],
  "doctor.noOffice": ["没有 LibreOffice（目前不需要）", "No LibreOffice (not needed so far)"],
  "doctor.zone": [
    "时区：服务器 {zone}，显示一律用 Asia/Shanghai（此刻 {now}）",
    "Time zone: server {zone}; shown as Asia/Shanghai throughout (now {now})",
  ],
  "doctor.noZone": [
    "此 Node 没有 Asia/Shanghai 时区资料，日期会出错",
    "This Node has no data for Asia/Shanghai; dates would be wrong",
  ],
  "doctor.calendar": ["{years} 年的工作日历已公布", "Working calendars published: {years}"],
  "doctor.noCalendar": [
    "{year} 年的工作日历尚未录入，到期日暂为“暂定”",
    "The working calendar of {year} is not entered; due dates are provisional",
  ],
  "doctor.backup": ["最近一次备份：{at}（{file}）", "Last backup: {at} ({file})"],
  "doctor.backupOld": ["最近一次备份是 {at}，已超过 7 天", "The last backup was {at}, more than 7 days ago"],
  "doctor.noBackup": ["{folder} 里没有备份，请运行 linli backup", "No backup in {folder}; run linli backup"],
  "doctor.wrong": ["有 {count} 项必须处理", "{count} checks need attention"],
  "doctor.well": ["没有必须处理的问题", "Nothing needs attention"],
} as const satisfies Record<string, readonly [string, string]>;
