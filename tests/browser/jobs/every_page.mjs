// Every page that is there: readable for everybody (axe, WCAG 2.2 AA) in light and dark, at the widths of a telephone, a
// desk and a wall, and never wider than the window.
import assert from 'node:assert/strict';
import { pageFaults } from '../support/page_check.mjs';
import { signIn } from '../support/visitor.mjs';

const questions = ['/', '/?standard=27001&entity=Sample+Harbour+Cloud+GmbH&service=Harbour+Compute',
  '/?standard=27001&entity=Sample+Orchard+Tools+Oy', '/?standard=27001&entity=Nobody+Ltd', '/?standard=27001'];

export default async ({ service, page }) => {
  const faults = [];
  const look = async (address) => {
    await page.goto(address);
    await page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));
    faults.push(...await pageFaults(page));
  };
  await look('/sign-in');
  await signIn(page, await service.keyOf('reviewer'));
  for (const question of questions) await look(question);
  const { items } = await service.call('GET', '/v1/suppliers');
  for (const { supplier } of items.filter((one) => /Harbour|Orchard/.test(one.supplier.name))) await look(`/suppliers/${supplier.id}`);
  await look('/suppliers/01900000-0000-7000-8000-000000000000');
  assert.deepEqual(faults, []);
};
