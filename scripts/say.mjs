// What is said before anything is installed: Chinese unless the caller's shell or --lang asks for English.
const flag = process.argv.find((argument) => argument.startsWith("--lang"));
const wished = flag?.includes("=") ? flag.split("=")[1] : flag ? process.argv[process.argv.indexOf(flag) + 1] : undefined;
const shell = process.env.LC_ALL || process.env.LANG || "";

/** "zh-CN" or "en". */
export const language = (wished ?? shell).toLowerCase().startsWith("en") ? "en" : "zh-CN";

/** @param {string} chinese @param {string} english */
export const either = (chinese, english) => (language === "en" ? english : chinese);

/** A step that takes a while: says so, and every ten seconds that it is still at work. */
export async function step(sentence, work) {
  const started = Date.now();
  console.error(`· ${sentence}`);
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - started) / 1000);
    console.error(either(`  ……仍在进行（已用 ${seconds} 秒）`, `  … still at it (${seconds} s)`));
  }, 10_000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
