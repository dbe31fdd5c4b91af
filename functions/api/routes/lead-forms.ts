import { Hono } from "hono";
import {
  changeForm,
  changeFormSchema,
  createForm,
  createFormSchema,
  getForm,
  type LeadForm,
  listForms,
} from "#core/leads/index.ts";
import type { ApiEnv } from "../context.ts";
import type { ApiDeps } from "../deps.ts";
import { refuse } from "../errors.ts";
import { parse } from "../parse.ts";

/** Landing forms of the workspace. */
export function leadFormRoutes(deps: ApiDeps) {
  const formView = ({ workspaceId, ...form }: LeadForm) => ({ ...form, address: `${deps.publicUrl}/f/${form.code}` });
  return new Hono<ApiEnv>()
    .get("/lead-forms", async (c) => {
      const forms = await listForms(deps, c.get("actor"));
      return forms.ok ? c.json({ forms: forms.value.map(formView) }) : refuse(c, forms.error);
    })
    .post("/lead-forms", parse("json", createFormSchema), async (c) => {
      const form = await createForm(deps, c.get("actor"), c.req.valid("json"));
      return form.ok ? c.json({ form: formView(form.value) }, 201) : refuse(c, form.error);
    })
    .get("/lead-forms/:id", async (c) => {
      const form = await getForm(deps, c.get("actor"), { formId: c.req.param("id") });
      return form.ok ? c.json({ form: formView(form.value) }) : refuse(c, form.error);
    })
    .put("/lead-forms/:id", parse("json", changeFormSchema), async (c) => {
      const input = { ...c.req.valid("json"), formId: c.req.param("id") ?? "" };
      const form = await changeForm(deps, c.get("actor"), input);
      return form.ok ? c.json({ form: formView(form.value) }) : refuse(c, form.error);
    });
}
