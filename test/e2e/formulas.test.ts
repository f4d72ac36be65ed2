import { afterAll, beforeAll, expect, test } from 'vitest';
import { pressShortcut } from '../../scripts/browser/keyboard.mjs';
import { waitForNoReader } from '../../scripts/browser/reader.mjs';
import { waitUntil } from '../../scripts/browser/wait-until.mjs';
import type { Browser, Shadow } from './browser.ts';
import { openReader, startBrowser, textsOf } from './browser.ts';
import type { Site } from './site.ts';
import { articlePage, serveSite } from './site.ts';

const xmlns = 'xmlns="http://www.w3.org/1998/Math/MathML"';
const katex = (tex: string): string => `<span class="katex"><span class="katex-mathml"><math ${xmlns}><semantics><mrow><mi>x</mi></mrow><annotation encoding="application/x-tex">${tex}</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">x</span></span>`;
const long = String.raw`\operatorname{Attention}(Q, K, V) = \operatorname{softmax}\left(\frac{QK^T}{\sqrt{d_k}}\right)V + \sum_{i=1}^{n} \alpha_i \beta_i \gamma_i`;
const formulas = `<p id="inline">账期的长短由 ${katex(String.raw`\frac{a_1}{b}`)} 定，晚一天要赔的是 <script type="math/tex">\\sqrt{x}</script>，先算清楚的人先动手。</p>
  <p>$$E = mc^2$$</p>
  <p>不认得的照样写着 ${katex(String.raw`\ce{H2O}`)}，谁也没有把它画错，等到年底再来看这一笔账也不迟。</p>
  <p>长的在窄的屏幕上自己滚动 ${katex(long)}，不会把整页撑宽，读的人仍旧一行一行往下读。</p><p>${katex(long)}</p>`;

let browser: Browser;
let site: Site;

beforeAll(async () => {
  site = await serveSite({ '/formulas': articlePage('公式里的账', formulas) });
  browser = await startBrowser();
  await browser.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin });
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

async function open(width = 1280): Promise<Shadow> {
  await browser.page.setViewportSize({ width, height: 800 });
  await browser.page.goto('about:blank');
  await browser.page.goto(`${site.origin}/formulas`);
  return openReader(browser.page);
}

test('formulas are drawn; one that is not known is shown as it was written', async () => {
  const reader = await open();
  const drawn = await reader.evaluate((root) => [...root.querySelectorAll('.formula math')].map((math) => {
    const { width, height } = math.getBoundingClientRect();
    return [math.firstElementChild?.localName, math.getAttribute('display'), width > 8 && height > 8];
  }));
  expect(drawn).toEqual([['mfrac', 'inline', true], ['msqrt', 'inline', true], ['mrow', 'block', true], ['mrow', 'inline', true], ['mrow', 'block', true]]);
  const above = await reader.evaluate((root) => {
    const [top, below] = [...root.querySelectorAll('mfrac > *')].map((part) => part.getBoundingClientRect());
    return top && below && top.bottom <= below.top + 2;
  });
  expect(above).toBe(true);
  expect(await reader.evaluate((root) => [...root.querySelectorAll('[role=math]')].map(({ textContent }) => textContent))).toEqual(['\\ce{H2O}']);
});

test('what is copied is what was written, once', async () => {
  const reader = await open();
  const place = await reader.evaluate((root) => {
    const paragraph = [...root.querySelectorAll('[data-testid=body] > p')].find(({ textContent }) => textContent?.includes('账期的长短'));
    paragraph?.scrollIntoView({ block: 'center' });
    const { left, top } = paragraph?.getBoundingClientRect() ?? new DOMRect();
    return { x: left + 20, y: top + 20 };
  });
  await browser.page.mouse.click(place.x, place.y, { clickCount: 3 });
  await browser.page.keyboard.press('Control+C');
  const copied = await waitUntil(() => browser.page.evaluate(() => navigator.clipboard.readText()), 'the copy');
  expect(copied.trim()).toBe(String.raw`账期的长短由 \frac{a_1}{b} 定，晚一天要赔的是 \sqrt{x}，先算清楚的人先动手。`);
});

test('the reader’s own find finds what was written, and a highlight over it is seen through the drawing', async () => {
  const reader = await open();
  await browser.page.keyboard.press('/');
  await waitUntil(() => reader.evaluate((root) => root.querySelector('[data-testid=find] input') === root.activeElement), 'the field');
  await browser.page.keyboard.insertText('由 \\frac{a_1}');
  await waitUntil(() => reader.evaluate((root) => root.querySelector('.formula mark') !== null), 'the find');
  const marked = await reader.evaluate((root) => {
    const [mark, math] = [root.querySelector('.formula mark'), root.querySelector('.formula math')].map((element) => element?.getBoundingClientRect());
    return mark && math && mark.left < math.right && mark.right > math.left && getComputedStyle(root.querySelector('.formula mark') as Element).color;
  });
  expect(marked).toBe('rgba(0, 0, 0, 0)');
});

test('a screen reader meets the formula as one, and not what was written beside it', async () => {
  const reader = await open();
  const session = await browser.context.newCDPSession(browser.page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const said = nodes.filter(({ ignored }) => !ignored).map(({ role, name }) => [String(role?.value), String(name?.value ?? '')] as const);
  expect(said.filter(([role]) => role === 'MathMLFraction')).not.toEqual([]);
  expect(said.filter(([, name]) => name.includes('\\frac'))).toEqual([]);
  expect(await textsOf(reader, 'body')).toHaveLength(1);
});

test.each([320, 400, 1280])('at %i px no formula makes the page wider', async (width) => {
  const reader = await open(width);
  expect(await reader.evaluate((root) => [...root.querySelectorAll('.reader')].map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth))).toEqual([0]);
});

test('the saved article shows them as well', async () => {
  const reader = await open();
  await reader.click('[data-testid=save]');
  await waitUntil(() => reader.evaluate((root) => root.querySelector<HTMLElement>('[data-testid=save]')?.dataset['on'] === 'true'), 'the article to be kept');
  await pressShortcut(browser.page, 'Escape');
  await waitForNoReader(browser.page);
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.extensionId}/src/library-page/index.html`);
  const opened = browser.context.waitForEvent('page');
  await page.click('[data-testid=saved-open]');
  const saved = await opened;
  await saved.waitForSelector('.formula math');
  expect(await saved.locator('.formula math').count()).toBe(5);
  await saved.close();
  await page.close();
});
