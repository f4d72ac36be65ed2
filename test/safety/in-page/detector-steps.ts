import { judge } from '../../../src/article/readerable.ts';

/** The most work that the detector did on a page without a pause, in questions to nodes and in milliseconds. */
export interface Work {
  most: number;
  longest: number;
  steps: number;
}

/** So many characters read count as one question to a node; both take about as long. */
const charactersPerQuestion = 200;
const sentence = '工厂把排产的周期从一个月缩短到一周，库存随之降了三成。';
const title = '渠道商搬家以后的第三个春天';

const times = (count: number, make: (index: number) => string): string => Array.from({ length: count }, (_, index) => make(index)).join('');
/** Too little for an essay, so that the detector has to look at all of the page. */
const prose = `<p>${sentence.repeat(4)}</p>`.repeat(2);
/** No essay either: the label of a button. */
const twentyMegabytes = `<button>${'长'.repeat(7_000_000)}</button>`;

/** Pages of up to 100,000 elements, 5,000 levels or 20 MB, each heavy for another step of the detector. */
const pages: Record<string, () => string | ((body: Element) => void)> = {
  'elements without text': () => prose + '<i></i>'.repeat(100_000),
  'texts in links': () => prose + `<a>${sentence}</a>`.repeat(100_000),
  'children of one box': () => `<div>${prose}</div>` + times(100_000, (index) => `<b class="k${index}">甲</b>`),
  'kinds of boxes': () => prose + times(16_000, (index) => `<div class="${letters(index)}"><b>${sentence}</b></div>`.repeat(2)),
  'items alike': () => prose + times(30_000, (index) => `<div class="card"><span>${sentence}</span><b>${index}</b></div>`),
  'links in the body': () => `<h1>${title}</h1><div>${prose}<p>${times(90_000, (index) => `<a>${index}</a>`)}</p></div>`,
  headings: () => prose + `<h2><button>${sentence}</button></h2>`.repeat(45_000),
  'one text': () => `<div>${prose}${'长'.repeat(7_000_000)}</div>`,
  'one text in a link': () => `<div>${prose}<a>${twentyMegabytes}</a></div>`,
  'one text in an item': () => prose + `<div class="card"><p>${sentence}</p><div>${times(90, () => '<a>甲</a>，')}${twentyMegabytes}</div></div><div class="card"><p>${sentence}</p></div>`,
  'one text in a heading': () => `${prose}<h2>${twentyMegabytes}</h2>`,
  'one script of data': () => `<script type="application/ld+json">${'长'.repeat(7_000_000)}</script>${prose}`,
  'levels': () => (body) => nest(body, 'div', 5_000, () => prose),
  'levels of one line': () => (body) => nest(body, 'span', 5_000, (level) => (level > 4_900 ? sentence : '')),
  'levels of links in items': () => (body) => {
    for (let item = 0; item < 6; item++) nest(add(body, 'div', 'card'), 'span', 5_000, (level) => (level > 4_950 ? `<a>甲</a>${sentence}` : ''));
    body.insertAdjacentHTML('beforeend', prose);
  },
  'links within links': () => (body) => {
    body.insertAdjacentHTML('beforeend', `<h1>${title}</h1>`);
    const box = add(body, 'div', '');
    box.insertAdjacentHTML('beforeend', prose);
    nest(box, 'a', 100, () => '').innerHTML = twentyMegabytes;
  },
  'lines within lines': () => (body) => {
    for (let item = 0; item < 2; item++) nest(add(body, 'div', 'card'), 'div', 90, () => '<a>甲</a>').innerHTML = `<p>${sentence}</p>${twentyMegabytes}`;
    body.insertAdjacentHTML('beforeend', prose);
  },
  'headings within headings': () => (body) => {
    body.insertAdjacentHTML('beforeend', prose);
    nest(body, 'h2', 100, () => '').innerHTML = twentyMegabytes;
  },
};

/** The names of the pages. */
export function heavyPages(): string[] {
  return Object.keys(pages);
}

/** What the detector does on a page between one pause and the next; timed for itself, because counting takes time. */
export function workOn(name: string): Work {
  const page = document.implementation.createHTMLDocument(`${title}_示例站`);
  const made = pages[name]?.() ?? '';
  if (typeof made === 'string') page.body.innerHTML = made;
  else made(page.body);
  const longest = stepsOf(page, () => performance.now()).reduce((a, b) => Math.max(a, b), 0);
  const count = countQuestions();
  const steps = stepsOf(page, () => count.questions);
  count.end();
  return { most: steps.reduce((a, b) => Math.max(a, b), 0), longest, steps: steps.length };
}

/** How far each step of the detector moves the gauge. */
function stepsOf(page: Document, gauge: () => number): number[] {
  const moves: number[] = [];
  const steps = judge(page);
  for (let done = false; !done;) {
    const before = gauge();
    done = steps.next().done === true;
    moves.push(gauge() - before);
  }
  return moves;
}

/** Stands in front of everything that can be asked of a node, and counts. */
function countQuestions(): { questions: number; end: () => void } {
  const undo: (() => void)[] = [];
  const count = { questions: 0, end: () => undo.forEach((step) => step()) };
  for (const prototype of [Node.prototype, Element.prototype, CharacterData.prototype, Document.prototype, TreeWalker.prototype]) {
    for (const [key, property] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      const asked = property.get ?? (typeof property.value === 'function' && key !== 'constructor' ? (property.value as () => unknown) : undefined);
      if (asked === undefined) continue;
      const counted = function (this: unknown, ...parameters: []): unknown {
        const answer: unknown = asked.apply(this, parameters);
        count.questions += costOf(answer);
        return answer;
      };
      Object.defineProperty(prototype, key, property.get ? { ...property, get: counted } : { ...property, value: counted });
      undo.push(() => Object.defineProperty(prototype, key, property));
    }
  }
  return count;
}

function costOf(answer: unknown): number {
  if (typeof answer === 'string') return 1 + answer.length / charactersPerQuestion;
  return answer instanceof NodeList ? 1 + answer.length : 1;
}

function add(parent: Element, tag: string, className: string): Element {
  const element = parent.ownerDocument.createElement(tag);
  element.className = className;
  parent.append(element);
  return element;
}

/** Nests so many elements, each with what is made for its level, and returns the innermost. */
function nest(parent: Element, tag: string, levels: number, make: (level: number) => string): Element {
  let inner = parent;
  for (let level = 0; level < levels; level++) {
    inner.insertAdjacentHTML('beforeend', make(level));
    inner = add(inner, tag, '');
  }
  return inner;
}

function letters(index: number): string {
  return index.toString(26).replace(/\d/g, (digit) => String.fromCharCode(112 + Number(digit)));
}
