import { err, ok, type Result } from "../../kernel/result.ts";
import type { CallFailure } from "../answers.ts";
import type { ConnectorError } from "../errors.ts";

/** More pages than any person has accounts or what is in them; it bounds the walk. */
const maxPages = 20;

/** All pages of a list of Google's, each asked for by the token that the one before gave. */
export async function allPages<Page extends { nextPageToken?: string | undefined }>(
  ask: (page: readonly (readonly [string, string])[]) => Promise<Result<Page, CallFailure>>,
): Promise<Result<readonly Page[], ConnectorError>> {
  const pages: Page[] = [];
  for (let token: string | undefined; pages.length < maxPages; ) {
    const answer = await ask(token ? [["pageToken", token]] : []);
    if (!answer.ok) return err(answer.error.cause);
    pages.push(answer.value);
    token = answer.value.nextPageToken;
    if (!token) break;
  }
  return ok(pages);
}
