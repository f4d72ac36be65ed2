import type { JSX, RefObject } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { Article } from '../../article/article.ts';
import { t } from '../../i18n.ts';
import type { ReaderHost } from '../reader-host.ts';
import { AnnotationTools } from './annotations/annotation-tools.tsx';
import { useAnnotations } from './annotations/use-annotations.ts';
import { copyText } from './copy-text.ts';
import { Footnotes } from './footnotes/footnote-popover.tsx';
import type { Layers } from './layers.ts';
import { createLayers } from './layers.ts';
import { ToolMenu } from './menu/tool-menu.tsx';
import type { MenuItem } from './menu/tool-menu.tsx';
import { Pictures } from './pictures/pictures.tsx';
import type { PicturesOpen } from './pictures/pictures.tsx';
import { GalleryIcon, MoreIcon, PenIcon } from './tool-icons.tsx';
import { useClicks } from './use-clicks.ts';
import type { Say } from './word.tsx';
import { useWord, WordLine } from './word.tsx';

/** What the tools work on. */
export interface ToolPlace {
  article: Article;
  host: ReaderHost;
  body: RefObject<HTMLElement | null>;
  onJump: (id: string) => void;
}

/** The tools, in the two places where they are drawn, and the stack that Esc takes down. */
export interface ReadingTools {
  button: JSX.Element;
  panels: JSX.Element;
  layers: Layers;
  say: Say;
}

/** The reading tools of one reader. */
export function useReadingTools(place: ToolPlace): ReadingTools {
  const layers = useMemo(createLayers, []);
  const [word, say] = useWord();
  const [menuOpen, setMenuOpen] = useState(false);
  const [pictures, setPictures] = useState<PicturesOpen>();
  const [listOpen, setListOpen] = useState(false);
  const annotations = useAnnotations({ article: place.article, body: place.body, keeper: place.host, say });
  const opener = useRef<HTMLButtonElement>(null);
  useCodeCopy(place.body, say);
  const items = menuItems(place, { showPictures: () => setPictures({ shown: undefined }), showAnnotations: () => setListOpen(true) });
  return {
    layers,
    say,
    button: (
      <button type="button" class="icon-button" data-testid="more-tools" aria-expanded={menuOpen} aria-label={t('moreTools')} title={t('moreTools')} ref={opener} onClick={() => setMenuOpen(!menuOpen)}>
        <MoreIcon />
      </button>
    ),
    panels: (
      <>
        <Footnotes body={place.body} layers={layers} onJump={place.onJump} />
        <Pictures body={place.body} open={pictures} onOpen={setPictures} layers={layers} keyboard={place.host} />
        <AnnotationTools
          article={place.article} body={place.body} annotations={annotations} listOpen={listOpen} onCloseList={() => setListOpen(false)}
          layers={layers} keyboard={place.host} say={say}
        />
        {menuOpen && <ToolMenu items={items} opener={opener} layers={layers} onClose={() => setMenuOpen(false)} />}
        <WordLine word={word} />
      </>
    ),
  };
}

function menuItems({ article }: ToolPlace, { showPictures, showAnnotations }: Record<'showPictures' | 'showAnnotations', () => void>): MenuItem[] {
  const items: (MenuItem & { offered: boolean })[] = [
    { name: 'annotations', label: t('annotations'), icon: <PenIcon />, choose: showAnnotations, offered: true },
    { name: 'pictures', label: t('picturesAll'), icon: <GalleryIcon />, choose: showPictures, offered: /<img/.test(article.contentHtml) },
  ];
  return items.filter(({ offered }) => offered);
}

function useCodeCopy(body: RefObject<HTMLElement | null>, say: Say): void {
  useClicks(body, '[data-testid=copy-code]', (button) => {
    const code = button.parentElement?.querySelector('pre')?.textContent ?? '';
    void copyText(code, button).then((done) => say(t(done ? 'copied' : 'copyFailed'), { failed: !done }));
  });
}
