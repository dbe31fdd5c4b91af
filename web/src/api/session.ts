import type { Language } from "#core/kernel/language.ts";
import { language } from "../language.ts";
import { forgetAll } from "../resource.ts";
import { me, signedOut } from "../session-state.ts";
import type { Me, Member } from "./contract.ts";
import { type Answer, get, patch, post } from "./request.ts";

/** Asks who is signed in and takes over the member's language. */
export async function loadMe(): Promise<Answer<Me>> {
  const answer = await get<Me>("/api/me");
  if (answer.ok) {
    signedOut.value = false;
    me.value = answer.value;
    language.value = answer.value.member.language;
  }
  return answer;
}

/** Has a sign-in link mailed. The answer is the same whether or not there is such a member. */
export const askForLink = (email: string): Promise<Answer<unknown>> =>
  post("/api/sign-in", { email, language: language.value });

/** Uses the link's token up and opens the session. */
export async function enterByLink(token: string): Promise<Answer<Me>> {
  const answer = await post("/api/sign-in/consume", { token });
  return answer.ok ? loadMe() : answer;
}

export async function signOut(): Promise<Answer<unknown>> {
  const answer = await post("/api/sign-out");
  if (answer.ok) {
    forgetAll();
    me.value = undefined;
    signedOut.value = true;
  }
  return answer;
}

export async function changeMe(change: { language?: Language; name?: string }): Promise<Answer<unknown>> {
  const answer = await patch("/api/me", change);
  if (answer.ok && me.value) me.value = { ...me.value, member: { ...me.value.member, ...change } };
  return answer;
}

export const listMembers = (): Promise<Answer<{ members: Member[] }>> => get("/api/members");
