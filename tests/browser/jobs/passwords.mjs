// An administrator lets a person in; the person chooses a password, works, and is out the moment the account is blocked.
import assert from 'node:assert/strict';
import { pageFaults } from '../support/page_check.mjs';

async function enter(page, name, password) {
  await page.goto('/sign-in?to=%2F%3Fstandard%3D27001%26entity%3DSample%2BHarbour%2BCloud%2BGmbH');
  await page.fill('#name', name);
  await page.fill('#password', password);
  await page.press('#password', 'Enter');
}

async function choose(page, current, chosen) {
  for (const [field, value] of Object.entries({ current, chosen, again: chosen })) await page.fill(`#${field}`, value);
  await page.click('main button');
}

export default async ({ service, page, visitor }) => {
  const once = (await service.command('users', 'create', '--name', 'Ada Example', '--email', 'ada@example.com', '--role', 'buyer')).trim();
  await enter(page, 'Ada Example', once);
  assert.equal(new URL(page.url()).pathname, '/password');
  await page.goto('/');
  assert.equal(new URL(page.url()).pathname, '/password', 'nothing else is open before there is an own password');

  await choose(page, once, 'adaexample12345');
  assert.match(await page.textContent('[role=alert]'), /guessed first/);
  const faults = await pageFaults(page);
  await choose(page, once, 'window carpet 7 onion');
  await page.waitForSelector('.visitor');
  assert.match(await page.textContent('.visitor'), /Ada Example.*buyer/);

  const other = await visitor();
  await enter(other.page, 'ADA@example.com', 'window carpet 7 onion');
  await other.page.waitForSelector('#outcome');
  await page.click('text=Password');
  await choose(page, 'window carpet 7 onion', 'curtain 12 banana ship');
  await other.page.reload();
  assert.equal(new URL(other.page.url()).pathname, '/sign-in', 'another password ends sessions elsewhere');

  await service.command('users', 'block', 'Ada Example');
  await page.goto('/');
  assert.equal(new URL(page.url()).pathname, '/sign-in', 'a block ends sessions');
  await enter(page, 'Ada Example', 'curtain 12 banana ship');
  assert.match(await page.textContent('[role=alert]'), /may not sign in/);
  faults.push(...await pageFaults(page));
  assert.deepEqual(faults, []);
};
