import { sampleArticle } from '../ui/sample-article.ts';

/** One kind of message as it should be, and whether our scripts in pages may send it. */
export interface MessageKind {
  to: 'background' | 'page';
  type: string;
  input: Record<string, unknown>;
  /** Fields that may be left out. */
  optional?: readonly string[];
  fromPages: boolean;
  fromOwnPages: boolean;
}

const url = 'https://example.com/post/1';
const annotation = { id: 'a', exact: '字', prefix: '', suffix: '', start: 0, end: 1, colour: 'red', note: '', createdAt: 1 };
const pair = { old: 'a'.repeat(32), fresh: 'b'.repeat(32) };
const everybody = { fromPages: true, fromOwnPages: true };
const ownPages = { fromPages: false, fromOwnPages: true };

/** Every message there is. */
export const messageKinds: readonly MessageKind[] = [
  { to: 'background', type: 'pageDetected', input: { readerable: true }, fromPages: true, fromOwnPages: false },
  { to: 'background', type: 'injectReader', input: { tabId: 7 }, ...ownPages },
  { to: 'background', type: 'saveArticle', input: { article: sampleArticle(), tabId: 7 }, optional: ['tabId'], ...everybody },
  { to: 'background', type: 'keepPictures', input: { url, tabId: 7 }, optional: ['tabId'], ...everybody },
  { to: 'background', type: 'isSaved', input: { url }, ...everybody },
  { to: 'background', type: 'annotationsAt', input: { url }, ...everybody },
  { to: 'background', type: 'keepAnnotation', input: { url, annotation }, ...everybody },
  { to: 'background', type: 'dropAnnotation', input: { url, id: 'a' }, ...everybody },
  { to: 'background', type: 'keptKinds', input: { site: 'example.com' }, ...everybody },
  { to: 'background', type: 'keepKind', input: { site: 'example.com', group: 'reward', keep: true }, ...everybody },
  { to: 'background', type: 'readingPlace', input: { url }, ...everybody },
  { to: 'background', type: 'keepReadingPlace', input: { url, fraction: 0.5, anchorText: '字' }, ...everybody },
  { to: 'background', type: 'findReprint', input: { id: 'a' }, ...everybody },
  { to: 'background', type: 'openReprint', input: pair, ...everybody },
  { to: 'background', type: 'replaceReprint', input: pair, ...everybody },
  { to: 'background', type: 'openSaved', input: { id: 'a', sectionId: 'jd-section-1', words: '字', sentence: '一句。', annotationId: 'n1' }, optional: ['sectionId', 'words', 'sentence', 'annotationId'], ...ownPages },
  { to: 'page', type: 'extract', input: { force: true }, optional: ['force'], ...ownPages },
  { to: 'page', type: 'toggleReader', input: { force: true, sectionId: 'jd-section-1', byItself: true }, optional: ['force', 'sectionId', 'byItself'], ...ownPages },
  { to: 'page', type: 'noteKept', input: { url }, ...ownPages },
  { to: 'page', type: 'readPicture', input: { address: 'https://example.com/a.png' }, ...ownPages },
  { to: 'page', type: 'tellReprint', input: { id: pair.fresh, reprint: { id: pair.old, title: '字', siteName: '产业札记', url, savedAt: 1, likeness: 0.97 } }, ...ownPages },
];

type Malformed = readonly [name: string, input: unknown];

const long = '长'.repeat(2_000_000);

/** Everything that is wrong with an input in one place: a field that is missing, of another type, without end, or that reaches into an object's nature. */
export function malformed({ input, optional = [] }: MessageKind): Malformed[] {
  const fields = Object.keys(input);
  return [
    ...[null, 'text', 7, true, []].map((whole): Malformed => [`${JSON.stringify(whole)} for all`, whole]),
    ...fields.filter((field) => !optional.includes(field)).map((field): Malformed => [`no ${field}`, without(input, field)]),
    ...fields.flatMap((field) => strangersTo(input[field]).map((value): Malformed => [`${field}: ${JSON.stringify(value)?.slice(0, 40)}`, { ...input, [field]: value }])),
    ...fields.filter((field) => typeof input[field] === 'string').map((field): Malformed => [`${field} without end`, { ...input, [field]: long }]),
    ...['__proto__', 'constructor', 'prototype'].map((name): Malformed => [`${name} beside`, JSON.parse(`{"${name}":{"polluted":true},${JSON.stringify(input).slice(1)}`)]),
    ...['__proto__', 'constructor'].flatMap((name) => fields.filter((field) => typeof input[field] === 'object').map((field): Malformed => [`${name} in ${field}`, { ...input, [field]: JSON.parse(`{"${name}":{"polluted":true},${JSON.stringify(input[field]).slice(1)}`) as unknown }])),
  ];
}

function without(input: Record<string, unknown>, field: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input).filter(([name]) => name !== field));
}

/** Values of all types but the one that it has. */
function strangersTo(value: unknown): unknown[] {
  return [null, 'text', 7, true, [], {}, ['x'], { length: 1 }].filter((other) => (Array.isArray(other) || typeof other !== typeof value || other === null) && !(typeof value === 'object' && other !== null && !Array.isArray(other) && typeof other === 'object'));
}
