// An administrator works on the pages: makes a user and a key, sees them in the audit trail; a reviewer may not.
import assert from 'node:assert/strict';
import { pageFaults } from '../support/page_check.mjs';
import { signIn } from '../support/visitor.mjs';

export default async ({ service, page, visitor }) => {
  await signIn(page, await service.keyOf('admin'));
  await page.click('text=Administration');
  await page.click('.within >> text=Users');
  await page.fill('#user-name', 'Grace <b>Example</b>');
  await page.fill('#user-email', 'grace@example.com');
  await page.selectOption('#user-role', 'reviewer');
  await page.click('[aria-labelledby=new-user] button');
  const once = await page.textContent('.secret');
  assert.match(once, /^([A-Z2-9]{4}-){4}[A-Z2-9]{4}$/);
  const faults = await pageFaults(page);
  await page.reload(); // sends the form again
  assert.match(await page.textContent('[role=alert]'), /of that name/);

  const grace = await visitor();
  await grace.page.goto('/sign-in');
  await grace.page.fill('#name', 'grace@example.com');
  await grace.page.fill('#password', once);
  await grace.page.press('#password', 'Enter');
  await grace.page.waitForURL('**/password**');

  const card = page.locator('article', { hasText: 'grace@example.com' });
  await card.locator('input[type=checkbox]').check();
  await card.locator('button', { hasText: 'Change' }).click();
  assert.ok(await page.locator('article', { hasText: 'grace@example.com' }).locator('.tag').isVisible());
  await grace.page.reload();
  assert.equal(new URL(grace.page.url()).pathname, '/sign-in');

  await page.click('.within >> text=API keys');
  await page.fill('#key-name', 'procurement');
  await page.click('[aria-labelledby=new-key] button');
  const key = await page.textContent('.secret');
  const asked = () => fetch(`${service.address}/v1/standards`, { headers: { authorization: `Bearer ${key}` } });
  assert.equal((await asked()).status, 200);
  faults.push(...await pageFaults(page));
  await page.locator('article', { hasText: 'procurement' }).locator('button').click();
  assert.equal((await asked()).status, 401);

  await page.click('.within >> text=Policy');
  await page.click('text=Who would change?');
  assert.match(await page.textContent('[aria-labelledby=effects]'), /Nothing would change/);
  faults.push(...await pageFaults(page));

  for (const name of ['Sources', 'Audit trail', 'System']) {
    await page.click(`.within >> text=${name}`);
    faults.push(...await pageFaults(page));
  }
  await page.goto('/admin/audit');
  const trail = await page.innerText('tbody');
  for (const deed of ['revoke', 'create', 'block']) assert.ok(trail.includes(deed), trail);
  assert.deepEqual(faults, []);

  const reviewer = await visitor();
  await signIn(reviewer.page, await service.keyOf('reviewer'));
  assert.equal(await reviewer.page.locator('text=Administration').count(), 0);
  assert.equal((await reviewer.page.goto('/admin/users')).status(), 403);
};
