import { attribute, call, read } from './unclobbered.ts';
import { endsSentence, isDateLabel, isInvitation, isPunctuated, weigh } from './text-signs.ts';

/** One block of the page that holds prose, link lines or dates, itself or further down. */
export interface Block {
  readonly element: Node;
  readonly name: string;
  readonly parent: Block | undefined;
  readonly children: Block[];
  /** Lies in a link, as the title of a card does: nothing in it is prose. */
  readonly linked: boolean;
  /** Navigation, comments, scripts and the like: nothing in it counts. */
  readonly around: boolean;
  /** Weight of the text outside links that stands directly in this block. */
  text: number;
  /** Weight of the link text that stands directly in this block. */
  link: number;
  punctuated: boolean;
  stopped: boolean;
  /** Here, or further down: a label says when it was posted. */
  dated: boolean;
  /** Here, or further down: a line that is one link, as the title of a teaser is. */
  titled: boolean;
}

const words = (list: string): Set<string> => new Set(list.split(' '));
const inline = words(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rp rt ruby s samp small span strike strong sub sup time tt u var wbr',
);
const neverProse = words(
  'script style noscript template textarea select button nav footer aside iframe object svg math head pre figcaption dialog menu',
);
/** Blocks that bear such names for the page's sake (`body.has-sidebar`), not for their own content's. */
const wide = words('html body main article form table tbody tr td');
/** What templates of all kinds call the things round an article. */
const aroundName =
  /(?:^|[\s_-])(?:comments?|replies|reply|disqus|sidebar|footer|breadcrumbs?|related|recommend\w*|copyright|cookies?|consent|gdpr|modal|popup|toolbar|pinglun)(?:$|[\s_-])/i;
/** NodeFilter.SHOW_TEXT, which a document without a window does not offer by name. */
const showText = 4;
/** Below this many characters a text without punctuation is a label, not worth finding its place for. */
const shortestLine = 8;
const nodesPerSlice = 64;

interface Place {
  block: Block;
  linked: boolean;
}

/** Walks the page's text once, yielding often, and returns its blocks, each after its parent. */
export function* surveyProse(document: Document, root: Node): Generator<undefined, Block[]> {
  const blocks: Block[] = [];
  const places = new Map<Node, Place>();
  const walker = call<TreeWalker>(document, 'createTreeWalker', root, showText);
  let visited = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    note(node as Text, places, blocks);
    if (++visited % nodesPerSlice === 0) yield;
  }
  return blocks;
}

function note(node: Text, places: Map<Node, Place>, blocks: Block[]): void {
  const text = node.data.trim();
  if (text.length < 2) return;
  const punctuated = isPunctuated(text);
  const dated = isDateLabel(text);
  const inviting = isInvitation(text);
  if (text.length < shortestLine && !punctuated && !dated && !inviting) return;
  const place = placeOf(node.parentNode, places, blocks);
  if (place === undefined || place.block.around) return;
  const { block, linked } = place;
  if (dated) block.dated = true;
  if (linked) {
    block.link += weigh(text);
    if (inviting) block.titled = true;
    return;
  }
  block.text += weigh(text);
  if (!punctuated) return;
  block.punctuated = true;
  if (!block.stopped) block.stopped = endsSentence(text);
}

/** Climbs to the nearest known ancestor and builds downwards from there: no recursion, however deep the page. */
function placeOf(from: Node | null, places: Map<Node, Place>, blocks: Block[]): Place | undefined {
  const unknown: Node[] = [];
  let place: Place | undefined;
  for (let node = from; node !== null; node = read<Node | null>(node, 'parentElement')) {
    place = places.get(node);
    if (place !== undefined) break;
    unknown.push(node);
  }
  for (const node of unknown.reverse()) {
    place = settle(node, place, blocks);
    places.set(node, place);
  }
  return place;
}

function settle(element: Node, parent: Place | undefined, blocks: Block[]): Place {
  const name = read<string>(element, 'localName');
  if (parent !== undefined && (inline.has(name) || parent.block.around)) {
    return name === 'a' ? { block: parent.block, linked: true } : parent;
  }
  const linked = parent?.linked ?? false;
  const around = neverProse.has(name) || (!wide.has(name) && isNamedAround(element));
  const block: Block = {
    element, name, parent: parent?.block, children: [], linked, around,
    text: 0, link: 0, punctuated: false, stopped: false, dated: false, titled: false,
  };
  parent?.block.children.push(block);
  blocks.push(block);
  return { block, linked };
}

function isNamedAround(element: Node): boolean {
  return aroundName.test(attribute(element, 'class')) || aroundName.test(attribute(element, 'id'));
}
