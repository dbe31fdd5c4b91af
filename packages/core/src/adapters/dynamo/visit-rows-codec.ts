import * as v from "valibot";
import { type VisitRow, visitKinds } from "../../channels/visits.ts";

/*
 * A day's rows as one string of values without their names: a row of a name of fourteen letters is 40 bytes, so that a year
 * of a dashboard is one query. Numbers that are 0 at the end are left out.
 */
const packedSchema = v.array(v.array(v.union([v.string(), v.number()])));

/** The rows of a day as they are stored. */
export const packVisitRows = (rows: readonly VisitRow[]): string =>
  JSON.stringify(
    rows.map(({ source, medium, campaign, content, kind, sessions, engaged, keyEvents, newUsers, revenue }) => {
      const row = [
        source,
        medium,
        campaign,
        content,
        visitKinds.indexOf(kind),
        sessions,
        engaged,
        newUsers,
        keyEvents,
        revenue,
      ];
      while (row.at(-1) === 0) row.pop();
      return row;
    }),
  );

/** The rows that were stored; parsed by the day's schema afterwards. */
export const unpackVisitRows = (packed: string): unknown[] =>
  v.parse(packedSchema, JSON.parse(packed)).map((row) => {
    const [
      source,
      medium,
      campaign,
      content,
      kind = 0,
      sessions = 0,
      engaged = 0,
      newUsers = 0,
      keyEvents = 0,
      revenue = 0,
    ] = row;
    return {
      source,
      medium,
      campaign,
      content,
      kind: visitKinds[Number(kind)],
      sessions,
      engaged,
      newUsers,
      keyEvents,
      revenue,
    };
  });
