export { useWaitingApprovals } from "./desk/queries.ts";
