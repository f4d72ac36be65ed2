// @vitest-environment node
import { beforeEach, expect, test, vi } from 'vitest';
import type { Migration } from '../../src/library/migrations.ts';
import { currentSchema, migrate, migrations } from '../../src/library/migrations.ts';
import { makeArticle } from './articles.ts';

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

const record = { id: 'a', schema: 1, savedAt: 1, updatedAt: 2, article: makeArticle() };

/** As if schema 1 had called the title a headline, and schema 2 had kept seconds. */
const table: readonly Migration[] = [
  ({ headline, ...older }) => ({ ...older, article: { ...makeArticle(), title: headline } }),
  (older) => ({ ...older, savedAt: Number(older['savedAt']) * 1000 }),
];

test('a record of today is taken as it is', () => {
  expect(migrate({ ...record, schema: currentSchema })).toEqual({ ...record, schema: currentSchema });
  expect(currentSchema).toBe(migrations.length + 1);
});

test('a record goes through every step from its own schema on', () => {
  expect(migrate({ ...record, headline: '旧题' }, table)).toEqual({ ...record, schema: 3, savedAt: 1000, article: makeArticle({ title: '旧题' }) });
  expect(migrate({ ...record, schema: 2 }, table)).toEqual({ ...record, schema: 3, savedAt: 1000 });
  expect(migrate({ ...record, schema: 3 }, table)).toEqual({ ...record, schema: 3 });
});

test('the stored record is not changed by it', () => {
  const stored = Object.freeze({ ...record, headline: '旧题' });
  migrate(stored, table);
  expect(stored.schema).toBe(1);
});

test('a step that leaves no article behind is a fault, and so is one that throws', () => {
  expect(migrate(record, [() => ({})])).toBe('malformed');
  const throwing: Migration = () => {
    throw new Error('cannot read this');
  };
  expect(migrate(record, [throwing])).toBe('malformed');
});

test.each([null, 'text', [], {}, { schema: 0 }, { schema: 1.5 }, { schema: '1' }])('%j is malformed', (stored) => {
  expect(migrate(stored)).toBe('malformed');
});

test('a later schema is named as such', () => {
  expect(migrate({ ...record, schema: currentSchema + 1 })).toBe('newer');
});
