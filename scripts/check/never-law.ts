import { readFileSync } from "node:fs";
import { join } from "node:path";
import { NEVER_ALLOWED, NEVER_WORDS } from "./never-words.table.ts";

/** The words of lists of persons in this text, each once. */
export const personListWords = (text: string): string[] =>
  NEVER_WORDS.filter(([, pattern]) => text.search(pattern) >= 0).map(([word]) => word);

/** What runs, its schema, routes, forms, exports and screens; not tests and not what residents say in the examples. */
const READ = /^(foundation|systems|apps|ui|counties)\/.+\.(tsx?|sql|html|css)$/;
const NOT_READ = /\.(test|fixture)\.tsx?$|\/testing\.ts$|^counties\/[^/]+\/examples\//;

/** Words of lists of persons that nobody allowed, and allowances that are not needed any more. */
export function neverWordFaults(files: readonly string[], textOf: (file: string) => string): string[] {
  const found = files
    .filter((file) => READ.test(file) && !NOT_READ.test(file))
    .flatMap((file) => personListWords(textOf(file)).map((word) => ({ file, word })));
  const allows = (allowed: (typeof NEVER_ALLOWED)[number], word: string, file: string) =>
    allowed.file === file && allowed.words.includes(word);
  return [
    ...found
      .filter(({ file, word }) => !NEVER_ALLOWED.some((allowed) => allows(allowed, word, file)))
      .map(({ file, word }) => `${file} has “${word}”: this product keeps no lists, scores or traces of persons`),
    ...NEVER_ALLOWED.flatMap((allowed) =>
      allowed.words
        .filter((word) => !found.some((one) => one.word === word && one.file === allowed.file))
        .map((word) => `never-words.table.ts allows “${word}” in ${allowed.file}, which does not have it`),
    ),
  ];
}

/** Packages that know faces, plates or voices, or follow users: by a part of their name. */
export const NEVER_PACKAGES =
  /(?:^|[@/_.-])(?:face-?api|facenet|face-?recognition|face-?detection|blazeface|mediapipe|tfjs(?:-[a-z]+)*|tensorflow|onnxruntime(?:-[a-z]+)?|transformers|opencv(?:4nodejs)?|opencv-wasm|clmtrackr|tracking|pico(?:js)?|human|openalpr|alpr|plate-?recogni[sz]er|hyperlpr|tesseract|rekognition|voiceprint|speaker-recognition|vosk|whisper|meyda|fingerprint(?:js2?)?|clientjs|thumbmarkjs|google-analytics|ga-lite|gtag|analytics(?:-[a-z]+)?|segment|mixpanel(?:-browser)?|amplitude(?:-js)?|posthog(?:-js|-node)?|matomo|piwik|plausible(?:-tracker)?|umami|hotjar|fullstory|logrocket|smartlook|openreplay|rrweb|heap|sentry|datadog|newrelic|bugsnag|rollbar|sensorsdata|umeng|growingio|baidu-tongji|hm-baidu|clarity)(?:$|[@/_.-])/;

/** Names of denied packages among these. */
export const deniedPackages = (names: readonly string[]): string[] => names.filter((name) => NEVER_PACKAGES.test(name));

/** Every package of package.json and of the lockfile. */
export function packagesOf(root: string): string[] {
  const read = (file: string) => JSON.parse(readFileSync(join(root, file), "utf8"));
  const own = read("package.json");
  const locked = Object.keys(read("package-lock.json").packages).map((path) => path.replace(/^.*node_modules\//, ""));
  const groups = [own.dependencies, own.devDependencies, own.optionalDependencies, own.peerDependencies];
  return [...new Set([...groups.flatMap((group) => Object.keys(group ?? {})), ...locked])].filter(Boolean);
}
