// behaved.mjs ADDRESS FOLDER SECONDS: eight clients that keep to the rules, one request after the other: look-ups, verdicts,
// searches, list pages, HEAD, conditional requests, and requests that are to be refused; each tenth on a connection of its own.
// Prints as JSON how many there were, what was not answered as it should, and how long the answers took.
import { Agent, request } from 'node:http';
import { address, nextKey, nextTarget, pause, percentile } from './clients.mjs';

const seconds = Number(process.argv[4]);
const clients = 8;
const until = Date.now() + seconds * 1000;
const agent = new Agent({ keepAlive: true });
const took = [];
const wrong = {};
const kinds = [
  { status: 200 }, { status: 200 }, { status: 200 },
  { method: 'HEAD', status: 200 },
  { target: '/v1/suppliers?limit=500', status: 200 },
  { target: '/v1/suppliers?limit=0', status: 400 },
  { target: '/v1/suppliers/00000000-0000-7000-8000-000000000000', status: 404 },
  { target: '/v1/nothing-here', status: 404 },
  { key: 'crk_nobody', status: 401 },
];

function ask({ method = 'GET', target, key, headers }, alone) {
  const sent = { authorization: `Bearer ${key ?? nextKey()}`, ...headers };
  return new Promise((resolve, reject) => {
    const asked = request(address + target, { method, headers: sent, agent: alone ? false : agent, timeout: 10_000 }, (answer) => {
      let bytes = 0;
      answer.on('data', (part) => { bytes += part.length; });
      answer.on('error', reject);
      answer.on('end', () => resolve({ status: answer.statusCode, bytes, headers: answer.headers }));
    });
    asked.on('timeout', () => asked.destroy(new Error('no answer in 10 s')));
    asked.on('error', reject);
    asked.end();
  });
}

// A body that ends early makes node's parser fail; a HEAD must have none.
function judge(kind, { status, bytes }) {
  if (status !== kind.status) throw new Error(`${status} instead of ${kind.status}`);
  if ((kind.method === 'HEAD' || status === 304) && bytes > 0) throw new Error(`${status} with a body`);
}

async function askOne(kind, alone) {
  const began = performance.now();
  try {
    const asked = { target: nextTarget(), ...kind };
    const answer = await ask(asked, alone);
    took.push(performance.now() - began);
    judge(kind, answer);
    const etag = answer.headers.etag;
    if (!etag || kind.method) return;
    judge({ status: 304 }, await ask({ ...asked, headers: { 'if-none-match': etag } }, alone));
  } catch (error) {
    const reason = error.code ?? error.message;
    wrong[reason] = (wrong[reason] ?? 0) + 1;
  }
}

async function client(number) {
  for (let i = number; Date.now() < until; ++i) {
    await askOne(kinds[i % kinds.length], i % 10 === 0);
    await pause(2);
  }
}

await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
agent.destroy();
console.log(JSON.stringify({ requests: took.length, wrong, p50: percentile(took, 0.5), p99: percentile(took, 0.99) }));
