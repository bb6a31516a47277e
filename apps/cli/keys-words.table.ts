/** What `linli keys` says, and what stands on a recovery paper. */
export const KEYS_WORDS = {
  "keys.version": [
    "身份密钥第 {version} 版，{drawn} 生成，已用 {days} 天",
    "Identity key version {version}, drawn {drawn}, {days} days ago",
  ],
  "keys.versionOnly": [
    "身份密钥第 {version} 版，生成日期没有记下（旧版程序生成）",
    "Identity key version {version}; the day it was drawn was not kept (an earlier program made it)",
  ],
  "keys.older": [
    "仍保留旧版：{versions}。旧备份要靠它们打开，请不要删。",
    "Older versions kept: {versions}. Earlier backups open only with them; do not take them out.",
  ],
  "keys.profile": [
    "加密算法：{profile}（aes = AES-256-GCM，sm = SM4 + SM3）",
    "Ciphers: {profile} (aes = AES-256-GCM, sm = SM4 + SM3)",
  ],
  "keys.allWrapped": ["全部数据密钥都在现用版本下", "Every data key stands under the version in use"],
  "keys.left": [
    "还有 {count} 项在旧版本或旧算法下。请再运行 linli keys rotate，会接着做，不会重来。",
    "{count} still stand under an older version or cipher. Run linli keys rotate again: it goes on, it does not start over.",
  ],
  "keys.noSplit": [
    "没有分存恢复密钥：密钥文件一旦丢失，姓名、电话、住址永远打不开。请运行 linli keys split。",
    "There is no recovery split: if the key file is lost, names, telephones and addresses are lost for good. Run linli keys split.",
  ],
  "keys.split": [
    "恢复纸 {set}：{of} 份中任意 {need} 份可恢复（{offices}），{at} 分存，最近演练 {drill}",
    "Recovery papers {set}: any {need} of {of} bring the key back ({offices}); split {at}, last drill {drill}",
  ],
  "keys.resuming": [
    "上次换密钥没有做完，还剩 {count} 项，接着做（第 {version} 版）",
    "The last rotation was broken off with {count} left; going on with it (version {version})",
  ],
  "keys.drawn": [
    "已生成第 {version} 版身份密钥，写入 {file}。运行中的邻里一秒内会读到；旧版保留。",
    "Drew identity key version {version} into {file}. A running Linli reads it within a second; the older one is kept.",
  ],
  "keys.wrapping": ["重新封存 {index}/{total}", "Wrapping anew {index}/{total}"],
  "keys.wrapped": [
    "已用第 {version} 版重新封存 {keys} 个数据密钥、{rows} 条身份信息。请重新备份密钥文件。",
    "Wrapped {keys} data keys and {rows} identities anew under version {version}. Copy the key file to its safe place again.",
  ],
  "keys.unopened": [
    "有 {count} 项打不开，原样保留。请运行 linli verify，并与最近的备份比对。",
    "{count} could not be opened and were left as they are. Run linli verify and compare with the last backup.",
  ],
  "keys.splitDone": [
    "{of} 份恢复纸已写入 {folder}，任意 {need} 份可恢复（{set}，{at}）。请打印后当面交给各单位，随即销毁这些文件，再做一次演练：linli keys drill。此前的恢复纸从现在起作废。",
    "Wrote {of} recovery papers into {folder}; any {need} bring the key back ({set}, {at}). Print them, hand them over in person, destroy these files, then drill: linli keys drill. Earlier papers open nothing from now on.",
  ],
  "keys.typePapers": [
    "请逐份输入恢复纸（每份从 LINLI 那一行起），输完按 Ctrl-D：",
    "Type the papers one after the other (each from its LINLI line on), then Ctrl-D:",
  ],
  "keys.noEnvelope": [
    "找不到恢复纸 {set} 能打开的封存密钥：数据库里和密钥文件旁都没有。请用 --envelope 指明备份出来的 .recovery 文件，或先恢复最近的备份。",
    "Nothing here opens with the papers {set}: neither in the database nor beside the key file. Name a kept .recovery file with --envelope, or restore the last backup first.",
  ],
  "keys.recovered": [
    "密钥文件已恢复到 {file}（第 {version} 版）。请运行 linli doctor，再把这几份恢复纸作废重分：linli keys split。",
    "The key file is back at {file} (version {version}). Run linli doctor, then split anew, since these papers were shown: linli keys split.",
  ],
  "keys.drilled": [
    "演练通过：{papers} 份恢复纸（{set}）打开了 {copies} 处封存密钥，与现用密钥文件完全一致。日期已记下。",
    "The drill went well: {papers} papers ({set}) opened the sealed key file in {copies} places, and it is the very one in use. The day is noted.",
  ],
  "keys.drillOther": [
    "恢复纸 {set} 打开的不是现用的密钥文件。请立即重新分存：linli keys split。",
    "The papers {set} open another key file than the one in use. Split anew at once: linli keys split.",
  ],
  "keys.lost": [
    "密钥文件 {file} 不在，只能查看：看得到事项，看不到姓名电话，什么也不写入。用恢复纸找回：linli keys recover",
    "The key file {file} is gone: for reading only. Matters are shown, names and telephones are not, and nothing is written. Bring it back from the papers: linli keys recover",
  ],
  "residents.split-counts": [
    "分存数量不对：{offices} 个单位、至少 {need} 份。至少 2 份，不超过单位数，单位 16 个以内且不重名。",
    "These numbers do not work: {offices} offices, {need} needed. At least 2, at most as many as offices, 16 offices at most, no name twice.",
  ],
  "residents.paper-no-head": [
    "第 {paper} 份恢复纸没有 LINLI 开头的一行。每份都从那一行开始输入。",
    "Paper {paper} has no line that begins with LINLI. Type each paper from that line on.",
  ],
  "residents.paper-mistyped": [
    "恢复纸“{head}”的第 {block} 行输错了，请对着纸再看一遍。",
    "On the paper “{head}”, line {block} is mistyped. Look at the paper again.",
  ],
  "residents.paper-missing": [
    "恢复纸“{head}”缺第 {block} 行，每份有 11 行。",
    "On the paper “{head}”, line {block} is missing; each has 11 lines.",
  ],
  "residents.papers-of-two-sets": [
    "这些恢复纸不是同一次分存的（{sets}）。请只用最近一次的。",
    "These papers are of different splittings ({sets}). Use those of the last one.",
  ],
  "residents.too-few-papers": [
    "{papers} 份恢复纸打不开。份数不够，或不是这个县最近一次分存的。什么也没有改。",
    "{papers} papers do not open it: too few, or not of this county's last splitting. Nothing was changed.",
  ],
  "doctor.keyAge": [
    "身份密钥第 {version} 版，{drawn} 生成，已用 {days} 天",
    "Identity key version {version}, drawn {drawn}, {days} days ago",
  ],
  "doctor.keyOld": [
    "身份密钥第 {version} 版已用 {days} 天（{drawn} 生成），超过一年，建议更换：linli keys rotate",
    "Identity key version {version} is {days} days old (drawn {drawn}), more than a year: linli keys rotate",
  ],
  "doctor.keyAgeUnknown": [
    "身份密钥第 {version} 版的生成日期没有记下，建议更换一次：linli keys rotate",
    "The day identity key version {version} was drawn was not kept; rotate it once: linli keys rotate",
  ],
  "doctor.noSplit": [
    "没有分存恢复密钥，密钥文件丢失后身份信息永远打不开：linli keys split",
    "There is no recovery split; with the key file, identities are lost for good: linli keys split",
  ],
  "doctor.splitNotDrilled": [
    "恢复纸 {set}（{of} 份中任意 {need} 份）一年内没有演练过：linli keys drill",
    "The recovery papers {set} (any {need} of {of}) have not been drilled within a year: linli keys drill",
  ],
  "doctor.split": [
    "恢复纸 {set}：{of} 份中任意 {need} 份可恢复，最近演练 {drill}",
    "Recovery papers {set}: any {need} of {of} bring the key back; last drill {drill}",
  ],
  "doctor.keysLeft": [
    "还有 {count} 项身份信息在旧密钥或旧算法下：linli keys rotate 会接着做",
    "{count} identities still stand under an older key or cipher: linli keys rotate goes on with it",
  ],
  "paper.title": ["邻里 · 密钥恢复纸", "Linli · recovery paper"],
  "paper.whose": [
    "保管单位：{office}（第 {number} 份，共 {of} 份，任意 {need} 份合起来可恢复；{at}）",
    "Kept by: {office} (paper {number} of {of}; any {need} together bring the key back; {at})",
  ],
  "paper.keep": [
    "请放入保险柜，不拍照、不扫描、不录入任何电脑。单份纸打不开任何内容。",
    "Keep it in a safe. Do not photograph, scan or type it into any computer. One paper alone opens nothing.",
  ],
  "paper.use": [
    "需要时由县综治中心召集：各单位在同一台电脑上逐行输入，运行 linli keys recover。每行最后两位是校验。",
    "When it is needed the county centre calls the offices together: each types its lines at one machine for linli keys recover. The last two digits of a line check it.",
  ],
} as const satisfies Record<string, readonly [string, string]>;
