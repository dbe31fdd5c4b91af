import * as v from "valibot";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { type BookName, bookEntity, type Shelf } from "./entities/books.ts";

/** One kept item of a workspace, written on its version; version 0 is none. */
export function bookStore<Book extends { readonly version: number }>(
  dynamo: Dynamo,
  { shelf, name }: { shelf: Shelf; name: BookName },
  schema: v.GenericSchema<unknown, Book>,
  none: Book,
) {
  const books = bookEntity(dynamo, shelf);
  return {
    get: async (workspaceId: string): Promise<Book> => {
      const { data } = await books.get({ workspaceId, name }).go({ consistent: true });
      return data ? v.parse(schema, { ...data.content, version: data.version }) : none;
    },
    save: (workspaceId: string, book: Book): Promise<boolean> => {
      const { version, ...content } = v.parse(schema, book);
      const item = { workspaceId, name, content, version: version + 1 };
      return happens(() =>
        version === 0
          ? books.create(item).go()
          : books
              .put(item)
              .where((of, { eq }) => eq(of.version, version))
              .go(),
      );
    },
  };
}
