import { alignOutlines, compareTexts, depthsOf, isByline, isDate, isTitle, leakedBlocks, lostBlocks, normalise, proseRemoved } from './scoring.mjs';

const nothing = { title: '', byline: '', published: '', blocks: [], outline: [], removals: [] };
const promoKinds = ['tail', 'ad', 'chrome'];

/**
 * Scores one engine's output on one article page; no output scores as an empty one.
 *
 * @param truth the page's truth.json
 * @param {import('./scoring.mjs').Output | null} output
 */
export function scoreCase(truth, output) {
  const { blocks, outline, removals = [], ...metadata } = output ?? nothing;
  const wantedText = joined(truth.body);
  const text = joined(blocks);
  const lost = lostBlocks(truth.body, text);
  return {
    ...compareTexts(wantedText, text),
    texts: { wanted: wantedText, got: text },
    body: { blocks: truth.body.length, lost, proseRemoved: proseRemoved(lost, removals) },
    promo: scorePromo(truth.promo, blocks, text),
    outline: scoreOutline(truth, outline),
    metadata: scoreMetadata(truth, metadata),
  };
}

function joined(blocks) {
  return blocks.map(({ text }) => normalise(text)).join('');
}

function scorePromo(promo, blocks, text) {
  const leaked = leakedBlocks(promo, blocks, text);
  const count = (list, kind) => list.filter((block) => block.kind === kind).length;
  const kinds = promoKinds.map((kind) => [kind, { blocks: count(promo, kind), leaked: count(leaked, kind) }]);
  return { leaked, ...Object.fromEntries(kinds) };
}

function scoreOutline(truth, got) {
  const depths = depthsOf(truth.outline.map(({ level }) => level));
  const wanted = truth.outline.map(({ text, via }, index) => ({ text, via, depth: depths[index] }));
  // The title as a heading over its own article is no section, and no mistake either.
  const optional = [...truth.outlineOptional.map(textOf), truth.title];
  const aligned = alignOutlines({ wanted, got, optional });
  const bold = wanted.map(({ via }, index) => (via === 'bold' ? index : -1)).filter((index) => index >= 0);
  return {
    ...aligned,
    entries: wanted,
    bold: { wanted: bold.length, found: bold.filter((index) => aligned.foundWanted.has(index)).length },
    withDepth: alignOutlines({ wanted, got, optional, withDepth: true }),
  };
}

function textOf(entry) {
  return typeof entry === 'string' ? entry : entry.text;
}

/** True or false for each field that the page shows; null where there is nothing to find. */
function scoreMetadata(truth, { title, byline, published }) {
  return {
    title: truth.title ? isTitle(truth.title, title) : null,
    byline: truth.author ? isByline(truth.author, byline) : null,
    date: truth.published ? isDate(truth.published, published) : null,
  };
}
