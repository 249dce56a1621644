// The reviewer's pages: readable for everybody, a certificate is brought, and two people decide the same proposal.
import assert from 'node:assert/strict';
import { pageFaults } from '../support/page_check.mjs';
import { signIn } from '../support/visitor.mjs';

const addresses = ['/portfolio', '/portfolio/import', '/portfolio/calendar', '/findings', '/reviews', '/reviews/preview', '/alerts',
  '/alerts/messages', '/alerts/preferences', '/proposals', '/upload', '/admin', '/admin/policy', '/admin/sources', '/admin/keys'];
const claim = { name: 'claim.md', mimeType: 'text/markdown',
  buffer: Buffer.from('# Security\n\nSample Harbour Cloud GmbH is certified to ISO/IEC 27001:2022.\n') };

export default async ({ service, page, visitor }) => {
  await service.call('POST', '/v1/relationships', { reference: 'W-1', supplier: { name: 'Sample Orchard Tools Oy' }, tier: 'critical',
    services: ['Orchard'], owner: { name: 'Ada', email: 'ada@example.com' } });
  await signIn(page, await service.keyOf('admin'));
  await page.goto('/upload');
  await page.setInputFiles('input[type=file]', claim);
  await page.locator('a[href^="/proposals/"]').first().click();
  await page.waitForURL('**/proposals/*');
  const proposal = page.url();
  const faults = await pageFaults(page, { readableAt: [360, 1280] });

  const other = await visitor();
  await signIn(other.page, await service.keyOf('reviewer'));
  await other.page.goto(proposal);
  const reject = async (person) => {
    await person.locator('summary', { hasText: 'Reject' }).click();
    await person.fill('[name=reason]', 'it is a test');
    await person.locator('details', { hasText: 'Reject' }).locator('button').click();
  };
  await reject(page);
  await page.waitForURL((url) => !url.href.startsWith(proposal));
  await reject(other.page);
  assert.match(await other.page.textContent('main'), /Somebody was quicker/);

  for (const address of addresses) {
    await page.goto(address);
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));
    faults.push(...await pageFaults(page, { readableAt: [360, 1280] }));
  }
  assert.deepEqual([...faults, ...other.faults], []);
};
