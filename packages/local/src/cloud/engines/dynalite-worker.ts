import type { AddressInfo } from "node:net";
import { parentPort, workerData } from "node:worker_threads";
import dynalite from "dynalite";

/** Runs dynalite in a thread of its own: it reads account and region from the environment, and parses JSON all day. */
const { path } = workerData as { path: string };
const server = dynalite({ path, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
server.keepAliveTimeout = 10 * 60_000;
server.listen(0, "127.0.0.1", () => parentPort?.postMessage({ port: (server.address() as AddressInfo).port }));
parentPort?.once("message", () => {
  server.close(() => parentPort?.close());
  server.closeAllConnections();
});
