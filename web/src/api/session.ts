import type { Language } from "#core/kernel/language.ts";
import { language } from "../language.ts";
import { forgetAll } from "../resource.ts";
import { me, signedOut } from "../session-state.ts";
import { type Answer, answerOf, api, outliving } from "./client.ts";
import type { Invitation, Me } from "./contract.ts";

/** Asks who is signed in and takes over the member's language. */
export async function loadMe(): Promise<Answer<Me>> {
  const answer = await answerOf(api.me.$get());
  if (answer.ok) {
    signedOut.value = false;
    me.value = answer.value;
    language.value = answer.value.member.language;
  }
  return answer;
}

/** Has a sign-in link mailed. The answer is the same whether or not there is such a member. */
export const askForLink = (email: string) => answerOf(api["sign-in"].$post({ json: { email } }));

/** Uses the link's token up and opens the session. */
export async function enterByLink(token: string): Promise<Answer<unknown>> {
  const answer = await answerOf(api["sign-in"].consume.$post({ json: { token } }));
  return answer.ok ? loadMe() : answer;
}

export async function signOut(): Promise<Answer<unknown>> {
  const answer = await answerOf(api["sign-out"].$post());
  if (answer.ok) {
    forgetAll();
    me.value = undefined;
    signedOut.value = true;
  }
  return answer;
}

/** Changes the member's own name or language. */
export async function changeMe(change: { language?: Language; name?: string }): Promise<Answer<unknown>> {
  const answer = await answerOf(api.me.$patch({ json: change }));
  if (answer.ok && me.value) me.value = { ...me.value, member: answer.value.member };
  return answer;
}

/** Adds a person to the workspace; they get a link by e-mail. Owners only. */
export const inviteMember = (json: Invitation) => answerOf(api.members.$post({ json }));

/** Gives a member another role. Owners only. */
export const changeRole = (id: string, role: Invitation["role"]) =>
  answerOf(api.members[":id"].role.$put({ param: { id }, json: { role } }));

/** Takes a member out of the workspace. Owners only. */
export const removeMember = (id: string, leaving: boolean) =>
  answerOf(api.members[":id"].$delete({ param: { id } }, outliving(leaving)));

/** The members to whom nothing is mailed, and why. */
export const listUnmailed = () => answerOf(api.members.unmailed.$get());
export const listMembers = () => answerOf(api.members.$get());
/** Gives a member the right to acknowledge alerts, or takes it back. */
export const letAcknowledge = (id: string, acknowledges: boolean) =>
  answerOf(api.members[":id"].acknowledges.$put({ param: { id }, json: { acknowledges } }));
