// The laws of the house over the whole tree. Ends with 1 where one is broken; warnings do not.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SYSTEMS } from "../../systems/map.ts";
import { citationFaults } from "./citation-law.ts";
import { FORM_FIELDS } from "./form-fields.table.ts";
import { formFaults, formsAsked } from "./form-law.ts";
import { crossings, foldersOfSystems, importRules, SOURCE_FOLDERS } from "./import-law.ts";
import { deniedPackages, neverWordFaults, packagesOf } from "./never-law.ts";
import { linesOf, projectFiles, sameNames, tooFull, tooLong } from "./size-law.ts";
import { sqlFaults } from "./sql-law.ts";

const root = join(import.meta.dirname, "..", "..");
const faults: string[] = [];
const folders = foldersOfSystems(root);
for (const name of folders.filter((folder) => !(folder in SYSTEMS))) faults.push(`systems/${name} has no line in systems/map.ts`);
for (const name of Object.keys(SYSTEMS).filter((system) => !folders.includes(system)))
  faults.push(`systems/map.ts names ${name}, which has no folder`);

const { found, files } = await crossings(root, importRules(SYSTEMS, folders));
for (const { rule, from, to } of found) faults.push(`${rule}: ${from} → ${to}`);

const tree = projectFiles(root);
const unread = tree.filter(
  (file) => new RegExp(`^(${SOURCE_FOLDERS.join("|")})/.+\\.tsx?$`).test(file) && !files.has(file) && !file.endsWith(".d.ts"),
);
if (unread.length) faults.push(`not read by the import law: ${unread.join(", ")}`);
faults.push(...citationFaults(root, tree), ...sqlFaults(root, SYSTEMS), ...tooLong(tree, linesOf(root)), ...sameNames(tree));
faults.push(
  ...neverWordFaults(tree, (file) => readFileSync(join(root, file), "utf8")),
  ...formFaults(await formsAsked(root), FORM_FIELDS),
  ...deniedPackages(packagesOf(root)).map((name) => `the package ${name} knows faces, plates or voices, or follows users`),
);

for (const hint of tooFull(tree)) console.log(`hint  ${hint}`);
for (const fault of [...new Set(faults)].sort()) console.log(`fault ${fault}`);
console.log(`${files.size} files read, ${new Set(faults).size} faults`);
process.exit(faults.length ? 1 : 0);
