// The pages' language: from the browser, then as chosen, staying where one was.
import assert from 'node:assert/strict';
import { signIn } from '../support/visitor.mjs';

const language = (page) => page.getAttribute('html', 'lang');

export default async ({ service, page, visitor }) => {
  await signIn(page, await service.keyOf('reader'));
  await page.goto('/?standard=27001&entity=Sample+Harbour+Cloud+GmbH');
  assert.equal(await language(page), 'en');
  const asked = page.url();
  await page.click('text=Deutsch');
  assert.equal(page.url(), asked);
  assert.equal(await language(page), 'de');
  assert.equal(await page.textContent('main .ask button'), 'Nachschlagen');
  await page.goto('/');
  assert.equal(await language(page), 'de');
  await page.click('text=English');
  assert.equal(await language(page), 'en');

  const german = await visitor({ locale: 'de-DE' });
  await german.page.goto('/sign-in');
  assert.equal(await language(german.page), 'de');
};
