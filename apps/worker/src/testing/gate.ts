import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

/** A door in front of a server: while it is shut, the server cannot be reached at its address. */
export interface Gate {
  port: number;
  open(): Promise<void>;
  shut(): Promise<void>;
}

/** A gate, shut at first. */
export async function gateTo(target: { host: string; port: number }): Promise<Gate> {
  const sockets = new Set<Socket>();
  const server = createServer((inside) => {
    const outside = connect(target);
    for (const socket of [inside, outside]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    }
    inside.on('close', () => outside.destroy());
    outside.on('close', () => inside.destroy());
    inside.pipe(outside).pipe(inside);
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const shut = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  await shut();
  return { port, open: () => listen(port), shut };
}
