// Names that strangers chose: shown as the text they are, run as nothing, and in nobody's way.
import assert from 'node:assert/strict';
import { pageFaults } from '../support/page_check.mjs';
import { signIn } from '../support/visitor.mjs';

const names = {
  markup: '<img src=x onerror=alert(1)><script>alert(2)</script>"\'>{{#verdict}} [[frame.skip]] Ltd',
  long: `${'Unbrechbar'.repeat(29)} GmbH`,
  arabic: 'شركة السحابة المحدودة',
};
// The register takes no name that turns the direction of text; what a visitor types may.
const turning = 'Harmless \u202egnp.exe';

export default async ({ service, page }) => {
  await signIn(page, await service.keyOf('reader'));
  const faults = [];
  for (const [kind, name] of Object.entries(names)) {
    const supplier = (await service.call('POST', '/v1/suppliers', { name })).id;
    await service.call('POST', '/v1/certificates', {
      supplier, standard: 'ISO/IEC 27001:2022', number: name.slice(0, 90), holders: [{ name }], scope: name, services: [name],
      scope_items: [{ name, exclusion: name, extent: 'in_part', regions: [name] }] });
    for (const address of [`/suppliers/${supplier}`, `/?standard=27001&supplier=${supplier}&service=${encodeURIComponent(name)}`]) {
      await page.goto(address);
      assert.ok((await page.innerText('main')).includes(name), `${kind}: the name is not to be read at ${address}`);
      assert.equal(await page.locator('main img, main script').count(), 0, kind);
      faults.push(...await pageFaults(page, { readableAt: [360], in: ['light'] })); // colours do not hang on names
    }
    await page.goto('/');
    await page.fill('#entity', name.slice(0, 40));
    await page.locator('#entity').press('End');
    await page.waitForTimeout(200);
    assert.equal(await page.locator('[role=option] img').count(), 0, kind);
  }
  assert.deepEqual(faults, []);

  await page.goto(`/?standard=27001&entity=${encodeURIComponent(turning)}`);
  assert.ok(!(await page.innerText('main')).includes('\u202e'), 'the direction of text is turned');
};
