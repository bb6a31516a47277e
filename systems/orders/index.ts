export { bytesOfFile, sendAgain, sendReplies } from "./actions/send-file.ts";
export { fileReducer } from "./views/file-reducer.ts";
export { listOrders } from "./views/orders.ts";
export { ordersRefusals } from "./words.ts";
