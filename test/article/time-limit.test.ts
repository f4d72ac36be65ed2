import { afterEach, expect, test, vi } from 'vitest';
import { extract } from '../../src/article/extract.ts';
import { OutOfTime, timeLimit } from '../../src/article/time-limit.ts';

const url = 'https://example.com/post/1';
const prose = '工厂把排产的周期从一个月缩短到一周，库存随之降了三成，周转的速度快了将近一倍。';
const section = (number: number): string => `<div class="part part-${number}"><h2>第${number}部分</h2>${`<p>${prose}第${number}次说到这里。</p>`.repeat(4)}</div>`;
/** Prose in many boxes, so that the container has to be looked for. */
const page = (): Document => new DOMParser().parseFromString(`<!doctype html><title>渠道商搬家以后</title><body>${[1, 2, 3, 4].map(section).join('')}<p>关注公众号：某某，回复资料领取</p>`, 'text/html');

afterEach(() => vi.restoreAllMocks());

/** A clock that stands until it has been asked so often. */
function stopAfter(calls: number): { checkTime: () => void; asked: () => number } {
  const count = { asked: 0 };
  return {
    checkTime: () => {
      count.asked += 1;
      if (count.asked > calls) throw new OutOfTime('enough');
    },
    asked: () => count.asked,
  };
}

test('wherever the time runs out, nothing comes of it and the page is as it was', () => {
  const whole = stopAfter(Infinity);
  expect(extract(page(), { url, checkTime: whole.checkTime })?.outline).toHaveLength(4);
  expect(whole.asked()).toBeGreaterThan(20);
  for (let part = 0; part < 10; part += 1) {
    const calls = Math.floor((whole.asked() - 1) * (part / 9));
    const document = page();
    const before = document.documentElement.outerHTML;
    const stopped = stopAfter(calls);
    expect(() => extract(document, { url, checkTime: stopped.checkTime })).toThrow(OutOfTime);
    expect(stopped.asked()).toBe(calls + 1);
    expect(document.documentElement.outerHTML).toBe(before);
  }
});

test('choosing the main content, the longest step, asks on its own', () => {
  const places = new Set<string>();
  extract(page(), { url, checkTime: () => void places.add((new Error('where').stack ?? '').includes('_grabArticle') ? 'within' : 'between') });
  expect([...places].sort()).toEqual(['between', 'within']);
});

test('a limit lets work go on until the time is up', () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(1000);
  const checkTime = timeLimit(5000);
  now.mockReturnValue(6000);
  expect(checkTime).not.toThrow();
  now.mockReturnValue(6001);
  expect(checkTime).toThrow(OutOfTime);
});
