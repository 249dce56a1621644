// The checks of the other jobs notice what they are there for: a page that breaks each rule is found to.
import assert from 'node:assert/strict';
import { pageFaults } from '../support/page_check.mjs';
import { newVisitor } from '../support/visitor.mjs';

const broken = `<html><body><p style="width:3000px;color:#999;background:#aaa">faint</p><input>
  <script>console.error('said')</script><img src="https://elsewhere.example/x.png"></body></html>`;

export default async ({ browser, address }) => {
  const { page, context, faults } = await newVisitor(browser, address, '192.0.2.1');
  await page.setContent(broken);
  const found = (await pageFaults(page)).join('\n');
  for (const rule of ['scrolls sideways', 'html-has-lang', 'color-contrast', 'label', 'image-alt', '2560 px, dark'])
    assert.ok(found.includes(rule), `${rule} is not seen:\n${found}`);
  for (const fault of ['asked https://elsewhere.example/x.png', 'console: said']) assert.ok(faults.includes(fault), faults.join('\n'));
  await page.goto('/sign-in');
  await page.evaluate(() => { document.body.innerHTML = '<p style="color: red">no inline style</p>'; });
  assert.ok(faults.some((one) => one.includes('Content Security Policy')), faults.join('\n'));
  await context.close();
};
