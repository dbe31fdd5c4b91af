import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { Socket } from "node:net";

const channel = "net.server.socket";

/**
 * Closes every connection to `port` that does not come from this machine. fauxqs always listens on all addresses and
 * checks no signature: without this, anyone on the same network could read its queues and buckets. Returns the undo.
 */
export function acceptOnlyLoopback(port: number): () => void {
  const inspect = (message: unknown): void => {
    const { socket } = message as { socket: Socket };
    if (socket.localPort === port && !/^(127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? "")) socket.destroy();
  };
  subscribe(channel, inspect);
  return () => unsubscribe(channel, inspect);
}
