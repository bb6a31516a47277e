import type { Example } from "../../template/shapes.ts";
import { disputes } from "./disputes.table.ts";
import { livelihood } from "./livelihood.table.ts";
import { streets } from "./streets.table.ts";
import { villages } from "./villages.table.ts";
import { voices } from "./voices.table.ts";

/** 虚构示例: messages written for this product in the county's places. `place` and the other labels are what a careful reader would say. */
export const examples: readonly Example[] = [...streets, ...livelihood, ...disputes, ...villages, ...voices];
