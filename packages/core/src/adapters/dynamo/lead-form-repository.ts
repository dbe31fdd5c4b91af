import * as v from "valibot";
import { type Admissions, type LeadForm, type LeadForms, leadFormSchema } from "../../leads/index.ts";
import { atMost } from "./at-most.ts";
import type { Dynamo } from "./client.ts";
import { happens } from "./conditional-write.ts";
import { admissionEntity, leadFormEntity } from "./entities/lead-forms.ts";
import { savedVersion } from "./versioned.ts";

const parse = (item: unknown): LeadForm => v.parse(leadFormSchema, item);

/** Landing forms in the table. */
export function leadFormRepository(dynamo: Dynamo): LeadForms {
  const forms = leadFormEntity(dynamo);
  const get = async (workspaceId: string, id: string) => {
    const { data } = await forms.get({ workspaceId, id }).go({ consistent: true });
    return data ? parse(data) : null;
  };
  return {
    get,
    findByCode: async (code) => {
      const { data } = await forms.query.byCode({ code }).go(atMost(1));
      return data[0] ? parse(data[0]) : null;
    },
    list: async (workspaceId) => {
      const { data } = await forms.query.primary({ workspaceId }).go({ pages: "all" });
      return data.map(parse);
    },
    create: (form) => happens(() => forms.create(parse(form)).go()),
    save: (form) =>
      savedVersion(
        form,
        (next) =>
          forms
            .put(parse(next))
            .where(({ version }, { eq }) => eq(version, form.version))
            .go(),
        () => get(form.workspaceId, form.id),
      ),
  };
}

/** What has come from an address, counted in one write. */
export function admissionCounter(dynamo: Dynamo): Admissions {
  const admissions = admissionEntity(dynamo);
  return {
    admit: (key, limit, until) =>
      happens(() =>
        admissions
          .upsert({ key, expiresAt: Math.ceil(until / 1000) })
          .add({ count: 1 })
          .where((of, { notExists, lt }) => `${notExists(of.count)} OR ${lt(of.count, limit)}`)
          .go(),
      ),
  };
}
