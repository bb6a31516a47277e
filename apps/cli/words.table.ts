/** What the command line says: Chinese first, English beside it. {facts} stand in braces. */
export const WORDS = {
  usage: ["用法：linli <命令> [选项]", "Usage: linli <command> [options]"],
  commands: ["命令", "Commands"],
  options: ["选项", "Options"],
  more: ["查看某个命令的说明：linli help <命令>", "About one command: linli help <command>"],
  unknownCommand: [
    "没有“{name}”这个命令。用 linli --help 查看全部命令。",
    "There is no command “{name}”. linli --help lists them all.",
  ],
  notBuilt: ["此版本不含命令“{name}”。", "This version does not contain the command “{name}”."],
  badOption: [
    "选项有误：{detail}。用 linli help {name} 查看说明。",
    "An option is not understood: {detail}. See linli help {name}.",
  ],
  fault: ["出现故障：{detail}", "Something broke: {detail}"],
  interrupted: ["正在停止……", "Stopping…"],
  stopped: ["已停止，全部数据已保存。", "Stopped; everything is saved."],

  "step.making": ["正在建立数据库（首次启动）", "Making the database (first start)"],
  "step.starting": ["正在启动数据库", "Starting the database"],
  "step.adopting": ["接管上次异常退出时留下的数据库进程", "Taking over the database left running by a killed process"],
  "step.restarting": ["数据库意外停止，正在重新启动", "The database ended unexpectedly; starting it again"],
  "step.stopping": ["正在关闭数据库", "Closing the database"],
  "step.gaveUp": [
    "数据库多次意外停止，不再自动重启。请运行 linli doctor，并查看日志 {log}。",
    "The database ended too often and is not started again. Run linli doctor and see {log}.",
  ],
  "step.migrating": ["更新数据结构 {index}/{total}：{name}", "Updating the schema {index}/{total}: {name}"],
  "step.backupFirst": ["数据结构将要更新，先做一次备份", "The schema is about to change; taking a backup first"],
  "step.backedUp": ["备份已存于 {file}", "The backup lies in {file}"],
  "step.remakeHalf": ["上次建立数据没有完成，重新开始", "The last setting-up was not finished; starting over"],
  "step.seeding": ["正在建立示范县（数据均为虚构）", "Setting up the demonstration county (all made up)"],

  "step.still": ["……仍在进行（已用 {seconds} 秒）", "… still at it ({seconds} s)"],

  ready: ["邻里已启动：{url}", "Linli is running: {url}"],
  readyHow: ["按 Ctrl-C 停止。数据存于 {folder}", "Ctrl-C stops it. Data lie in {folder}"],
  readyFiles: ["附件走单独的端口：{port}", "Attachments come from a port of their own: {port}"],
  readyTime: ["启动用时 {seconds} 秒", "Started in {seconds} s"],
  accounts: [
    "示范账号（虚构人员；随机密码，另存于 {file}，仅本用户可读）。带验证器密钥的，登录第二步用验证器或一个备用码：",
    "Demonstration accounts (made up; random passwords, also in {file}, readable by you alone). Where a key follows, the second step takes the authenticator or a spare code:",
  ],
  accountsKept: ["示范账号见 {file}", "Demonstration accounts: see {file}"],
  portTaken: ["端口 {port} 已被占用，改用 {next}。", "Port {port} is taken; using {next} instead."],
  noPort: [
    "端口 {port} 起的 100 个端口都被占用，请用 --port 指定。",
    "A hundred ports from {port} are all taken: name one with --port.",
  ],
  badHost: ["不能在地址 {host} 上监听：{detail}。", "Cannot listen on {host}: {detail}."],
  waitingForOther: ["另一个邻里进程（{pid}）正在退出，稍候", "Another Linli (process {pid}) is stopping; waiting for it"],

  "start.running": [
    "邻里已在运行：进程 {pid}，地址 {url}。一个数据目录（{folder}）同时只能由一个邻里使用。",
    "Linli is already running: process {pid}, at {url}. One data folder ({folder}) serves one Linli at a time.",
  ],
  "start.dataFolder": ["不能使用数据目录 {folder}：{detail}", "The data folder {folder} cannot be used: {detail}"],
  "start.notEmpty": [
    "数据目录 {folder} 里已有数据库，不能恢复到这里。请用 --data 指定一个空目录。",
    "{folder} already holds a database; restore into an empty folder (--data).",
  ],
  "start.halfRestored": [
    "上次恢复没有完成，此数据不能使用。请重新运行 linli restore（目录 {folder}）。",
    "The last restore was not finished and this data must not be used. Run linli restore again ({folder}).",
  ],
  "start.newer": [
    "此数据库由更新版本的邻里使用过（{names}），本版本不能打开。请升级程序。",
    "This database was used by a newer Linli ({names}); this version cannot open it. Upgrade the program.",
  ],
  "start.changed": [
    "此数据库的数据结构（{names}）与本程序的不同，不能打开。请用建立它的那个版本。",
    "The schema of this database ({names}) differs from this program's; open it with the version that made it.",
  ],
  "start.waiting": [
    "数据结构需要更新（{count} 步）。请先运行一次 linli start，它会先备份再更新。",
    "The schema is behind by {count} steps. Run linli start once first: it backs up, then updates.",
  ],
  "start.noScreens": ["网页服务尚未包含在此版本中。", "The web server is not part of this build."],
  "start.badServices": ["--services 只能是 api、jobs 或 api,jobs。", "--services is api, jobs or api,jobs."],
  "start.notSetUp": [
    "此数据目录还没有建立县。请先运行 linli start（或 linli start --demo）。",
    "No county has been set up here yet. Run linli start (or linli start --demo) first.",
  ],
  "start.noDemonstration": [
    "此版本不含示范县数据，请去掉 --demo。",
    "This build carries no demonstration county; leave --demo out.",
  ],
  "start.demoOnReal": ["注意：这里已有正式数据，--demo 不起作用。", "Note: real data lie here already; --demo changes nothing."],

  "keys.missing": [
    "找不到密钥文件 {file}。数据库里的姓名、电话、住址只能用它打开。请把保管的密钥文件放回原处，或用 LINLI_KEYS 指明位置；没有副本时用恢复纸找回：linli keys recover。其间只查看：linli start --without-keys。什么也没有改。",
    "The key file {file} is missing. Names, telephones and addresses in this database open only with it. Put your kept copy back, or name its place with LINLI_KEYS; without a copy, bring it back from the papers: linli keys recover. To read meanwhile: linli start --without-keys. Nothing was changed.",
  ],
  "keys.open": [
    "密钥文件 {file} 他人可读，拒绝启动。请运行：chmod 600 {file}",
    "Others may read the key file {file}; refusing to start. Run: chmod 600 {file}",
  ],
  "keys.broken": [
    "密钥文件 {file} 已损坏（{detail}）。请换回保管的副本，或移开它后用恢复纸找回：linli keys recover。",
    "The key file {file} is damaged ({detail}). Put your kept copy back, or move it away and bring it back from the papers: linli keys recover.",
  ],
  "keys.exist": ["密钥文件 {file} 已存在，不会覆盖。", "The key file {file} exists and is not overwritten."],
  "keys.other": [
    "密钥文件 {file} 不属于这个数据库（应为 {expected}，实为 {found}）。",
    "The key file {file} belongs to another database (expected {expected}, found {found}).",
  ],
  "keys.made": [
    "已生成密钥文件 {file}。请另外保管一份，切勿与备份放在一起：没有它，姓名、电话、住址无法读出。",
    "Made the key file {file}. Keep a copy elsewhere, never beside a backup: without it names, telephones and addresses cannot be read.",
  ],

  "admin.need": ["请先设立第一位管理员。", "Set up the first administrator."],
  "admin.name": ["姓名：", "Name: "],
  "admin.password": ["密码（至少 8 位）：", "Password (8 characters or more): "],
  "admin.again": ["再输一次：", "Once more: "],
  "admin.short": ["密码至少 8 位。", "A password has 8 characters or more."],
  "admin.common": [
    "这个密码太常见或和登录名一样，请换一个。",
    "This password is among those guessed first, or is the name itself; choose another.",
  ],
  "admin.differs": ["两次输入不一致，请重来。", "The two differ; again, please."],
  "admin.noTerminal": [
    "首次启动要设立管理员，而这里没有终端。请设置 LINLI_ADMIN_NAME 和 LINLI_ADMIN_PASSWORD（至少 8 位），或用 --demo 建立示范县。",
    "The first start sets up an administrator and there is no terminal. Set LINLI_ADMIN_NAME and LINLI_ADMIN_PASSWORD (8 characters or more), or use --demo.",
  ],
  "admin.brokenOff": ["没有设立管理员，已退出；下次启动时会再问。", "No administrator was set up; the next start asks again."],
  "admin.made": ["管理员“{name}”已设立，可以登录。", "The administrator “{name}” is set up and can sign in."],

  "postgres.binariesMissing": [
    "没有适合此系统的数据库程序（{package}）。请设置 DATABASE_URL 和 DATABASE_OWNER_URL，使用已有的 PostgreSQL 15 或更新版本。",
    "No database program for this system ({package}). Set DATABASE_URL and DATABASE_OWNER_URL to use a PostgreSQL 15 or later of your own.",
  ],
  "postgres.initFailed": ["建立数据库失败：\n{detail}", "The database could not be made:\n{detail}"],
  "postgres.didNotStart": [
    "数据库没有启动。日志 {log} 的末尾：\n{detail}",
    "The database did not start. The end of {log}:\n{detail}",
  ],
  "postgres.noUnprivilegedUser": [
    "数据库不能以 root 运行，而 nobody 无法执行 {folder} 中的程序。请用普通用户运行邻里。",
    "The database cannot run as root, and nobody cannot run the programs in {folder}. Run Linli as an ordinary user.",
  ],
  "postgres.cannotEnter": [
    "数据库以 nobody 运行，但无法进入 {folder}。请运行 chmod o+x 于其上级目录，或换用普通用户。",
    "The database runs as nobody, which cannot enter {folder}. Run chmod o+x on the folders above it, or use an ordinary user.",
  ],

  "database.half": [
    "DATABASE_URL 与 DATABASE_OWNER_URL 要一起设置：前者供运行使用，后者供更新数据结构使用。",
    "DATABASE_URL and DATABASE_OWNER_URL go together: the first to run with, the second to change the schema with.",
  ],
  "database.unreachable": [
    "连不上数据库 {address}（{variable}）：{detail}",
    "The database {address} cannot be reached ({variable}): {detail}",
  ],
  "database.login": [
    "数据库 {address} 拒绝登录名 {login}（{variable}）：{detail}",
    "The database {address} refuses the login {login} ({variable}): {detail}",
  ],
  "database.tooOld": [
    "数据库 {address} 的版本是 {version}，需要 PostgreSQL 15 或更新版本。",
    "{address} is PostgreSQL {version}; 15 or later is needed.",
  ],
  "database.encoding": [
    "数据库 {address} 的编码是 {encoding}，需要 UTF8。",
    "The encoding of {address} is {encoding}; UTF8 is needed.",
  ],
  "database.differ": [
    "DATABASE_URL 与 DATABASE_OWNER_URL 指向不同的数据库（{runtime} 与 {owner}）。",
    "DATABASE_URL and DATABASE_OWNER_URL name different databases ({runtime} and {owner}).",
  ],
  "database.sameLogin": [
    "运行登录名不能与所有者相同（{login}）：它只应能做授权表允许的事。",
    "The runtime login must not be the owner ({login}): it may only do what the grants allow.",
  ],
  "database.tooStrong": [
    "运行登录名 {login} 是超级用户或能绕过行级安全，请改用普通登录名：create role linli_runtime login noinherit password '…'",
    "The runtime login {login} is a superuser or bypasses row-level security; use an ordinary one: create role linli_runtime login noinherit password '…'",
  ],
  "database.inherits": [
    "运行登录名 {login} 会继承组权限。请以所有者运行：alter role {login} noinherit",
    "The runtime login {login} inherits its groups' rights. Run: alter role {login} noinherit",
  ],
  "database.noCreate": [
    "登录名 {login} 不能在数据库 {database} 中建表。请运行：grant create on database {database} to {login}",
    "{login} may not create in {database}. Run: grant create on database {database} to {login}",
  ],
  "database.noGrant": [
    "组角色 {groups} 已存在，而 {owner} 不能把它们授予 {login}。请以超级用户运行：grant {groups} to {login}",
    "The group roles {groups} exist and {owner} may not grant them to {login}. As a superuser run: grant {groups} to {login}",
  ],
  "database.noCreateRole": [
    "登录名 {login} 不能建立组角色。请运行：alter role {login} createrole",
    "{login} may not create the group roles. Run: alter role {login} createrole",
  ],
} as const satisfies Record<string, readonly [string, string]>;
