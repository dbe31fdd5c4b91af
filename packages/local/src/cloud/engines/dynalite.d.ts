declare module "dynalite" {
  import type { Server } from "node:http";
  /** An HTTP server speaking DynamoDB's protocol, its items in LevelDB files under `path`. */
  export default function dynalite(options: {
    path?: string;
    createTableMs?: number;
    deleteTableMs?: number;
    updateTableMs?: number;
  }): Server;
}
