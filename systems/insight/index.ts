export { board } from "./views/board.ts";
export { insightRefusals } from "./words.ts";
