// Reduces the seat's roads for drawing: node counties/jiaxian/territory/read-roads.mjs FILE
// FILE is JSON with "roads": a GeoJSON feature collection of lines in WGS-84 from OpenStreetMap ("hw" the highway class, "name").
import { readFileSync, writeFileSync } from "node:fs";

const { roads, generated } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const MAIN = new Set(["trunk", "primary", "secondary"]);
const STREET = new Set([
  "tertiary",
  "residential",
  "living_street",
  "unclassified",
  "pedestrian",
  "primary_link",
  "secondary_link",
]);
const TOLERANCE = 0.00004; // degrees, about four metres

function reduced(line) {
  if (line.length < 3) return line;
  const [a, b] = [line[0], line.at(-1)];
  let farthest = 0;
  let far = 0;
  line.slice(1, -1).forEach((point, index) => {
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    const away =
      length === 0
        ? Math.hypot(point[0] - a[0], point[1] - a[1])
        : Math.abs((b[0] - a[0]) * (a[1] - point[1]) - (a[0] - point[0]) * (b[1] - a[1])) / length;
    if (away > far) [far, farthest] = [away, index + 1];
  });
  if (far <= TOLERANCE) return [a, b];
  return [...reduced(line.slice(0, farthest + 1)).slice(0, -1), ...reduced(line.slice(farthest))];
}

const round = (value) => Math.round(value * 1e5) / 1e5;
const drawn = roads.features.map(({ geometry, properties }) => ({
  ...(properties.name ? { name: properties.name } : {}),
  rank: MAIN.has(properties.hw) ? "main" : STREET.has(properties.hw) ? "street" : "way",
  line: reduced(geometry.coordinates).map((point) => point.map(round)),
}));
const all = drawn.flatMap((road) => road.line);
const [xs, ys] = [all.map((point) => point[0]), all.map((point) => point[1])];
const head = {
  attribution: "© OpenStreetMap contributors, ODbL",
  source: `OpenStreetMap (WGS-84), ${generated}; https://opendatacommons.org/licenses/odbl/1-0/`,
  extent: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
};
const lines = drawn.map((road) => `    ${JSON.stringify(road)}`).join(",\n");
writeFileSync(
  new URL("seat-roads.json", import.meta.url),
  `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "roads": [\n${lines}\n  ]\n}\n`,
);
console.log(`${drawn.length} roads, ${all.length} points`);
