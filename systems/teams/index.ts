export { type Appointment, appoint } from "./actions/appoint-person.ts";
export {
  createFirstAdministrator,
  type FirstAdministrator,
  hasFirstAdministrator,
} from "./actions/create-first-administrator.ts";
export { changeOwnPassword, checkNewPassword, closeAccount, createPerson, newPassword } from "./actions/create-person.ts";
export { createPost, createUnit, type NewPost, type NewUnit } from "./actions/create-unit.ts";
export { endOldSessions } from "./actions/end-old-sessions.ts";
export { endHolding, movePerson, type OpenMattersPorts } from "./actions/move-person.ts";
export {
  personIdOf,
  postIdOf,
  type SeedPerson,
  type SeedPost,
  type SeedUnit,
  seedTeams,
  type TeamsSeed,
  unitIdOf,
} from "./actions/seed-teams.ts";
export { choosePost, signOut } from "./actions/sign-in/end-sessions.ts";
export { type PlantedAuthenticator, plantAuthenticators } from "./actions/sign-in/plant-authenticators.ts";
export { resetAtTheMachine } from "./actions/sign-in/reset-sign-in.ts";
export { signIn } from "./actions/sign-in/sign-in.ts";
export { ARRANGE, arrangesTeams } from "./rules/access.ts";
export { actorOfSession, findActor, type SignedIn } from "./views/actor.ts";
export { listOfficers, unitLeftWithoutAHandler, unitOfPost } from "./views/officers.ts";
export { type PostAtWork, peopleAtWork } from "./views/people-at-work.ts";
export { type PostName, postNames } from "./views/post-names.ts";
export { holdersOf, listPeople, listPosts, postsOfPerson } from "./views/posts.ts";
export { standInForEachOther } from "./views/stand-ins.ts";
export { findUnit, findUnitByCode, listUnits, superiorOf, unitServing, type WherePlaced } from "./views/units.ts";
export { teamsRefusals } from "./words.ts";
