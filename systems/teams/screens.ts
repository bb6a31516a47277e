export { AccountNeeds, useAccountNeeds } from "./desk/sign-in/account-needs.tsx";
export { ProveAgain } from "./desk/sign-in/prove-again.tsx";
export { ResetTold } from "./desk/sign-in/reset-told.tsx";
export { SessionWatch } from "./desk/sign-in/session-watch.tsx";
export { SignIn } from "./desk/sign-in/sign-in.tsx";
