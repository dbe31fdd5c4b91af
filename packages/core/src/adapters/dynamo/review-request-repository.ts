import * as v from "valibot";
import {
  type AskedPeople,
  type AskedPerson,
  askedPersonSchema,
  type ReviewRequest,
  type ReviewRequests,
  reviewRequestSchema,
} from "../../review-requests/index.ts";
import { atMost } from "./at-most.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { askedPersonEntity, requestWakeShards, reviewRequestEntity } from "./entities/review-requests.ts";
import { fromWakeShards, wakeShardOf } from "./wake-shard.ts";

/** Requests go by themselves after so long, and their personal data with them. */
const keptMs = 540 * 86_400_000;

const parse = (item: unknown): ReviewRequest => v.parse(reviewRequestSchema, item);
const parsePerson = (item: unknown): AskedPerson => v.parse(askedPersonSchema, item);

const toItem = (request: ReviewRequest) => ({
  ...parse(request),
  wakeShard: wakeShardOf(request.id, requestWakeShards),
  wakeKey: request.wakeAt ?? 0,
  expiresAt: Math.ceil((request.createdAt + keptMs) / 1000),
});

/** Requests for reviews in the table. */
export function reviewRequestRepository(dynamo: Dynamo): ReviewRequests {
  const requests = reviewRequestEntity(dynamo);
  return {
    get: async (workspaceId, id) => {
      const { data } = await requests.get({ workspaceId, id }).go({ consistent: true });
      return data ? parse(data) : null;
    },
    create: (request) => happens(() => requests.create(toItem(request)).go()),
    replace: (request) =>
      happens(() =>
        requests
          .put(toItem(request))
          .where(({ version }, { eq }) => eq(version, request.version - 1))
          .go(),
      ),
    list: async (workspaceId, limit, after) => {
      const listed = requests.query.byTime({ workspaceId });
      const rest = after ? listed.lt({ createdAt: after.at, id: after.id }) : listed;
      const { data } = await rest.go({ order: "desc", ...atMost(limit) });
      return data.map(parse);
    },
    listSince: async (workspaceId, sinceMs, limit) => {
      const { data } = await requests.query
        .byTime({ workspaceId })
        .gte({ createdAt: sinceMs })
        .go({ order: "desc", ...atMost(limit) });
      return data.map(parse);
    },
    listDue: async (nowMs, limit) => {
      const found = await fromWakeShards(requestWakeShards, (wakeShard) =>
        requests.query
          .byWake({ wakeShard })
          .lt({ wakeKey: nowMs + 1 })
          .go(atMost(limit)),
      );
      return found.map(parse).slice(0, limit);
    },
  };
}

/** People who were asked, or do not want to be, in the table. */
export function askedPeopleRepository(dynamo: Dynamo): AskedPeople {
  const people = askedPersonEntity(dynamo);
  return {
    get: async (workspaceId, id) => {
      const { data } = await people.get({ workspaceId, id }).go({ consistent: true });
      return data ? parsePerson(data) : null;
    },
    save: (person) => {
      const item = parsePerson(person);
      return happens(() =>
        item.version === 1
          ? people.create(item).go()
          : people
              .put(item)
              .where(({ version }, { eq }) => eq(version, item.version - 1))
              .go(),
      );
    },
  };
}
