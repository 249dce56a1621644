// run.mjs CERTREG [JOB...]: does the named jobs of jobs/, or all of them, in one browser at one service. A job is a file
// whose default function gets { service, browser, address, page, context, visitor(options) }; what a visitor's pages did and
// may not fails it.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runJob } from './support/run_job.mjs';
import { startService } from './support/service.mjs';
import { host, startBrowser } from './support/visitor.mjs';

const jobs = join(dirname(fileURLToPath(import.meta.url)), 'jobs');
const [certreg, ...named] = process.argv.slice(2);
const names = named.length > 0 ? named : readdirSync(jobs).map((file) => file.replace(/\.mjs$/, ''));

const service = await startService(certreg, ['--behind-proxy']);
const browser = await startBrowser();
const address = service.address.replace('127.0.0.1', host);
try {
  for (const name of names) {
    const { default: work } = await import(join(jobs, `${name}.mjs`));
    if (!await runJob(name, work, { service, browser, address })) process.exitCode = 1;
  }
} finally {
  await browser.close();
  await service.stop();
}
