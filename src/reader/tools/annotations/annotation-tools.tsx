import type { JSX, RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Article } from '../../../article/article.ts';
import { t } from '../../../i18n.ts';
import type { Annotation, HighlightColour } from '../../../library/annotation.ts';
import { copyText } from '../copy-text.ts';
import type { Layers } from '../layers.ts';
import { useClicks } from '../use-clicks.ts';
import type { Say } from '../word.tsx';
import { AnnotationEditor } from './annotation-editor.tsx';
import { AnnotationList } from './annotation-list.tsx';
import { citeInReferences, citeInText } from './citation.ts';
import { SelectionBar } from './selection-bar.tsx';
import type { Annotations } from './use-annotations.ts';
import { useSelection } from './use-selection.ts';

interface AnnotationToolsProps {
  article: Article;
  body: RefObject<HTMLElement | null>;
  annotations: Annotations;
  listOpen: boolean;
  onCloseList: () => void;
  layers: Layers;
  /** Set to what the key for a highlight does at present. */
  highlightKey: RefObject<() => void>;
  say: Say;
  /** The highlight that one has come for. */
  arrival: string | undefined;
}

/** The bar over a selection, the editor of a highlight, and the list of them all. */
export function AnnotationTools({ article, body, annotations, listOpen, onCloseList, layers, highlightKey, say, arrival }: AnnotationToolsProps): JSX.Element {
  const selected = useSelection(body);
  const [openId, setOpenId] = useState<string>();
  const open = annotations.list.find(({ id }) => id === openId);
  const isBarShown = selected !== undefined && open === undefined && !layers.isCovered();
  const highlight = (colour: HighlightColour): Annotation | undefined => {
    const added = selected && annotations.add(selected, colour);
    body.current?.ownerDocument.getSelection()?.removeAllRanges();
    return added;
  };
  const copy = (text: string): void => {
    if (body.current === null) return;
    void copyText(text, body.current).then((done) => say(t(done ? 'copied' : 'copyFailed'), { failed: !done }));
  };
  const visit = (annotation: Annotation): void => {
    markOf(body.current, annotation)?.scrollIntoView({ block: 'center' });
    setOpenId(annotation.id);
  };
  const wished = annotations.list.find(({ id }) => id === arrival);
  // Once, as soon as it is known, and after it was marked in the text.
  useEffect(() => { if (wished) visit(wished); }, [wished === undefined]);
  useClicks(body, 'mark[data-annotation]', (mark, event) => {
    if (selected !== undefined || (event.target instanceof Element && event.target.closest('a') !== null)) return;
    setOpenId(mark.getAttribute('data-annotation') ?? undefined);
  });
  highlightKey.current = () => { if (isBarShown) highlight('yellow'); };
  return (
    <>
      {isBarShown && (
        <SelectionBar
          body={body} selected={selected} onHighlight={highlight} onNote={() => setOpenId(highlight('yellow')?.id)}
          onCite={() => copy(citeInText(article, selected))} onReference={() => copy(citeInReferences(article, new Date()))}
        />
      )}
      {listOpen && <AnnotationList list={annotations.list} body={body} layers={layers} onOpen={visit} onClose={onCloseList} />}
      {open && (
        <AnnotationEditor
          key={open.id} annotation={open} markOf={() => markOf(body.current, open)} layers={layers} onChange={annotations.change}
          onRemove={() => { annotations.remove(open); setOpenId(undefined); }} onClose={() => setOpenId(undefined)}
        />
      )}
    </>
  );
}

function markOf(body: HTMLElement | null, { id }: Annotation): Element | undefined {
  return Array.from(body?.querySelectorAll(`mark[data-annotation="${id}"]`) ?? []).at(-1);
}
