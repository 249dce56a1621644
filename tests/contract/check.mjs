// check.mjs TEST_API: lints openapi.yaml, lets the test program answer for every operation, and holds the answers
// against the description. Then it breaks each answer and expects the description to notice.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { parse } from 'yaml';

const here = dirname(fileURLToPath(import.meta.url));
const openapi = join(here, '../../openapi.yaml');
const failures = [];
const fail = (text) => failures.push(text);

function lint() {
  const program = join(here, 'node_modules/@redocly/cli/bin/cli.js');
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  try {
    execFileSync(process.execPath, [program, 'lint', '--extends=recommended', '--max-problems=50', openapi],
      { cwd: here, env, stdio: 'pipe' });
  } catch (error) {
    fail(`openapi.yaml does not pass the lint:\n${error.stdout}${error.stderr}`);
  }
}

function answersOf(program) {
  const folder = mkdtempSync(join(tmpdir(), 'certreg-contract-'));
  try {
    const file = join(folder, 'answers.jsonl');
    execFileSync(program, ['--gtest_filter=Contract.*'], { env: { ...process.env, CERTREG_ANSWERS: file }, stdio: 'pipe' });
    return readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
  } catch (error) {
    fail(`the answers could not be had:\n${error.stdout ?? error}`);
    return [];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const description = parse(readFileSync(openapi, 'utf8'));
const ajv = new Ajv2020({ strict: false, allErrors: false });
formats(ajv);
ajv.addSchema({ $id: 'certreg', components: description.components });

const operations = new Map();
for (const item of Object.values(description.paths))
  for (const operation of Object.values(item)) operations.set(operation.operationId, operation);

const resolved = (node) =>
  node?.$ref ? node.$ref.slice(2).split('/').reduce((at, name) => at[name], description) : node;

const validators = new Map();
function validatorOf(schema) {
  const key = JSON.stringify(schema);
  if (!validators.has(key))
    validators.set(key, ajv.compile(JSON.parse(key.replaceAll('"#/components/', '"certreg#/components/'))));
  return validators.get(key);
}

// Every way to drop a member of an object anywhere in the value, and to add one that nobody knows.
function* broken(value, top = value) {
  if (Array.isArray(value)) {
    if (value.length > 0) yield* broken(value[0], top);
    return;
  }
  if (value === null || typeof value !== 'object') return;
  value.nobody_knows_this = 1;
  yield top;
  delete value.nobody_knows_this;
  for (const name of Object.keys(value)) {
    const kept = value[name];
    delete value[name];
    yield top;
    value[name] = kept;
    yield* broken(kept, top);
  }
}

// `known` and `read` of a difference hold whatever a member of a certificate may hold.
const isFree = (answer) => answer.operationId.endsWith('_proposal') || answer.operationId.endsWith('_proposals');

let mutations = 0;
function check(answer) {
  const name = `${answer.operationId} ${answer.status}`;
  const response = resolved(operations.get(answer.operationId)?.responses[answer.status]);
  if (!response) return fail(`${name}: not described`);
  if (!answer.content_type) return response.content && fail(`${name}: no body, though one is described`);
  const type = answer.content_type.split(';')[0];
  const content = response.content?.[type];
  if (!content) return fail(`${name}: ${type} is not described`);
  if (!type.endsWith('json')) return undefined;
  const valid = validatorOf(content.schema);
  // Of lines the schema is a line's.
  const texts = type === 'application/x-ndjson' ? answer.body.trim().split('\n') : [answer.body];
  for (const text of texts) {
    const body = JSON.parse(text);
    if (!valid(body)) return fail(`${name}: ${JSON.stringify(valid.errors)}\n${text.slice(0, 500)}`);
    for (const wrong of broken(body)) {
      ++mutations;
      if (valid(wrong) && !isFree(answer)) return fail(`${name}: a broken answer passes: ${JSON.stringify(wrong).slice(0, 300)}`);
    }
  }
  return undefined;
}

// What webhooks are sent is held against the description, too.
const told = new Set();
function checkPayloads(answer) {
  if (answer.operationId !== 'list_webhook_deliveries' || answer.status !== 200) return;
  for (const { type, payload } of JSON.parse(answer.body).items) {
    const valid = validatorOf(description.webhooks[type].post.requestBody.content['application/json'].schema);
    const body = JSON.parse(payload);
    if (!valid(body)) fail(`webhook ${type}: ${JSON.stringify(valid.errors)}\n${payload.slice(0, 500)}`);
    for (const wrong of broken(body))
      if (valid(wrong)) fail(`webhook ${type}: a broken message passes: ${JSON.stringify(wrong).slice(0, 300)}`);
    told.add(type);
  }
}

lint();
const answers = answersOf(process.argv[2]);
answers.forEach(check);
answers.forEach(checkPayloads);
for (const type of Object.keys(description.webhooks)) if (!told.has(type)) fail(`webhook ${type}: never told`);
for (const id of operations.keys())
  if (!answers.some((answer) => answer.operationId === id && answer.status < 300)) fail(`${id}: never answered`);
if (mutations < 1000) fail(`only ${mutations} broken answers were tried`);

if (failures.length > 0) {
  console.error(failures.join('\n'));
  process.exit(1);
}
console.log(`${answers.length} answers of ${operations.size} operations hold; ${mutations} broken ones were noticed`);
