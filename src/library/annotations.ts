import { isRecord } from '../shape.ts';
import { isAnnotation } from './annotation.ts';
import type { Annotation } from './annotation.ts';
import { articleId } from './article-id.ts';
import { withLibraryLock } from './lock.ts';
import { readForChange, readRecords, removeRecords, writeRecords } from './record-store.ts';
import { toStorable } from './same-record.ts';

const prefix = 'annotations:';
const schema = 1;

/** The key under which the annotations of an article are kept. */
export function annotationsKey(id: string): string {
  return prefix + id;
}

/** The ids that have annotations, among some keys of the store. */
export function annotatedIds(keys: readonly string[]): string[] {
  return keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
}

/** The annotations of an article by its id, in the order in which they were made. Rejects where they cannot be read. */
export async function readAnnotations(id: string): Promise<Annotation[]> {
  const { records, unreadable } = await readRecords([annotationsKey(id)]);
  if (unreadable.length > 0) throw new Error('the annotations cannot be read');
  return annotationsIn(records.get(annotationsKey(id)));
}

/** The annotations of several articles by id, as far as they can be read; those that have none are left out. */
export async function readAllAnnotations(ids: readonly string[]): Promise<Map<string, Annotation[]>> {
  const { records } = await readRecords(ids.map(annotationsKey));
  const found = ids.map((id) => [id, annotationsIn(records.get(annotationsKey(id)))] as const);
  return new Map(found.filter(([, annotations]) => annotations.length > 0));
}

/** The annotations in a record of the store. */
export function annotationsIn(record: unknown): Annotation[] {
  return itemsIn(record).filter(isAnnotation);
}

/** The record in which annotations are kept. */
export function annotationsRecord(items: readonly unknown[]): Record<string, unknown> {
  return { schema, items };
}

/** The annotations of the article at an address, however that is decorated. */
export async function annotationsAt(url: string): Promise<Annotation[]> {
  const id = await articleId(url);
  return id === undefined ? [] : readAnnotations(id);
}

/** Keeps an annotation of the article at an address, in place of the one with its id. */
export async function keepAnnotation(url: string, annotation: Annotation): Promise<void> {
  if (!isAnnotation(annotation)) throw new Error('this is no annotation');
  await change(url, (items) => [...items.filter((item) => !isNamed(item, annotation.id)), toStorable(annotation)].sort(byTime));
}

/** Deletes an annotation of the article at an address. */
export function dropAnnotation(url: string, annotationId: string): Promise<void> {
  return change(url, (items) => items.filter((item) => !isNamed(item, annotationId)));
}

async function change(url: string, edit: (items: unknown[]) => unknown[]): Promise<void> {
  const id = await articleId(url);
  if (id === undefined) throw new Error('no article has this address');
  await withLibraryLock(async () => {
    const key = annotationsKey(id);
    const items = edit(itemsIn((await readForChange([key])).get(key)));
    await (items.length > 0 ? writeRecords({ [key]: annotationsRecord(items) }) : removeRecords([key]));
  });
}

/** All that is kept: what is no annotation of today stays as it is. */
function itemsIn(record: unknown): unknown[] {
  return isRecord(record) && Array.isArray(record['items']) ? record['items'] : [];
}

function isNamed(item: unknown, id: string): boolean {
  return isRecord(item) && item['id'] === id;
}

function byTime(a: unknown, b: unknown): number {
  return isAnnotation(a) && isAnnotation(b) ? a.createdAt - b.createdAt : 0;
}
