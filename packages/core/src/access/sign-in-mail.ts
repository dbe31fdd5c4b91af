import { signInTexts } from "../i18n/mail/sign-in.ts";
import type { Mail } from "../kernel/mail.ts";
import { workspaceTag } from "../kernel/mail-course.ts";
import { mailSheet } from "../kernel/mail-sheet.ts";
import type { Member, Workspace } from "./model.ts";

/** The mail with a link that signs a member in, in the member's language. */
export function signInMail(kind: "signIn" | "invitation", member: Member, workspace: Workspace, link: string): Mail {
  const { language } = member;
  const texts = signInTexts[language][kind];
  const lead = texts.lead({ workspace: workspace.name });
  return {
    to: { address: member.email, name: member.name },
    // By this tag the mail service's word of a mail that came back finds its workspace.
    tags: { [workspaceTag]: member.workspaceId },
    subject: texts.subject({ workspace: workspace.name }),
    ...mailSheet({ language, lead, button: { text: texts.button, link }, note: texts.note }),
  };
}
