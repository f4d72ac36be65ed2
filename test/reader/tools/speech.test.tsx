import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Reader } from '../../../src/reader/reader.tsx';
import { readBodyText } from '../../../src/reader/tools/body-text.ts';
import { nextSectionAfter, sentencesOf } from '../../../src/reader/tools/speech/sentences.ts';
import { findVoices } from '../../../src/reader/tools/speech/voices.ts';
import type { Screen } from '../../ui/mount.ts';
import { mount, settle } from '../../ui/mount.ts';
import { sampleArticle } from '../../ui/sample-article.ts';
import { createFakeHost } from '../fake-host.ts';
import { installMissingParts } from '../missing-in-jsdom.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../../ui/chinese-browser.ts')).createChineseBrowser() }));

const contentHtml = '<p>第一句。第<b>二</b>句！<sup>[1]</sup></p><pre>code();</pre><h2 id="jd-section-1">一、后面</h2><p>第三句？</p>';
const chinese = { lang: 'zh-CN', localService: true, name: 'a', voiceURI: 'a' };

class FakeUtterance extends EventTarget {
  voice: unknown; lang = ''; rate = 1;
  constructor(readonly text: string) { super(); }
}

/** A speaker that says what it was told to, and ends a sentence when the test wants. */
function installSpeech(voices: object[]) {
  const spoken: FakeUtterance[] = [];
  const cancel = vi.fn();
  const speech = Object.assign(new EventTarget(), { getVoices: () => voices, speak: (utterance: FakeUtterance) => void spoken.push(utterance), cancel, resume: () => undefined });
  vi.stubGlobal('speechSynthesis', speech);
  vi.stubGlobal('SpeechSynthesisUtterance', FakeUtterance);
  const end = (): Promise<void> => settle(() => void spoken.at(-1)?.dispatchEvent(new Event('end')));
  return { spoken, cancel, end, texts: () => spoken.map(({ text }) => text) };
}

const held: { screen?: Screen } = {};

async function listen(voices: object[] = [chinese]) {
  const speech = installSpeech(voices);
  const { host, changeElsewhere } = createFakeHost();
  const screen = await mount(<Reader article={sampleArticle({ contentHtml, outline: [{ id: 'jd-section-1', text: '一、后面', depth: 1 }] })} host={host} />);
  held.screen = screen;
  await screen.click('more-tools');
  await screen.click('menu-listen');
  const marked = (): string => Array.from(screen.get('body').querySelectorAll('mark.spoken'), (mark) => mark.textContent).join('');
  return { screen, marked, host, changeElsewhere, ...speech };
}

