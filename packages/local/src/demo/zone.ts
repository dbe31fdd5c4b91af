import { Temporal } from "temporal-polyfill";

/** The time zone of the demo workspace, by which its days are told, whatever zone the machine is in. */
export const demoZone = "Europe/Kyiv";

/** The day that the demo workspace has at present. */
export const demoToday = (): Temporal.PlainDate => Temporal.Now.plainDateISO(demoZone);
