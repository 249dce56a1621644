// run.mjs CERTREG [JOB...]: does the named jobs of jobs/, or all of them, each as new people in one browser at one service.
// A job is a file whose default function gets { service, browser, address, page, context, visitor(options) }; what a
// visitor's pages did and may not fails it. What was seen is printed where a job fails.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startService } from './support/service.mjs';
import { host, newVisitor, startBrowser, whatIsSeen } from './support/visitor.mjs';

const jobs = join(dirname(fileURLToPath(import.meta.url)), 'jobs');
const [certreg, ...named] = process.argv.slice(2);
const names = named.length > 0 ? named : readdirSync(jobs).map((file) => file.replace(/\.mjs$/, ''));

let people = 0;
async function run(name, service, browser) {
  const address = service.address.replace('127.0.0.1', host);
  const visitors = [];
  const visitor = async (options = {}) => {
    visitors.push(await newVisitor(browser, address, `192.0.2.${++people}`, options));
    return visitors.at(-1);
  };
  try {
    const { default: work } = await import(join(jobs, `${name}.mjs`));
    const { page, context } = await visitor();
    await work({ service, browser, address, page, context, visitor });
    assert.deepEqual(visitors.flatMap((one) => one.faults), [], 'what pages did and may not');
    return true;
  } catch (error) {
    for (const one of visitors) console.error(await whatIsSeen(one.page), '\nfaults:', one.faults);
    console.error(`${name} failed:`, error);
    return false;
  } finally {
    for (const one of visitors) await one.context.close();
  }
}

const service = await startService(certreg, ['--behind-proxy']);
const browser = await startBrowser();
try {
  for (const name of names) {
    const began = Date.now();
    const done = await run(name, service, browser);
    console.log(`${name}: ${done ? 'done' : 'FAILED'} in ${((Date.now() - began) / 1000).toFixed(1)} s`);
    if (!done) process.exitCode = 1;
  }
} finally {
  await browser.close();
  await service.stop();
}
