// Is the service in the list? A supplier whose certificate has a list of services, found by word and by short name.
import assert from 'node:assert/strict';
import { signIn } from '../support/visitor.mjs';

const listed = [
  { name: 'Acme Object Storage', short_names: ['AOS'], regions: ['Frankfurt'], extent: 'whole' },
  { name: 'Acme Games', extent: 'out', exclusion: 'not yet certified' },
];

export default async ({ service, page }) => {
  await service.register([{ standard: 'ISO/IEC 27001:2022', number: 'FIC-IS-20999', issuer_printed: 'Fictional Certification Limited',
    holders: [{ name: 'Acme Cloud Ltd', country: 'GB' }], issued: '2025-01-10', expires: '2028-01-09', scope_items: listed }]);
  const { items } = await service.call('GET', '/v1/suppliers?q=Acme');
  await signIn(page, await service.keyOf('reader'));
  await page.goto(`/suppliers/${items[0].supplier.id}`);
  const rows = () => page.locator('#scope tbody tr').allInnerTexts();
  assert.equal((await rows()).length, 2);

  await page.fill('#find', 'aos');
  await page.press('#find', 'Enter');
  await page.waitForURL('**find=aos**');
  assert.match((await rows()).join('\n'), /^Acme Object Storage/);
  assert.equal((await rows()).length, 1);

  await page.fill('#find', 'games');
  await page.click('#scope button');
  await page.waitForURL('**find=games**');
  assert.match((await rows()).join('\n'), /not in scope.*not yet certified/s);

  await page.fill('#find', 'aos madrid');
  await page.click('#scope button');
  await page.waitForURL('**madrid**');
  assert.equal((await rows()).length, 0);
  assert.ok(await page.isVisible('#scope .empty'));
};