beforeEach(() => {
  installMissingParts();
  Range.prototype.getBoundingClientRect = () => new DOMRect(0, 100, 10, 10);
});
afterEach(async () => {
  await held.screen?.unmount();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('sentences', () => {
  test('end with their block, leave out code and references, and know headings', () => {
    const body = document.createElement('div');
    body.innerHTML = contentHtml;
    const sentences = sentencesOf(readBodyText(body), 'zh-CN');
    expect(sentences.map(({ spoken, isHeading }) => [spoken, isHeading])).toEqual([['第一句。', false], ['第二句！', false], ['一、后面', true], ['第三句？', false]]);
    expect([nextSectionAfter(sentences, 0), nextSectionAfter(sentences, 2)]).toEqual([2, undefined]);
  });
});

describe('a long sentence', () => {
  const spokenOf = (text: string, lang: string): string[] => {
    const body = document.createElement('div');
    body.append(Object.assign(document.createElement('p'), { textContent: text }));
    const read = readBodyText(body);
    const sentences = sentencesOf(read, lang);
    expect(sentences.map(({ start, end }) => read.text.slice(start, end))).toEqual(sentences.map(({ spoken }) => spoken));
    return sentences.map(({ spoken }) => spoken);
  };

  test('is said clause by clause, because some voices would fall silent in its midst', () => {
    const [first, second, last] = ['仓'.repeat(40), '库'.repeat(30), '满'.repeat(70)];
    expect(spokenOf(`${first}，${second}，${last}。完。`, 'zh')).toEqual([`${first}，`, `${second}，`, `${last}。`, '完。']);
  });

  test('of words is cut between them', () => {
    const parts = spokenOf(`${'prices rose again '.repeat(20)}and stayed.`, 'en');
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.every((part) => part.length <= 241 && !/^(?:ices|ose|gain)/.test(part))).toBe(true);
    expect(parts.join(' ')).toBe(`${'prices rose again '.repeat(20)}and stayed.`);
  });
});

describe('a voice', () => {
  const withVoices = (...voices: object[]): Window => ({ speechSynthesis: Object.assign(new EventTarget(), { getVoices: () => voices }) }) as unknown as Window;
  const english = { lang: 'en-US', localService: true };
  const taiwan = { lang: 'zh_TW', localService: true };
  const remote = { lang: 'zh-CN', localService: false };

  test('is one that speaks the language, rather one of the machine, and of that very region', async () => {
    expect(await findVoices('zh-CN', withVoices(english, remote, taiwan, chinese))).toEqual([chinese, taiwan, remote]);
    expect(await findVoices('zh-CN', withVoices(english, remote))).toEqual([remote]);
    expect(await findVoices('zh-TW', withVoices(chinese, taiwan))).toEqual([taiwan, chinese]);
    expect(await findVoices('', withVoices(english, taiwan))).toEqual([taiwan]);
  });

  test('is missing where none speaks it, or where there is no speech at all', async () => {
    expect(await findVoices('zh-CN', withVoices(english))).toEqual([]);
    expect(await findVoices('zh-CN', {} as Window)).toEqual([]);
  });
});

describe('reading aloud', () => {
  test('goes from sentence to sentence with each of them marked, and ends by itself', async () => {
    const { screen, marked, end, texts } = await listen();
    expect([texts(), marked()]).toEqual([['第一句。'], '第一句。']);
    await end();
    expect(marked()).toContain('第二句！');
    await end();
    await end();
    await end();
    expect(texts()).toEqual(['第一句。', '第二句！', '一、后面', '第三句？']);
    expect(screen.find('speech')).toBeNull();
    expect(screen.get('body').querySelector('mark')).toBeNull();
  });

  test('pauses, and begins the sentence again', async () => {
    const { screen, cancel, texts } = await listen();
    await screen.click('speech-toggle');
    expect(cancel).toHaveBeenCalled();
    expect(texts()).toEqual(['第一句。']);
    await screen.click('speech-toggle');
    expect(texts()).toEqual(['第一句。', '第一句。']);
  });

  test('goes to the next section, and at another speed', async () => {
    const { screen, spoken, marked } = await listen();
    await screen.click('speech-section');
    expect(marked()).toBe('一、后面');
    expect(screen.get('speech-section').hasAttribute('disabled')).toBe(true);
    await settle(() => {
      const select = screen.get('speech-rate') as HTMLSelectElement;
      select.value = '1.5';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(spoken.at(-1)).toMatchObject({ text: '一、后面', rate: 1.5, lang: 'zh-CN' });
  });

  test('goes a sentence back', async () => {
    const { screen, marked, end, texts } = await listen();
    expect(screen.get('speech-back').hasAttribute('disabled')).toBe(true);
    await end();
    await screen.click('speech-back');
    expect([marked(), texts().at(-1)]).toEqual(['第一句。', '第一句。']);
  });

  test('takes the voice that one chooses, and the one that was chosen before', async () => {
    const other = { ...chinese, name: 'b', voiceURI: 'b' };
    const { screen, spoken, host, changeElsewhere } = await listen([chinese, other]);
    expect(spoken.at(-1)).toMatchObject({ voice: chinese, text: '第一句。' });
    await settle(() => {
      const select = screen.get('speech-voice') as HTMLSelectElement;
      select.value = 'b';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(spoken.at(-1)).toMatchObject({ voice: other, text: '第一句。' });
    await vi.waitFor(() => expect(host.saveSettings).toHaveBeenCalledWith({ voice: 'b' }));
    await settle(() => changeElsewhere({ voice: 'of another computer' }));
    expect(spoken.at(-1)).toMatchObject({ voice: chinese });
  });

  test('offers no choice where there is one voice alone', async () => {
    const { screen } = await listen();
    expect(screen.find('speech-voice')).toBeNull();
  });

  test('rests where somebody else took the voice, and when the page goes', async () => {
    const { screen, spoken, cancel, texts } = await listen();
    await settle(() => void spoken[0]?.dispatchEvent(Object.assign(new Event('error'), { error: 'interrupted' })));
    expect(screen.get('speech-toggle').getAttribute('aria-label')).toBe('继续朗读');
    await screen.click('speech-toggle');
    expect(texts()).toEqual(['第一句。', '第一句。']);
    cancel.mockClear();
    await settle(() => void window.dispatchEvent(new Event('pagehide')));
    expect(cancel).toHaveBeenCalled();
    expect(screen.get('speech-toggle').getAttribute('aria-label')).toBe('继续朗读');
  });

  test('falls silent when it is closed, and when the reader is', async () => {
    const { screen, cancel } = await listen();
    await screen.click('speech-close');
    expect(cancel).toHaveBeenCalledOnce();
    expect(screen.get('body').querySelector('mark')).toBeNull();
  });

  test('says so where there is no voice for the article', async () => {
    const { screen, texts } = await listen([{ lang: 'en-US', localService: true }]);
    expect(screen.get('said').textContent).toContain('没有能读这篇文章的语音');
    expect([screen.find('speech'), texts()]).toEqual([null, []]);
  });

  test('says so when it fails midway', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { screen, spoken } = await listen();
    await settle(() => void spoken[0]?.dispatchEvent(new Event('error')));
    expect(screen.get('said').textContent).toContain('朗读中断了');
    expect(screen.find('speech')).toBeNull();
  });
});
