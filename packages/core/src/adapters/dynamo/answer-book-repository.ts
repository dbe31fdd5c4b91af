import { Entity } from "electrodb";
import * as v from "valibot";
import { type AnswerBooks, answerBookSchema } from "../../inbox/index.ts";
import type { Dynamo } from "./client.ts";
import { savedVersion } from "./versioned.ts";

/** A channel's last answers, in one item. */
const answerBookEntity = ({ client, tableName }: Dynamo) =>
  new Entity(
    {
      model: { entity: "answerBook", version: "1", service: "dopys" },
      attributes: {
        workspaceId: { type: "string", required: true },
        channelId: { type: "string", required: true },
        answers: { type: "any", required: true },
        version: { type: "number", required: true },
      },
      indexes: {
        primary: {
          pk: { field: "pk", composite: ["workspaceId", "channelId"] },
          sk: { field: "sk", composite: [] },
        },
      },
    },
    { client, table: tableName },
  );

/** What was answered lately on each channel, in the table. */
export function answerBookRepository(dynamo: Dynamo): AnswerBooks {
  const books = answerBookEntity(dynamo);
  const get: AnswerBooks["get"] = async (workspaceId, channelId) => {
    const { data } = await books.get({ workspaceId, channelId }).go({ consistent: true });
    return data ? v.parse(answerBookSchema, data) : { workspaceId, channelId, answers: [], version: 0 };
  };
  return {
    get,
    save: async (book) => {
      const saved = await savedVersion(
        book,
        (next) =>
          book.version === 0
            ? books.create(next).go()
            : books
                .put(next)
                .where(({ version }, { eq }) => eq(version, book.version))
                .go(),
        () => get(book.workspaceId, book.channelId),
      );
      return saved !== null;
    },
  };
}
