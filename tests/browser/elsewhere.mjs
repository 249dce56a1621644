// elsewhere.mjs CERTREG: people sign in with accounts of a real OpenID Connect issuer, certreg behind a proxy.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startIssuer } from './support/issuer.mjs';
import { pageFaults } from './support/page_check.mjs';
import { startProxy } from './support/proxy.mjs';
import { runJob } from './support/run_job.mjs';
import { startService } from './support/service.mjs';
import { host, signIn, startBrowser } from './support/visitor.mjs';

const people = {
  ada: { email: 'ada@example.com', email_verified: true, groups: ['staff', 'certreg-reviewers'] },
  eve: { email: 'eve@example.com', email_verified: true, groups: ['staff'] },
};

async function signInElsewhere(page, name) {
  await page.click('.go');
  await page.fill('input[name=login]', name);
  await page.fill('input[name=password]', 'any');
  await page.click('button[type=submit]');
  await page.click('button[type=submit]'); // it asks whether certreg may know
}

const work = ({ issuer }) => async ({ page, visitor, address, service }) => {
  await page.goto('/?standard=27001&entity=Sample+Harbour+Cloud+GmbH');
  const faults = await pageFaults(page);
  let back;
  page.on('request', (request) => { if (request.url().includes('/sign-in/return?')) back = request.url(); });
  await signInElsewhere(page, 'ada');
  await page.waitForSelector('#outcome');
  assert.match(await page.textContent('.visitor'), /ada@example.com.*reviewer/);
  assert.equal(await page.locator('a[href="/password"]').count(), 0);
  const { items } = await service.call('GET', '/v1/audit-events?limit=1');
  assert.deepEqual([items[0].actor, items[0].action, items[0].noun, items[0].noun_id], ['ada@example.com', 'sign_in', 'guest', 'ada']);

  await page.click('.who form button');
  await page.goto(back);
  assert.match(await page.textContent('[role=alert]'), /used already/, 'the way back is good once');
  assert.equal(await page.locator('.visitor').count(), 0);

  const eve = await visitor({ elsewhere: issuer.name });
  await eve.page.goto('/sign-in');
  await signInElsewhere(eve.page, 'eve');
  assert.match(await eve.page.textContent('[role=alert]'), /no role/);
  faults.push(...await pageFaults(eve.page));
  await eve.page.goto('/');
  assert.equal(new URL(eve.page.url()).pathname, '/sign-in');

  const admin = await visitor();
  await signIn(admin.page, await service.keyOf('admin'));
  await page.goto('/sign-in');
  await page.click('.go'); // the issuer still knows her
  await page.waitForSelector('.visitor');
  await admin.page.goto('/admin/users');
  await admin.page.click('button[aria-label="Block: ada@example.com"]');
  assert.match(await admin.page.textContent('[aria-labelledby=guests]'), /ada@example.com\s*blocked/);
  faults.push(...await pageFaults(admin.page));
  await page.goto('/portfolio');
  assert.equal(new URL(page.url()).pathname, '/sign-in', 'who was blocked is out at once');
  await page.click('.go');
  assert.match(await page.textContent('[role=alert]'), /blocked here/);
  await admin.page.click('button[aria-label="Let in again: ada@example.com"]');
  await page.goto('/sign-in');
  await page.click('.go');
  await page.waitForSelector('.visitor');

  await eve.page.goto(`${address}/sign-in/return?code=stolen&state=invented`);
  assert.match(await eve.page.textContent('[role=alert]'), /begun elsewhere/);
  assert.deepEqual(faults, []);
};

const proxy = await startProxy();
const address = `http://${host}:${proxy.port}`;
const client = { client_id: 'certreg', client_secret: 'of this test: + and &', redirect_uris: [`${address}/sign-in/return`] };
const issuer = await startIssuer(people, client);
const folder = mkdtempSync(join(tmpdir(), 'certreg-secret-'));
const secret = join(folder, 'secret');
writeFileSync(secret, `${client.client_secret}\n`, { mode: 0o600 });

const service = await startService(process.argv[2], ['--behind-proxy', '--public-address', address,
  '--oidc-issuer', issuer.name, '--oidc-client', client.client_id, '--oidc-secret-file', secret,
  '--oidc-role-claim', 'groups', '--oidc-role', 'certreg-reviewers=reviewer',
  '--allow-network', '127.0.0.0/8', '--allow-port', String(issuer.port)]);
proxy.leadTo(service.address);
const browser = await startBrowser();
try {
  if (!await runJob('elsewhere', work({ issuer }), { service, browser, address, options: { elsewhere: issuer.name } })) process.exitCode = 1;
} finally {
  await browser.close();
  await service.stop();
  issuer.stop();
  proxy.stop();
  rmSync(folder, { recursive: true });
}
