import { modifierKey } from "../keys.ts";
import { t } from "../language.ts";
import { Dialog } from "../ui/dialog.tsx";
import { pageName } from "./page-name.ts";
import { allPages } from "./pages.ts";

/** All keys, by where they work: `?`. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const texts = t().shell;
  const { keys } = texts;
  const groups: [string, [string, string][]][] = [
    [
      keys.everywhere,
      [
        ["C", keys.newPost],
        [`${modifierKey} K`, keys.palette],
        ["?", keys.help],
        ["Esc", keys.leave],
        ...allPages.map((page): [string, string] => [`G ${page.key.toUpperCase()}`, keys.goTo(pageName(page))]),
      ],
    ],
    [
      keys.inInbox,
      [
        ["J", keys.next],
        ["K", keys.previous],
        ["R", keys.reply],
        ["E", keys.done],
        ["A", keys.assign],
        ["L", keys.label],
        ["H", keys.snooze],
        ["N", keys.note],
        ["X", keys.pick],
      ],
    ],
    [
      keys.inCalendar,
      [
        ["P", keys.periodBack],
        ["N", keys.periodOn],
        ["T", keys.periodNow],
        ["M", keys.move],
      ],
    ],
  ];
  return (
    <Dialog title={keys.title} onClose={onClose} className="keys-dialog">
      <div class="keys">
        {groups.map(([name, rows]) => (
          <section key={name}>
            <h3>{name}</h3>
            <dl>
              {rows.map(([key, does]) => (
                <div key={key}>
                  <dt>
                    {key.split(" ").map((part, at) => (
                      <kbd key={`${part} ${at}`}>{part}</kbd>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
