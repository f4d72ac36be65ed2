import type { JSX, RefObject } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { Article } from '../../article/article.ts';
import type { Annotation } from '../../library/annotation.ts';
import { t } from '../../i18n.ts';
import type { Settings } from '../../settings.ts';
import type { Destination, ReaderHost } from '../reader-host.ts';
import { AnnotationTools } from './annotations/annotation-tools.tsx';
import { dropSelection } from './annotations/selected-range.ts';
import { useAnnotations } from './annotations/use-annotations.ts';
import { copyText } from './copy-text.ts';
import type { Sought } from './find/find-box.tsx';
import { FindBox } from './find/find-box.tsx';
import { Footnotes } from './footnotes/footnote-popover.tsx';
import type { Layers } from './layers.ts';
import { createLayers } from './layers.ts';
import { copyMarkdown } from './markdown/copy-markdown.ts';
import { ToolMenu } from './menu/tool-menu.tsx';
import type { MenuItem } from './menu/tool-menu.tsx';
import { Pictures } from './pictures/pictures.tsx';
import type { PicturesOpen } from './pictures/pictures.tsx';
import { SpeechBar } from './speech/speech-bar.tsx';
import { findVoices } from './speech/voices.ts';
import { FindIcon, GalleryIcon, MarkdownIcon, MoreIcon, PenIcon, PrintIcon, SpeakIcon } from './tool-icons.tsx';
import { useClicks } from './use-clicks.ts';
import type { Say } from './word.tsx';
import { useWord, WordLine } from './word.tsx';

/** What the tools work on. */
export interface ToolPlace {
  article: Article;
  host: ReaderHost;
  body: RefObject<HTMLElement | null>;
  settings: Settings;
  onChange: (change: Partial<Settings>) => void;
  onJump: (id: string) => void;
  /** Called once a tool has saved the article. */
  onSaved: () => void;
  /** What is to be found, or which highlight shown, as soon as the article is there. */
  destination?: Destination | undefined;
  /** Changes once what was said of the article elsewhere may have been handed on to it. */
  handedOn: number;
}

/** The tools, in the two places where they are drawn, and the stack that Esc takes down. */
export interface ReadingTools {
  button: JSX.Element;
  panels: JSX.Element;
  layers: Layers;
  say: Say;
  /** Closes what lies topmost over the text, and at last the selection; false when there was nothing. */
  closeTop: () => boolean;
  /** What keys of the reader do here. */
  actions: Record<'find' | 'highlight', () => void>;
}

/** The reading tools of one reader. */
export function useReadingTools(place: ToolPlace): ReadingTools {
  const layers = useMemo(createLayers, []);
  const [word, say] = useWord();
  const [menuOpen, setMenuOpen] = useState(false);
  const [pictures, setPictures] = useState<PicturesOpen>();
  const [listOpen, setListOpen] = useState(false);
  const annotations = useAnnotations({ article: place.article, body: place.body, keeper: place.host, say, onSaved: place.onSaved, handedOn: place.handedOn });
  const [sought, setSought] = useState(() => soughtAt(place.destination));
  const [voices, setVoices] = useState<readonly [SpeechSynthesisVoice, ...SpeechSynthesisVoice[]]>();
  const highlightKey = useRef<() => void>(() => undefined);
  const opener = useRef<HTMLButtonElement>(null);
  useCodeCopy(place.body, say);
  const items = menuItems(place.article, {
    listen: () => void findVoices(place.article.lang, window).then(([first, ...others]) => (first ? setVoices([first, ...others]) : say(t('listenNoVoice'), { failed: true }))),
    annotations: () => setListOpen(true),
    pictures: () => setPictures({ shown: undefined }),
    find: () => setSought({ words: '' }),
    markdown: () => copyAll(place, annotations.list, say),
    print: () => window.print(),
  });
  return {
    layers,
    say,
    closeTop: () => layers.closeTop() || (place.body.current !== null && dropSelection(place.body.current)),
    actions: { find: () => setSought((before) => before ?? { words: '' }), highlight: () => highlightKey.current() },
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
          layers={layers} highlightKey={highlightKey} say={say} arrival={place.destination?.annotationId}
        />
        {sought !== undefined && <FindBox body={place.body} layers={layers} keyboard={place.host} sought={sought} onClose={() => setSought(undefined)} />}
        {voices && <SpeechBar key={place.article.contentHtml} body={place.body} voices={voices} settings={place.settings} onChange={place.onChange} say={say} onClose={() => setVoices(undefined)} />}
        {menuOpen && <ToolMenu items={items} opener={opener} layers={layers} onClose={() => setMenuOpen(false)} />}
        <WordLine word={word} />
      </>
    ),
  };
}

function soughtAt({ words, sentence }: Destination = {}): Sought | undefined {
  return words === undefined ? undefined : { words, sentence };
}

type Deed = 'listen' | 'annotations' | 'pictures' | 'find' | 'markdown' | 'print';

function menuItems({ contentHtml }: Article, deeds: Record<Deed, () => void>): MenuItem[] {
  const items: (Omit<MenuItem, 'choose'> & { name: Deed })[] = [
    { name: 'listen', label: t('listen'), icon: <SpeakIcon /> },
    { name: 'annotations', label: t('annotations'), icon: <PenIcon /> },
    { name: 'find', label: t('find'), icon: <FindIcon /> },
    { name: 'pictures', label: t('picturesAll'), icon: <GalleryIcon /> },
    { name: 'markdown', label: t('copyMarkdown'), icon: <MarkdownIcon /> },
    { name: 'print', label: t('print'), icon: <PrintIcon /> },
  ];
  return items.filter(({ name }) => name !== 'pictures' || contentHtml.includes('<img')).map((item) => ({ ...item, choose: deeds[item.name] }));
}

function copyAll({ article, body }: ToolPlace, highlights: readonly Annotation[], say: Say): void {
  if (body.current === null) return;
  void copyMarkdown(article, highlights, body.current).then((done) => say(t(done ? 'copiedMarkdown' : 'copyFailed'), { failed: !done }));
}

function useCodeCopy(body: RefObject<HTMLElement | null>, say: Say): void {
  useClicks(body, '[data-testid=copy-code]', (button) => {
    const code = button.parentElement?.querySelector('pre')?.textContent ?? '';
    void copyText(code, button).then((done) => say(t(done ? 'copied' : 'copyFailed'), { failed: !done }));
  });
}
