import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { Article } from '../../../article/article.ts';
import { t } from '../../../i18n.ts';
import type { Annotation, HighlightColour } from '../../../library/annotation.ts';
import { findQuote } from '../../../library/find-quote.ts';
import { saveFailureText } from '../../../ui/failure-text.ts';
import type { Shelf } from '../../../ui/use-saving.ts';
import type { Stretch } from '../body-text.ts';
import { readBodyText, unwrap, wrapText } from '../body-text.ts';
import type { Say } from '../word.tsx';
import { quoteAt } from './text-quote.ts';

/** Where annotations are kept, as the reader sees it; by the address of their article. */
export interface AnnotationKeeper {
  annotations(url: string): Promise<Annotation[]>;
  keepAnnotation(url: string, annotation: Annotation): Promise<void>;
  dropAnnotation(url: string, id: string): Promise<void>;
}

/** The annotations of the article that is open, and what can be done with them. */
export interface Annotations {
  list: Annotation[];
  /** Marks a stretch of the text; answers once it is on the screen. */
  add: (stretch: Stretch, colour: HighlightColour) => Annotation | undefined;
  change: (annotation: Annotation) => void;
  remove: (annotation: Annotation) => void;
}

interface Options {
  article: Article;
  body: RefObject<HTMLElement | null>;
  keeper: AnnotationKeeper & Shelf;
  say: Say;
  /** Called once a mark has saved its article. */
  onSaved: () => void;
  /** Changes once annotations may have come from elsewhere: from a list that was brought in, or from the article that this one replaces. */
  handedOn: number;
}

/** Shows the annotations in the body and keeps what is changed; marking an article that is not saved saves it. */
export function useAnnotations({ article, body, keeper, say, onSaved, handedOn }: Options): Annotations {
  const [list, setList] = useState<Annotation[]>([]);
  useEffect(() => {
    const life = new AbortController();
    setList(nothingOf);
    keeper.annotations(article.url).then(
      (found) => { if (!life.signal.aborted) setList((now) => withFound(now, found)); },
      (error: unknown) => {
        console.error('the annotations could not be read', error);
        say(t('annotationsUnreadable'), { failed: true });
      },
    );
    return () => life.abort();
  }, [article.url, keeper, say]);
  useHandedOn({ article, keeper, handedOn }, (found) => setList((now) => withFound(now, found)));
  useLayoutEffect(() => {
    if (body.current !== null) paint(body.current, list);
  }, [article, body, list]);

  const keep = (annotation: Annotation): void => {
    setList((now) => [...now.filter(({ id }) => id !== annotation.id), annotation].sort(byTime));
    void keepWithArticle(article, annotation, keeper).then(({ words, failed, savedArticle }) => {
      if (savedArticle) onSaved();
      if (words !== '') say(words, { failed });
      if (failed) setList((now) => now.filter((other) => other !== annotation));
    });
  };
  return {
    list,
    add: (stretch, colour) => {
      if (body.current === null) return undefined;
      const quote = quoteAt(readBodyText(body.current).text, stretch);
      // The very same words once more: another colour is wanted.
      const same = list.find(({ exact, start }) => exact === quote.exact && start === quote.start);
      const annotation: Annotation = same ? { ...same, colour } : { ...quote, id: newId(), colour, note: '', createdAt: Date.now() };
      keep(annotation);
      return annotation;
    },
    change: keep,
    remove: (annotation) => {
      setList((now) => now.filter(({ id }) => id !== annotation.id));
      keeper.dropAnnotation(article.url, annotation.id).catch((error: unknown) => {
        console.error('an annotation could not be deleted', error);
        setList((now) => [...now, annotation]);
        say(t('annotationFailed'), { failed: true });
      });
    },
  };
}

/** Reads the annotations once more when some may have come from elsewhere. */
function useHandedOn({ article, keeper, handedOn }: Pick<Options, 'article' | 'keeper' | 'handedOn'>, onFound: (found: Annotation[]) => void): void {
  useEffect(() => {
    if (handedOn === 0) return undefined;
    const life = new AbortController();
    keeper.annotations(article.url).then(
      (found) => { if (!life.signal.aborted) onFound(found); },
      (error: unknown) => console.warn('annotations that came from elsewhere could not be read', error),
    );
    return () => life.abort();
  }, [handedOn]);
}

/** Another article has none of them; where there are none, nothing is drawn anew. */
function nothingOf(list: Annotation[]): Annotation[] {
  return list.length === 0 ? list : [];
}

/** What was read, beside what is known; of what was changed meanwhile the reading knows nothing. */
function withFound(known: Annotation[], found: readonly Annotation[]): Annotation[] {
  const fresh = found.filter(({ id }) => known.every((other) => other.id !== id));
  return fresh.length === 0 ? known : [...known, ...fresh].sort(byTime);
}

function byTime(a: Annotation, b: Annotation): number {
  return a.createdAt - b.createdAt;
}

/** Pages without https have no `randomUUID`. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** How the keeping of one annotation ended, in words where there is something to say. */
interface Keeping {
  words: string;
  failed: boolean;
  savedArticle: boolean;
}

async function keepWithArticle(article: Article, annotation: Annotation, keeper: AnnotationKeeper & Shelf): Promise<Keeping> {
  const done = { savedArticle: false };
  try {
    const isNew = !(await keeper.isSaved(article.url));
    const outcome = isNew ? await keeper.save(article) : undefined;
    if (outcome?.kind === 'failed') return { ...done, words: saveFailureText(outcome.reason), failed: true };
    done.savedArticle = isNew;
    await keeper.keepAnnotation(article.url, annotation);
    return { ...done, words: isNew ? t('annotationSavedArticle') : '', failed: false };
  } catch (error) {
    console.error('an annotation could not be kept', error);
    return { ...done, words: t('annotationFailed'), failed: true };
  }
}

/** A mark that stands stays the same element: a press or a selection that has begun on it goes on. */
function paint(body: HTMLElement, list: readonly Annotation[]): void {
  const standing = Array.from(body.querySelectorAll<HTMLElement>('mark[data-annotation]'));
  const isListed = new Set(list.map(({ id }) => id));
  unwrap(standing.filter((mark) => !isListed.has(idOf(mark))));
  for (const annotation of list) {
    const own = standing.filter((mark) => idOf(mark) === annotation.id);
    for (const mark of own) dress(mark, annotation);
    const place = own.length > 0 ? undefined : findQuote(readBodyText(body).text, annotation);
    if (place !== undefined) wrapText(body, place, () => dress(body.ownerDocument.createElement('mark'), annotation));
  }
}

function idOf(mark: HTMLElement): string {
  return mark.dataset['annotation'] ?? '';
}

function dress(mark: HTMLElement, { id, colour, note }: Annotation): HTMLElement {
  mark.className = 'highlight';
  mark.setAttribute('data-annotation', id);
  mark.setAttribute('data-colour', colour);
  mark.toggleAttribute('data-noted', note !== '');
  return mark;
}
