import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pressShortcut } from '../../scripts/browser/keyboard.mjs';
import { waitForNoReader } from '../../scripts/browser/reader.mjs';
import { clickToolbarIcon } from '../../scripts/browser/toolbar.mjs';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import type { Browser } from './browser.ts';
import { badgeOf, openReader, snapshot, startBrowser, textsOf } from './browser.ts';
import type { ServedPage, Site } from './site.ts';
import { articleBody, articlePage, serveSite } from './site.ts';

const title = '渠道商搬家以后';
const lastWords = '这是最后一句，它必须还在这里。';
const xhtml = 'http://www.w3.org/1999/xhtml';

const articles: Record<string, string | ServedPage> = {
  '/broken-picture': articlePage(title, `<p><img src="/none.jpg" alt="一张没有的图"></p><p>${lastWords}</p>`),
  '/clobbered': articlePage(title, `<form><input name="parentNode"><input name="nextElementSibling"></form><p>${lastWords}</p>`),
  '/frames': articlePage(title, `<iframe src="/broken-picture"></iframe><iframe srcdoc="<p>框里的话</p>"></iframe><p>${lastWords}</p>`),
  '/hostile-style': articlePage(title, `<p>${lastWords}</p>`).replace('</head>', '<style>body, body *, jingdu-reader { display: none !important; color: red !important; font-size: 0 !important }</style></head>'),
  '/many-elements': articlePage(title, `<p>${lastWords}</p>${'<i>·</i>'.repeat(40_000)}`),
  '/strict-policy': { body: articlePage(title, `<p>${lastWords}</p>`), headers: { 'Content-Security-Policy': "default-src 'none'; sandbox" } },
  '/xhtml': {
    body: `<?xml version="1.0" encoding="utf-8"?><html xmlns="${xhtml}" lang="zh-CN"><head><title>${title}</title></head><body>${articleBody(title, `<p>${lastWords}</p>`)}</body></html>`,
    type: 'application/xhtml+xml',
  },
};

const others: Record<string, string | ServedPage> = {
  '/deep': articlePage(title, `${'<div>'.repeat(5000)}<p>${lastWords}</p>${'</div>'.repeat(5000)}`),
  '/empty': '',
  '/frameset': '<!doctype html><html><head><title>框架</title></head><frameset cols="50%,50%"><frame src="/empty"><frame src="/empty"></frameset></html>',
  '/no-body': { body: `<html xmlns="${xhtml}"><head><title>没有正文</title></head></html>`, type: 'application/xhtml+xml' },
  '/picture.svg': { body: '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text y="20">图</text></svg>', type: 'image/svg+xml' },
  '/text.txt': { body: '只有文字。\n'.repeat(40), type: 'text/plain; charset=utf-8' },
};

let browser: Browser;
let site: Site;

beforeAll(async () => {
  const changing = '<script>setInterval(() => { const p = document.querySelector("article p:last-of-type"); p.replaceWith(p.cloneNode(true)); document.body.dataset.tick = Date.now(); }, 5)</script>';
  site = await serveSite({ ...articles, ...others, '/changing': articlePage(title, changing) });
  browser = await startBrowser();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

describe.each(Object.keys(articles))('%s', (path) => {
  test('gives a clean reader view, and the page back as it was', async () => {
    const { page } = browser;
    await page.goto(site.origin + path);
    const before = await snapshot(page);
    const reader = await openReader(page);
    expect(await textsOf(reader, 'title')).toEqual([title]);
    const [body] = await textsOf(reader, 'body');
    expect(body).toContain(lastWords);
    expect(body).toContain('工厂把排产的周期从一个月缩短到一周');
    expect(await reader.evaluate((root) => root.querySelector('[data-testid=title]')?.getBoundingClientRect().height)).toBeGreaterThan(10);
    await pressShortcut(page, 'Escape');
    await waitForNoReader(page);
    expect(await snapshot(page)).toEqual(before);
  });
});

describe.each(Object.keys(others))('%s', (path) => {
  test('gets an answer in the popup, and stays as it is', async () => {
    const { page } = browser;
    await page.goto(site.origin + path);
    const before = await snapshot(page);
    const popup = await clickToolbarIcon(browser);
    try {
      await popup.waitFor('[data-testid=title], [data-testid=message]');
    } finally {
      await popup.close();
    }
    expect(await snapshot(page)).toEqual(before);
  });
});

// A drawing has no place in which a notice could stand: there the icon says it.
test('a drawing gets an answer on the icon', async () => {
  await browser.page.goto(`${site.origin}/picture.svg`);
  const before = await snapshot(browser.page);
  await pressShortcut(browser.page, 'Alt+Shift+Y');
  await waitUntil(async () => (await badgeOf(browser)) === '!', 'the badge');
  expect(await snapshot(browser.page)).toEqual(before);
});

describe.each(Object.keys(others).filter((path) => path !== '/picture.svg'))('%s', (path) => {
  test('gets an answer by the shortcut, and the tab is not frozen', async () => {
    const { page } = browser;
    await page.goto(site.origin + path);
    const before = await snapshot(page);
    const reader = await openReader(page);
    const words = [...(await textsOf(reader, 'notice')), ...(await textsOf(reader, 'title'))];
    expect(words.join('')).not.toBe('');
    await pressShortcut(page, 'Escape');
    await waitForNoReader(page);
    expect(await snapshot(page)).toEqual(before);
  });
});

test('a document that changes while it is read is read all the same', async () => {
  const { page } = browser;
  await page.goto(`${site.origin}/changing`);
  const reader = await openReader(page);
  expect(await textsOf(reader, 'title')).toEqual([title]);
  await pressShortcut(page, 'Escape');
  await waitForNoReader(page);
});
