// A session that ended while the page stood open: the next step asks to sign in and leads back; nothing is lost or shown.
import assert from 'node:assert/strict';
import { signIn } from '../support/visitor.mjs';

export default async ({ service, page, context }) => {
  const made = await service.call('POST', '/v1/keys', { name: 'short', role: 'reader' });
  await signIn(page, made.key);
  await page.fill('#entity', 'Sample Harbour Cloud GmbH');
  await service.call('DELETE', `/v1/keys/${made.id}`);
  await page.fill('#service', 'Harbour Compute');
  await page.click('main .ask button');
  assert.equal(new URL(page.url()).pathname, '/sign-in');
  await page.fill('#key', await service.keyOf('reader'));
  await page.press('#key', 'Enter');
  await page.waitForSelector('#outcome');
  assert.equal(await page.inputValue('#service'), 'Harbour Compute');

  await context.clearCookies();
  await page.click('.share a[href^="/suppliers/"]');
  assert.equal(new URL(page.url()).pathname, '/sign-in');
  await page.goBack();
  await page.reload();
  assert.equal(await page.locator('#outcome').count(), 0);
};
