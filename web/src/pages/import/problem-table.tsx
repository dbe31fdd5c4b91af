import { Download } from "lucide-preact";
import type { Import } from "../../api/contract.ts";
import { readProblems } from "../../api/imports.ts";
import { t } from "../../language.ts";
import { useResource } from "../../resource.ts";
import { Button } from "../../ui/button.tsx";
import { Shown } from "../../ui/states.tsx";
import { downloadReport } from "./deeds.ts";

/** The bad rows: number, column, what is wrong and the cure. */
export function ProblemTable({ item, count }: { readonly item: Import; readonly count: number }) {
  const texts = t().exchange;
  const key = `import-problems:${item.id}:${item.state}`;
  const problems = useResource(key, () => readProblems(item.id));
  return (
    <div class="stack">
      <Shown of={problems}>
        {({ rows }) => (
          <>
            <div class="import-problems">
              <table class="table">
                <thead>
                  <tr>
                    <th scope="col" class="number">
                      {texts.row}
                    </th>
                    <th scope="col">{texts.column}</th>
                    <th scope="col">{texts.problem}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.flatMap(({ row, problems: list }) =>
                    list.map((problem, index) => (
                      <tr key={`${row}:${index}`}>
                        <td class="number">{index === 0 ? row : ""}</td>
                        <td>{problem.column}</td>
                        <td>
                          {problem.message} <span class="aside">{problem.cure}</span>
                        </td>
                      </tr>
                    )),
                  )}
                </tbody>
              </table>
            </div>
            {rows.length < count && <p class="aside small">{texts.more(rows.length, count)}</p>}
          </>
        )}
      </Shown>
      <div class="row row-wrap">
        <Button icon={Download} onClick={() => void downloadReport(item.id, item.fileName)}>
          {texts.report}
        </Button>
        <span class="aside small">{texts.reportHint}</span>
      </div>
    </div>
  );
}
