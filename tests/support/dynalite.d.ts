declare module "dynalite" {
  import type { Server } from "node:http";
  /** Starts no listener itself; `path` keeps the tables in LevelDB files there. */
  export default function dynalite(options?: {
    path?: string;
    createTableMs?: number;
    deleteTableMs?: number;
    updateTableMs?: number;
    maxItemSizeKb?: number;
  }): Server;
}
