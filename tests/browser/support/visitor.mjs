// A browser of one person. It notes what pages may never do: ask another host, break the content policy, write errors.
import { chromium } from 'playwright-core';

const executablePath = process.env.CERTREG_CHROMIUM ?? '/usr/bin/chromium';

// With the sample, pages are open to whoever asks for this machine by its own name; people come by another.
export const host = 'certreg.example';

export const startBrowser = () => chromium.launch({
  executablePath,
  args: ['--headless', '--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', `--host-resolver-rules=MAP ${host} 127.0.0.1`],
});

// `faults` fills while the person works; `from` is whom the service takes it for. A refused page is an error to the browser's
// console and none to us. `elsewhere`: a second place that pages may lead to; what its pages do is their own affair.
export async function newVisitor(browser, address, from, { elsewhere, ...options } = {}) {
  const context = await browser.newContext({ baseURL: address, locale: 'en-GB', viewport: { width: 1280, height: 800 },
    extraHTTPHeaders: { 'X-Forwarded-For': from }, ...options });
  const isOurs = (url) => url.startsWith(`${address}/`) || url.startsWith('data:');
  const isElsewhere = (url) => Boolean(elsewhere) && url.startsWith(`${elsewhere}/`);
  context.setDefaultTimeout(10_000);
  const faults = [];
  context.on('request', (request) => {
    if (!isOurs(request.url()) && !isElsewhere(request.url()) && !isElsewhere(request.frame().url()))
      faults.push(`asked ${request.url()}`);
  });
  await context.route((url) => !isOurs(url.href) && !isElsewhere(url.href), (route) => route.abort());
  context.on('console', (message) => {
    const refused = /^Failed to load resource: the server responded with a status of 4\d\d/.test(message.text());
    if (['error', 'warning'].includes(message.type()) && !refused && !isElsewhere(message.page().url()))
      faults.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => faults.push(`script: ${error.error()}`));
  context.on('dialog', (dialog) => { faults.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  return { context, page: await context.newPage(), faults };
}

export async function signIn(page, key) {
  await page.goto('/sign-in');
  await page.fill('#key', key);
  await page.press('#key', 'Enter');
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

// For a failure's message: where the person is and what is to be read there.
export async function whatIsSeen(page) {
  const text = await page.evaluate(() => document.body?.innerText ?? '').catch((error) => `(${error.message})`);
  return `at ${page.url()}\n${text.slice(0, 4000)}`;
}
