import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/* What `node:http` does with this machine when it does nothing else: the measure of all ratios. */
const server = createServer((_request, response) => response.end('hello'));
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('disconnect', () => process.exit(0));
