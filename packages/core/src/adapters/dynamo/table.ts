/**
 * The one table's keys and indexes. The stack deploys exactly this, the local cloud and the tests create exactly this.
 *
 * - primary key: what belongs together in a workspace is one partition;
 * - `gsi1`: a workspace's lists in the order of time;
 * - `gsi2`: what system functions look up across workspaces (due work, a channel by its remote id, a session by its hash);
 * - `gsi3`: what of a workspace waits for a person, by the time it is due; leads that were won, by when; sparse.
 */
export const table = {
  keys: { pk: "pk", sk: "sk" },
  indexes: {
    gsi1: { pk: "gsi1pk", sk: "gsi1sk" },
    gsi2: { pk: "gsi2pk", sk: "gsi2sk" },
    gsi3: { pk: "gsi3pk", sk: "gsi3sk" },
  },
  /** Epoch seconds after which DynamoDB may delete the item (days late: expiry is also checked in conditions). */
  timeToLiveAttribute: "expiresAt",
} as const;
