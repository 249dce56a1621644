// A buyer signs in with a key, is led back to what was asked, looks a supplier up, and goes on to its page.
import assert from 'node:assert/strict';

export default async ({ service, page }) => {
  await page.goto('/?standard=27001&entity=Sample+Harbour+Cloud+GmbH');
  assert.equal(new URL(page.url()).pathname, '/sign-in');
  await page.fill('#key', 'crk_nobody');
  await page.click('[aria-labelledby=with-key] button');
  assert.match(await page.textContent('[role=alert]'), /key/i);

  await page.waitForTimeout(1100); // after a failure the address waits for a second
  await page.fill('#key', await service.keyOf('buyer'));
  await page.click('[aria-labelledby=with-key] button');
  assert.match(await page.textContent('.visitor'), /test buyer/);
  assert.match(await page.textContent('#outcome'), /Sample Harbour Cloud GmbH/);
  assert.equal(await page.locator('.answers details').count(), 6);

  await page.fill('#service', 'Harbour Compute');
  await page.fill('#on', '2026-11-22');
  await page.click('main .ask button');
  assert.match(await page.textContent('#outcome'), /^\s*Yes/);
  assert.equal(await page.locator('.answers details.yes').count(), 6);

  await page.click('.share a[href^="/suppliers/"]');
  assert.equal(await page.textContent('h1'), 'Sample Harbour Cloud GmbH');
  for (const section of ['certificates', 'claims', 'scope', 'findings', 'sources', 'history'])
    assert.ok(await page.isVisible(`#${section}`), section);
  await page.click('.within a[href="#history"]');
  assert.ok(await page.locator('#history').evaluate((one) => one.getBoundingClientRect().top < innerHeight));

  await page.click('.who form button');
  assert.equal(new URL(page.url()).pathname, '/sign-in');
  await page.goto('/');
  assert.equal(new URL(page.url()).pathname, '/sign-in');
};
