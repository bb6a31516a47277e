export { mediationRefusals } from "./words.ts";
