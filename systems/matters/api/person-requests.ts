import { answerARequest } from "../actions/own/person-requests.ts";
import { answerPersonRequest, listPersonRequests } from "../contract.ts";
import { personRequests } from "../views/requests-waiting.ts";
import type { MattersApi } from "./binding.ts";

/** What residents ask about their own data, and the answers of the county centre. */
export function bindPersonRequests({ binder, services }: MattersApi): void {
  binder.bind(listPersonRequests, ({ actor }) => personRequests(services, actor));
  binder.bind(answerPersonRequest, async ({ actor, params, body }) => {
    await answerARequest(services, actor, {
      commandId: body.commandId,
      id: params.id,
      granted: body.granted,
      answer: body.answer,
    });
    return { id: params.id };
  });
}
