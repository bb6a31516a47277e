type Facts = Record<string, unknown>;
type Sentences = Record<string, { readonly "zh-CN": (facts: Facts) => string; readonly en: (facts: Facts) => string }>;

const MB = (bytes: unknown): string => `${Math.floor(Number(bytes) / 1024 / 1024)} MB`;
const TAKEN = "JPG、PNG、WebP、GIF 图片，PDF、DOCX、XLSX 文档，MP3、M4A、WAV、AMR 录音，MP4 视频";
const TAKEN_ENGLISH = "JPG, PNG, WebP and GIF pictures, PDF, DOCX and XLSX documents, MP3, M4A, WAV and AMR sound, MP4 video";

/** Why an attachment is refused, and what to do next. */
export const fileRefusals = {
  "file.empty": {
    "zh-CN": () => "这个附件是空的。请确认选对了文件，再重新上传。",
    en: () => "This attachment is empty. Check that you chose the right file and upload it again.",
  },
  "file.too-large": {
    "zh-CN": (f) => `附件超过 ${MB(f.limit)}，没有保存。请压缩或拆分后再上传；照片可在手机上选“中”或“小”尺寸发送。`,
    en: (f) =>
      `The attachment is larger than ${MB(f.limit)} and was not kept. Compress or split it and upload again; for photos choose a smaller size.`,
  },
  "file.kind-not-taken": {
    "zh-CN": (f) => `这个附件是${f.really}，不能上传。可以上传：${TAKEN}。请另存为其中一种再上传。`,
    en: (f) =>
      `This attachment is ${f.reallyEnglish}, which is not taken. Taken are: ${TAKEN_ENGLISH}. Save it as one of these and upload that.`,
  },
  "file.not-what-its-name-says": {
    "zh-CN": (f) => `文件名以 .${f.extension} 结尾，内容却是 ${f.kind}。请把文件名的后缀改成 .${f.kind}，或选对文件再上传。`,
    en: (f) =>
      `The name ends in .${f.extension} but the content is ${f.kind}. Rename it to .${f.kind}, or choose the right file and upload again.`,
  },
  "file.phone-picture": {
    "zh-CN": () => "这是手机的 HEIC 照片，多数电脑打不开。请在手机“设置-相机-格式”里选“兼容性最佳”，或另存为 JPG 后再上传。",
    en: () =>
      "This is a HEIC photo, which most computers cannot open. In the phone's camera settings choose “Most Compatible”, or save it as JPG and upload that.",
  },
  "file.has-macros": {
    "zh-CN": () => "这个文档里带有宏（可自动运行的程序），不能上传。请另存为不带宏的 .docx 或 .xlsx 再上传。",
    en: () => "This document carries macros, which run by themselves. Save it as .docx or .xlsx without macros and upload that.",
  },
  "file.picture-too-many-pixels": {
    "zh-CN": (f) => `这张图片有 ${f.megapixels} 百万像素，超过上限 ${f.limit} 百万。请缩小图片后再上传。`,
    en: (f) => `This picture has ${f.megapixels} megapixels, more than ${f.limit}. Make it smaller and upload again.`,
  },
  "file.inflates-too-much": {
    "zh-CN": () => "这个文档解压后异常大，可能是恶意文件，没有保存。如果确实是正常文档，请另存为 PDF 后再上传。",
    en: () =>
      "This document unpacks to far too much and may be hostile, so it was not kept. If it is real, save it as PDF and upload that.",
  },
  "file.damaged": {
    "zh-CN": () => "这个附件不完整或已损坏，没有保存。请在自己的电脑或手机上确认能打开，再重新上传。",
    en: () =>
      "This attachment is incomplete or damaged and was not kept. Check that it opens on your own device and upload it again.",
  },
  "file.disk-full": {
    "zh-CN": () => "服务器磁盘满了，附件没有保存，已写的文字不受影响。请联系管理员清理磁盘，稍后再上传附件。",
    en: () =>
      "The server's disk is full. The attachment was not kept; what you wrote is safe. Ask the administrator to free space and upload it again later.",
  },
  "file.not-found": {
    "zh-CN": () => "找不到这个附件，可能已按规定删除。请返回事项页面刷新；如仍需要，请联系办理单位。",
    en: () =>
      "This attachment cannot be found; it may have been removed as the rules require. Reload the matter's page, or ask the unit handling it.",
  },
} satisfies Sentences;

export type FileRefusalCode = keyof typeof fileRefusals;
