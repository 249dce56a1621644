// webhooks.mjs CERTREG: starts the program, has it tell an endpoint of this process, and verifies what comes with the
// standard's own library. The endpoint refuses first, takes the message then, and at last is gone.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Webhook } from 'standardwebhooks';

const [certreg] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'certreg-webhooks-'));
chmodSync(folder, 0o755); // the service may be another user

// What came, and what to answer next: a message that nobody waits for is kept.
class Endpoint {
  messages = [];
  waiting = [];
  status = 204;
  server = createServer((request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      this.messages.push({ headers: request.headers, body: Buffer.concat(parts).toString('utf8') });
      response.writeHead(this.status, this.status === 301 ? { location: '/elsewhere' } : {});
      response.end();
      this.waiting.shift()?.();
    });
  });
  async listen() {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = this.server.address().port;
  }
  async next() {
    while (this.messages.length === 0) await new Promise((resolve) => this.waiting.push(resolve));
    return this.messages.shift();
  }
}

async function start(port) {
  const program = spawn(certreg, ['serve', '--data', join(folder, 'data'), '--listen', '127.0.0.1:0',
    '--allow-network', '127.0.0.0/8', '--allow-port', String(port)], { stdio: ['ignore', 'ignore', 'pipe'] });
  const lines = createInterface({ input: program.stderr });
  const log = [];
  const address = await new Promise((resolve, reject) => {
    program.on('exit', (code) => reject(new Error(`certreg ended with ${code}:\n${log.join('\n')}`)));
    lines.on('line', (line) => {
      log.push(line);
      const found = /"listening".*"address":"([^"]*)"/.exec(line);
      if (found) resolve(found[1]);
    });
  });
  program.removeAllListeners('exit');
  return { program, address };
}

function keyOfAdmin() {
  const child = spawn(certreg, ['key', 'create', '--role', 'admin', '--name', 'test', '--data', join(folder, 'data'), '--json']);
  let text = '';
  child.stdout.on('data', (part) => { text += part; });
  return once(child, 'close').then(() => JSON.parse(text).key);
}

const clientOf = (address, key) => async (method, path, body) => {
  const headers = { authorization: `Bearer ${key}`, ...(body && { 'content-type': 'application/json' }) };
  const answer = await fetch(address + path, { method, headers, body: body && JSON.stringify(body) });
  const text = await answer.text();
  assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${text}`);
  return text ? JSON.parse(text) : null;
};

async function wait(holds) {
  for (let i = 0; i < 600; ++i) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail('it did not become so within a minute');
}

async function run(endpoint, call) {
  const made = await call('POST', '/v1/webhooks', { address: `http://127.0.0.1:${endpoint.port}/hook` });
  const at = `/v1/webhooks/${made.id}`;
  const webhook = new Webhook(made.secret);

  const relationship = await call('POST', '/v1/relationships', {
    reference: 'V-1', supplier: { name: 'Nobody Knows Ltd' }, tier: 'critical', services: ['Mail'],
    owner: { name: 'Ada', email: 'ada@example.com' },
  });
  const opened = await endpoint.next();
  const message = webhook.verify(opened.body, opened.headers);
  assert.equal(message.type, 'finding.opened');
  assert.equal(message.data.relationship.id, relationship.id);
  assert.equal(opened.headers['content-type'], 'application/json');
  assert.throws(() => webhook.verify(`${opened.body} `, opened.headers), 'another body');
  assert.throws(() => webhook.verify(opened.body, { ...opened.headers, 'webhook-id': 'other' }), 'another id');

  const finding = message.data.finding.id;
  const until = new Date(Date.now() + 10 * 86400e3).toISOString().slice(0, 10);
  await call('POST', `/v1/findings/${finding}/decisions`, { kind: 'ask_supplier', until, reason: 'who are they?' });
  for (let decided = false; !decided;) {
    const next = await endpoint.next();
    const { type, data } = webhook.verify(next.body, next.headers);
    decided = type === 'finding.decided';
    if (decided) assert.equal(data.decision.reason, 'who are they?');
  }

  const changed = await call('POST', `${at}/secret`);
  await call('POST', `${at}/test`);
  const both = await endpoint.next();
  for (const secret of [made.secret, changed.secret])
    assert.equal(new Webhook(secret).verify(both.body, both.headers).type, 'webhook.test');

  endpoint.status = 301;
  const { event } = await call('POST', `${at}/test`);
  await endpoint.next();
  await wait(async () => (await call('GET', at)).failures === 1);
  const refused = (await call('GET', `${at}/deliveries`)).items.find((one) => one.event === event);
  assert.deepEqual([refused.state, refused.last_status, refused.attempts], ['queued', 301, 1]);
  endpoint.status = 410;
  await call('PUT', at, { address: `http://127.0.0.1:${endpoint.port}/hook` }); // forgets the failure: no rest
  await call('POST', `${at}/test`);
  await endpoint.next();
  await wait(async () => !(await call('GET', at)).enabled);
  const ended = await call('GET', at);
  assert.equal(ended.disabled_why, 'the endpoint answered 410 Gone');
  const left = (await call('GET', `${at}/deliveries`)).items;
  assert.ok(left.every((one) => ['delivered', 'dropped'].includes(one.state)), JSON.stringify(left));
  console.log(`${left.filter((one) => one.state === 'delivered').length} messages taken and verified, `
    + `${left.filter((one) => one.state === 'dropped').length} dropped after 410`);
}

const endpoint = new Endpoint();
await endpoint.listen();
const { program, address } = await start(endpoint.port);
try {
  await run(endpoint, clientOf(address, await keyOfAdmin()));
} finally {
  program.kill('SIGTERM');
  if (program.exitCode === null) await once(program, 'exit');
  endpoint.server.close();
  rmSync(folder, { recursive: true });
}
