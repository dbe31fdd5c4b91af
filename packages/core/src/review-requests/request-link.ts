import { timingSafeEqual } from "node:crypto";
import type { Failure } from "../kernel/failure.ts";
import { err, ok, type Result } from "../kernel/result.ts";
import { hashOfSecret } from "../kernel/secret.ts";
import { requestLinkInvalid } from "./errors.ts";
import type { ReviewRequest } from "./model.ts";
import type { ReviewRequests } from "./ports.ts";

/** The workspace's ULID, the request's digest and 256 bits. */
const tokenForm = /^([0-9A-Z]{26})([0-9a-f]{32})([\w-]{43})$/;

/** What the address of a link ends with. */
export const requestToken = ({ workspaceId, id }: Pick<ReviewRequest, "workspaceId" | "id">, secret: string): string =>
  `${workspaceId.slice("ws_".length)}${id.slice("ask_".length)}${secret}`;

/**
 * The request that a link came with. A token that is wrong or forged gets one and the same answer as one whose request is
 * gone; the hashes are compared in constant time.
 */
export async function openRequestLink(
  deps: { requests: Pick<ReviewRequests, "get"> },
  token: string,
): Promise<Result<ReviewRequest, Failure>> {
  const [, workspace, id, secret] = tokenForm.exec(token) ?? [];
  if (!workspace || !id || !secret) return err(requestLinkInvalid());
  const request = await deps.requests.get(`ws_${workspace}`, `ask_${id}`);
  const hash = hashOfSecret(secret);
  return request?.secretHashes.some((known) => isSame(hash, known)) ? ok(request) : err(requestLinkInvalid());
}

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
