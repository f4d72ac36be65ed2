// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { findSiteRule } from '../../src/rules/find-site-rule.ts';
import type { SiteRule } from '../../src/rules/site-rule.ts';

const whole: SiteRule = { host: 'press.example', why: '', fixture: '' };
const column: SiteRule = { host: 'press.example', path: '/column/', why: '', fixture: '' };
const magazine: SiteRule = { host: 'magazine.press.example', why: '', fixture: '' };
const rules = [whole, column, magazine];

describe('findSiteRule', () => {
  it.each([
    ['https://press.example/a/1', whole],
    ['http://www.press.example/', whole],
    ['https://WWW.Press.Example/a', whole],
    ['https://press.example:8443/a?b#c', whole],
    ['https://press.example/column/7', column],
    ['https://press.example/columns', whole],
    ['https://magazine.press.example/column/7', magazine],
    ['https://m.magazine.press.example/7', magazine],
  ])('%s has the most specific rule', (url, rule) => {
    expect(findSiteRule(url, rules)).toBe(rule);
  });

  it.each([
    'https://evilpress.example/a',
    'https://press.example.evil.example/a',
    'https://example/press.example/',
    'https://user:press.example@evil.example/',
    'about:blank',
    'press.example',
    '',
  ])('%s has none', (url) => {
    expect(findSiteRule(url, rules)).toBeUndefined();
  });

  it('keeps label boundaries with the rules that ship', () => {
    expect(findSiteRule('https://www.woshipm.com/it/1.html')?.host).toBe('woshipm.com');
    expect(findSiteRule('https://evilwoshipm.com/it/1.html')).toBeUndefined();
    expect(findSiteRule('https://mp.weixin.qq.com/s/abc')?.host).toBe('mp.weixin.qq.com');
    expect(findSiteRule('https://news.qq.com/rain/a/1')?.host).toBe('qq.com');
  });
});
