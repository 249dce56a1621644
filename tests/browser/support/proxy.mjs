// What stands before certreg in production: people come to its port, which is known before certreg's is.
import { once } from 'node:events';
import { createServer, request as ask } from 'node:http';

export async function startProxy() {
  let target;
  const server = createServer((request, response) => {
    const { hostname, port } = new URL(target);
    const headers = { ...request.headers, 'x-forwarded-for': '192.0.2.1', 'x-forwarded-proto': 'http' };
    const onward = ask({ hostname, port, method: request.method, path: request.url, headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = () => { server.closeAllConnections(); server.close(); };
  return { port: server.address().port, leadTo: (address) => { target = address; }, stop };
}
