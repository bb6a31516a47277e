import type { Example } from "../../template/shapes.ts";
import { example as e } from "./example.ts";

/** 虚构: short ones, long ones, wrong names, no place, a name that stands twice, places outside the county. */
export const voices: readonly Example[] = [
  e(
    "271 电诉平 13 10:10",
    "facilities.street-lamp",
    "among 龙山街道/东街 冢头镇/东街",
    "东街路灯坏了",
    "东街的路灯坏了好几天了，晚上没法走。",
  ),
];
