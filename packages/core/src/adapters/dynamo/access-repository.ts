import * as v from "valibot";
import {
  type Member,
  type Members,
  memberSchema,
  type OwnersStore,
  type Session,
  type Sessions,
  type SignInLinks,
  type Workspaces,
  workspaceSchema,
} from "../../access/index.ts";
import { type Dynamo, isConditionFailure } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { credentialEntity, memberEntity, ownersEntity, workspaceEntity } from "./entities/access.ts";

export function workspaceRepository(dynamo: Dynamo): Workspaces {
  const workspaces = workspaceEntity(dynamo);
  return {
    get: async (id) => {
      const { data } = await workspaces.get({ id }).go();
      return data ? v.parse(workspaceSchema, data) : null;
    },
    listAll: async () => {
      const { data } = await workspaces.query.all({}).go({ pages: "all" });
      return data.map((item) => v.parse(workspaceSchema, item));
    },
    create: (workspace) => happens(() => workspaces.create(workspace).go()),
  };
}

export function memberRepository(dynamo: Dynamo): Members {
  const members = memberEntity(dynamo);
  return {
    get: async (workspaceId, id) => {
      const { data } = await members.get({ workspaceId, id }).go({ consistent: true });
      return data ? v.parse(memberSchema, data) : null;
    },
    list: async (workspaceId) => {
      const { data } = await members.query.primary({ workspaceId }).go({ pages: "all", consistent: true });
      return data.map((item) => v.parse(memberSchema, item));
    },
    findByEmail: async (email) => {
      const { data } = await members.query.byEmail({ email }).go({ pages: "all" });
      return data.map((item) => v.parse(memberSchema, item));
    },
    create: (member: Member) => happens(() => members.create(member).go()),
    update: async (workspaceId, id, change) => {
      try {
        const { data } = await members.patch({ workspaceId, id }).set(change).go({ response: "all_new" });
        return v.parse(memberSchema, data);
      } catch (error) {
        if (isConditionFailure(error)) return null;
        throw error;
      }
    },
    remove: async (workspaceId, id) => {
      await members.delete({ workspaceId, id }).go();
    },
  };
}

/** Who owns a workspace. */
export function ownersRepository(dynamo: Dynamo): OwnersStore {
  const stored = ownersEntity(dynamo);
  return {
    get: async (workspaceId) => {
      const { data } = await stored.get({ workspaceId }).go({ consistent: true });
      return data ? { memberIds: data.memberIds, version: data.version } : { memberIds: [], version: 0 };
    },
    save: (workspaceId, memberIds, version) =>
      happens(() =>
        stored
          .put({ workspaceId, memberIds: [...memberIds], version: version + 1 })
          .where((of, { eq, notExists }) => (version === 0 ? notExists(of.version) : eq(of.version, version)))
          .go(),
      ),
  };
}

const toItem = (session: Session, purpose: "session" | "sign-in-link") => ({
  workspaceId: session.workspaceId,
  purpose,
  secretHash: session.secretHash,
  memberId: session.memberId,
  memberSince: session.memberSince,
  expiresAtMs: session.expiresAt,
  expiresAt: Math.ceil(session.expiresAt / 1000),
});

const toSession = (item: {
  workspaceId: string;
  secretHash: string;
  memberId: string;
  memberSince: number;
  expiresAtMs: number;
}) => ({
  workspaceId: item.workspaceId,
  secretHash: item.secretHash,
  memberId: item.memberId,
  memberSince: item.memberSince,
  expiresAt: item.expiresAtMs,
});

export function sessionRepository(dynamo: Dynamo): Sessions {
  const credentials = credentialEntity(dynamo);
  return {
    create: async (session) => {
      await credentials.create(toItem(session, "session")).go();
    },
    find: async (workspaceId, secretHash, nowMs) => {
      const { data } = await credentials.get({ workspaceId, purpose: "session", secretHash }).go({ consistent: true });
      return data && data.expiresAtMs > nowMs ? toSession(data) : null;
    },
    remove: async (workspaceId, secretHash) => {
      await credentials.delete({ workspaceId, purpose: "session", secretHash }).go();
    },
  };
}

export function signInLinkRepository(dynamo: Dynamo): SignInLinks {
  const credentials = credentialEntity(dynamo);
  const members = memberEntity(dynamo);
  return {
    create: async (link) => {
      await credentials.create(toItem(link, "sign-in-link")).go();
    },
    take: async (workspaceId, secretHash, nowMs) => {
      try {
        const { data } = await credentials
          .remove({ workspaceId, purpose: "sign-in-link", secretHash })
          .where(({ expiresAtMs }, { gt }) => gt(expiresAtMs, nowMs))
          .go({ response: "all_old" });
        return data && toSession(data);
      } catch (error) {
        if (isConditionFailure(error)) return null;
        throw error;
      }
    },
    mayMail: (workspaceId, id, nowMs, withinMs) =>
      happens(() =>
        members
          .patch({ workspaceId, id })
          .set({ lastMailAt: nowMs })
          .where(
            ({ lastMailAt }, { notExists, lte }) => `${notExists(lastMailAt)} OR ${lte(lastMailAt, nowMs - withinMs)}`,
          )
          .go(),
      ),
  };
}
