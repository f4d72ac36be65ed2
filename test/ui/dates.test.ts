// @vitest-environment node
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { formatMoment, formatPublished } from '../../src/ui/dates.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./chinese-browser.ts')).createChineseBrowser() }));

describe('the day of publication', () => {
  test('is the printed one, whatever the hour and the zone', () => {
    expect(formatPublished('2024-03-18T23:30:00+08:00')).toBe('2024年3月18日');
    expect(formatPublished('2024-03-18')).toBe('2024年3月18日');
  });

  test.each(['', '昨天', '2024-13-45'])('is empty for %j', (printed) => {
    expect(formatPublished(printed)).toBe('');
  });
});

describe('a moment in a list', () => {
  const now = { value: 0 };
  beforeEach(() => { now.value = new Date(2024, 4, 16, 0, 30).getTime(); });

  test('is named by the calendar, not by hours passed', () => {
    expect(formatMoment(new Date(2024, 4, 16, 0, 1).getTime(), now.value)).toBe('今天');
    expect(formatMoment(new Date(2024, 4, 15, 23, 59).getTime(), now.value)).toBe('昨天');
  });

  test('of this year does without the year, of another one has it', () => {
    expect(formatMoment(new Date(2024, 2, 12).getTime(), now.value)).toBe('3月12日');
    expect(formatMoment(new Date(2022, 2, 12).getTime(), now.value)).toBe('2022年3月12日');
  });
});
