import { describe, expect, test, vi } from 'vitest';
import type { Removal } from '../../src/article/article.ts';
import { Receipt } from '../../src/ui/receipt.tsx';
import { removalReason } from '../../src/ui/removal-reason.ts';
import { mount } from './mount.ts';
import { sampleArticle } from './sample-article.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./chinese-browser.ts')).createChineseBrowser() }));

const removal = (group: Removal['group'], text: string, id = 0): Removal => ({ id, step: 'lines', reason: `${group}-call`, group, text, html: '' });

describe('the receipt', () => {
  test('says how many were hidden and that the body is whole', async () => {
    const screen = await mount(<Receipt article={sampleArticle({ removals: [removal('reward', '打赏作者'), removal('follow', '关注我们', 1)] })} />);
    expect(screen.root.querySelector('summary')?.textContent).toBe('已隐藏 2 处推广 · 正文完整：3,912 字，6 图，3 节');
    expect(screen.root.querySelector('strong')?.textContent).toBe('2');
  });

  test('does not call a body whole that is not', async () => {
    const completeness = { characters: { kept: 3000, found: 3912 }, images: { kept: 5, found: 6 }, headings: { kept: 3, found: 3 } };
    const screen = await mount(<Receipt article={sampleArticle({ completeness })} />);
    expect(screen.get('removals').textContent).toBe('没有隐藏任何内容 · 正文保留：3,000 字（原有 3,912），5 图（原有 6），3 节（原有 3）');
  });

  test('lists each removal with its reason, and a picture without its address', async () => {
    const removals = [removal('reward', '打赏作者'), removal('ad', 'https://example.com/qr.png', 1)];
    const screen = await mount(<Receipt article={sampleArticle({ removals })} />);
    expect(Array.from(screen.root.querySelectorAll('li'), (row) => row.textContent)).toEqual(['打赏打赏作者', '广告、课程一张图片']);
  });
});

describe('the reason of a removal', () => {
  test.each([
    ['reward', '打赏'],
    ['follow', '关注、加群'],
    ['bio', '作者简介'],
    ['share', '分享、点赞'],
  ] as const)('%s is called %s', (group, text) => {
    expect(removalReason({ group })).toBe(text);
  });
});
