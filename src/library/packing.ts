import { isRecord } from '../shape.ts';
import { fromBase64, toBase64 } from './base64.ts';
import type { SavedArticle } from './saved-article.ts';

/** An article as the store has it: its HTML and its plain text say the same, and compressed together they take the room of one. */
export interface PackedArticle {
  id: string;
  /** Stands outside the packing, so that an older version sees what it cannot read. */
  schema: number;
  /** Gzip, which carries a checksum of its own, in Base64, because the store keeps JSON alone. */
  packed: string;
}

/** Packs an article for the store. */
export async function pack(saved: SavedArticle): Promise<PackedArticle> {
  const text = new Response(JSON.stringify(saved)).body as ReadableStream<BufferSource>;
  const bytes = await collect(text.pipeThrough(new CompressionStream('gzip')));
  return { id: saved.id, schema: saved.schema, packed: toBase64(bytes) };
}

/** What was packed; a record that was stored plain comes back as it is. Rejects when the packing is damaged. */
export async function unpack(stored: unknown): Promise<unknown> {
  if (!isRecord(stored) || typeof stored['packed'] !== 'string') return stored;
  const bytes = new Response(fromBase64(stored['packed'])).body as ReadableStream<BufferSource>;
  const record: unknown = await new Response(bytes.pipeThrough(new DecompressionStream('gzip'))).json();
  return isRecord(record) && record['schema'] === stored['schema'] ? record : undefined;
}

async function collect(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
}
