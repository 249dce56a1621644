// A real OpenID Connect issuer on a free port. It lets in whoever gives a name, with the claims that the test has for it.
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

function newKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid: 'first', use: 'sig', alg: 'RS256' };
}

const configuration = (people, client) => ({
  clients: [client],
  jwks: { keys: [newKey()] },
  claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['groups'] },
  conformIdTokenClaims: false, // claims stand in the ID token
  pkce: { required: () => true },
  findAccount: (context, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
  cookies: { keys: ['of this test'] },
  features: { devInteractions: { enabled: true } },
});

export async function startIssuer(people, client) {
  let handle;
  const server = createServer((request, response) => handle(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  const name = `http://127.0.0.1:${port}`;
  handle = new Provider(name, configuration(people, client)).callback();
  const stop = () => { server.closeAllConnections(); server.close(); };
  return { name, port, stop };
}
