import { createServer } from "node:net";
import { libprocessCompliance } from "./libprocess-compliance.ts";
import { Router } from "./router.ts";
import { startTransport, type TransportServer } from "./transport-server.ts";

/** A loopback port where nothing listens, for now. */
async function unusedAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return `127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
}

for (const messageReplies of ["all", "clients"] as const) {
  libprocessCompliance(`sockets, replies to ${messageReplies}`, async () => {
    const open: TransportServer[] = [];
    return {
      createNode: async () => {
        const node = await startTransport({
          host: "127.0.0.1",
          router: new Router(),
          messageReplies,
        });
        open.push(node);
        return node;
      },
      unusedAddress,
      close: async () => {
        await Promise.all(open.map((node) => node.close()));
      },
    };
  });
}
