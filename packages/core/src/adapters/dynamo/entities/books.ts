import { Entity } from "electrodb";
import type { Dynamo } from "../client.ts";

/** The shelves of books: what a workspace's alerts go by, and what it has agreed about its reviews. */
export type Shelf = "alertBook" | "reviewBook";

const names = ["settings", "questions", "requests", "answers", "causes"] as const;
export type BookName = (typeof names)[number];

/** One item of a workspace that is kept as a whole, by its name. */
export const bookEntity = ({ client, tableName }: Dynamo, shelf: Shelf) =>
  new Entity(
    {
      model: { entity: shelf, version: "1", service: "dopys" },
      attributes: {
        workspaceId: { type: "string", required: true },
        name: { type: names, required: true },
        content: { type: "any", required: true },
        version: { type: "number", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId"] },
          sk: { field: "sk", composite: ["name"] },
        },
      },
    },
    { client, table: tableName },
  );
