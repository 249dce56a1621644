// A service of the test's own: its data in a new folder, its own PostgreSQL, a free port, the sample read in.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const sample = join(dirname(fileURLToPath(import.meta.url)), '../../../importers/sample');
const run = promisify(execFile);

function listening(program, log) {
  const lines = createInterface({ input: program.stderr });
  return new Promise((resolve, reject) => {
    program.once('exit', (code) => reject(new Error(`certreg ended with ${code}:\n${log.join('\n')}`)));
    lines.on('line', (line) => {
      log.push(line);
      const found = /"listening".*"address":"([^"]*)"/.exec(line);
      if (found) resolve(found[1]);
    });
  });
}

const clientOf = (address, key) => async (method, path, body) => {
  const headers = { authorization: `Bearer ${key}`, ...(body && { 'content-type': 'application/json' }) };
  const answer = await fetch(address + path, { method, headers, body: body && JSON.stringify(body) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return text ? JSON.parse(text) : null;
};

// `call` asks the API as an administrator; `command` runs certreg's command line on the service's data; `register` takes
// certificates over as from the sample's certification body; `log` holds the lines that it wrote.
export async function startService(certreg, args = []) {
  const folder = mkdtempSync(join(tmpdir(), 'certreg-browser-'));
  chmodSync(folder, 0o755); // the service may be another user
  const data = join(folder, 'data');
  const program = spawn(certreg, ['serve', '--sample', '--data', data, '--listen', '127.0.0.1:0', ...args],
    { stdio: ['ignore', 'ignore', 'pipe'] });
  const log = [];
  const stop = async () => {
    program.kill('SIGTERM');
    if (program.exitCode === null && program.signalCode === null) await once(program, 'exit');
    rmSync(folder, { recursive: true });
  };
  try {
    const address = await listening(program, log);
    const command = async (...words) => (await run(certreg, [...words, '--data', data])).stdout;
    const keyOf = async (role) => JSON.parse(await command('key', 'create', '--role', role, '--name', `test ${role}`, '--json')).key;
    const register = async (certificates) => {
      const documents = join(folder, 'fictional-register/documents');
      mkdirSync(documents, { recursive: true });
      writeFileSync(join(documents, 'more.jsonl'), certificates.map((one) => JSON.stringify(one)).join('\n'));
      await command('import', join(documents, 'more.jsonl'), '--source', 'sample-fictional-register');
    };
    for (const entry of readdirSync(sample, { withFileTypes: true }))
      if (entry.isDirectory())
        await command('import', join(sample, entry.name, 'documents'), '--source', `sample-${entry.name}`);
    return { address, log, command, keyOf, register, call: clientOf(address, await keyOf('admin')), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
