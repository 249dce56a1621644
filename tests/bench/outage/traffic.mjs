// traffic.mjs FOLDER ADDRESS...: steady requests to instances that share a database, until SIGTERM; then prints as JSON what
// came of them. In FOLDER: keys; targets, one a line; at the end phases, a line "NAME MILLISECONDS" for each that began.
// Reads go to every instance in turn at READS a second in all, a write to each once a second. What one has written is
// asked of the others until they show it.
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';

const [folder, ...addresses] = process.argv.slice(2);
const readsASecond = Number(process.env.READS ?? 100);
const linesOf = (file) => readFileSync(join(folder, file), 'utf8').split('\n').filter((line) => line !== '');
const [keys, targets] = [linesOf('keys'), linesOf('targets')];
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const waitLimit = 20_000; // for an answer
const seen = []; // {kind, instance, began, took, outcome, age, retryAfter}
const written = []; // {id, instance, at, shown}: when the last of the others showed it
let stopping = false;

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const outcomeOf = (error) => (error.code === 'ETIMEDOUT' ? 'no answer' : `connection: ${error.code ?? error.message}`);

// What came back, a failure of the connection included; never throws.
function ask(instance, method, target, body) {
  const key = keys[seen.length % keys.length];
  const headers = { authorization: `Bearer ${key}` };
  if (body) headers['content-type'] = 'application/json';
  return new Promise((resolve) => {
    const failed = (error) => resolve({ outcome: outcomeOf(error) });
    const sent = request(addresses[instance] + target, { method, headers, agent, timeout: waitLimit }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('error', failed);
      answer.on('end', () => resolve({
        outcome: String(answer.statusCode), body: Buffer.concat(parts).toString(),
        age: answer.headers['certreg-catalogue-age'], retryAfter: answer.headers['retry-after'],
      }));
    });
    sent.on('timeout', () => sent.destroy(Object.assign(new Error(), { code: 'ETIMEDOUT' })));
    sent.on('error', failed);
    sent.end(body);
  });
}

async function note(kind, instance, method, target, body) {
  const began = Date.now();
  const answer = await ask(instance, method, target, body);
  const { outcome, age, retryAfter } = answer;
  seen.push({ kind, instance, began, took: Date.now() - began, outcome, age, retryAfter });
  return answer;
}

const kindOf = (target) => (target.startsWith('/v1/verify') ? 'verify' : target.includes('?q=') ? 'search' : 'look-up');

async function read() {
  const underWay = new Set();
  for (let i = 0; !stopping; ++i) {
    const target = targets[i % targets.length];
    const asked = note(kindOf(target), i % addresses.length, 'GET', target).finally(() => underWay.delete(asked));
    underWay.add(asked);
    await pause(1000 / readsASecond);
  }
  await Promise.all(underWay);
}

async function isShown(instance, id) {
  while (!stopping) {
    const { outcome } = await ask(instance, 'GET', `/v1/suppliers/${id}`);
    if (outcome === '200') return;
    await pause(20);
  }
}

async function follow(instance, id) {
  const one = { id, instance, at: Date.now(), shown: null };
  written.push(one);
  await Promise.all(addresses.map((_, other) => (other === instance ? null : isShown(other, id))));
  if (!stopping) one.shown = Date.now();
}

async function write(instance) {
  for (let i = 0; !stopping; ++i) {
    const body = JSON.stringify({ name: `Outage ${instance} ${i} GmbH` });
    const answer = await note('write', instance, 'POST', '/v1/suppliers', body);
    if (answer.outcome === '201') follow(instance, JSON.parse(answer.body).id);
    await pause(1000);
  }
}

const largest = (values) => values.reduce((most, value) => Math.max(most, value), 0);

function tally(phase, requests) {
  const kinds = {};
  for (const { kind, outcome, took, retryAfter } of requests) {
    const row = (kinds[kind] ??= { requests: 0, outcomes: {}, longest: 0, withoutRetryAfter: 0 });
    ++row.requests;
    row.outcomes[outcome] = (row.outcomes[outcome] ?? 0) + 1;
    row.longest = Math.max(row.longest, took);
    if (outcome === '503' && retryAfter === undefined) ++row.withoutRetryAfter;
  }
  return { phase, kinds, oldest: largest(requests.map(({ age }) => Number(age ?? 0))) };
}

function phasesOf(lines) {
  const begun = lines.map((line) => line.split(' ')).map(([name, at]) => ({ name, at: Number(at) }));
  return begun.map((phase, i) => ({ ...phase, until: begun[i + 1]?.at ?? Infinity }));
}

// Until an instance took a write again, and until that was shown by the others.
function recovery(instance, back) {
  const taken = seen.find((one) =>
    one.kind === 'write' && one.instance === instance && one.outcome === '201' && one.began >= back);
  const shown = written.find((one) => one.instance === instance && one.at >= back && one.shown !== null);
  return { instance, written: taken ? taken.began + taken.took - back : null, shown: shown ? shown.shown - back : null };
}

// Those that were taken and that an instance does not show at the end.
async function missing() {
  const lost = [];
  for (const { id } of written)
    for (const instance of addresses.keys())
      if ((await ask(instance, 'GET', `/v1/suppliers/${id}`)).outcome !== '200') lost.push({ id, instance });
  return lost;
}

async function report() {
  const phases = phasesOf(linesOf('phases'));
  const within = ({ at, until }) => seen.filter(({ began }) => began >= at && began < until);
  const delays = (from, until) => written.filter(({ at, shown }) => shown !== null && at >= from && at < until);
  const back = phases.find(({ name }) => name === 'back').at;
  console.log(JSON.stringify({
    phases: phases.map((phase) => ({
      ...tally(phase.name, within(phase)),
      slowestShown: largest(delays(phase.at, phase.until).map(({ at, shown }) => shown - at)),
    })),
    recovery: [...addresses.keys()].map((instance) => recovery(instance, back)),
    written: written.length,
    missing: await missing(),
  }));
}

const stopped = new Promise((resolve) => process.once('SIGTERM', resolve));
const running = [read(), ...addresses.map((_, instance) => write(instance))];
await stopped;
stopping = true;
await Promise.all(running);
await report();
agent.destroy();
