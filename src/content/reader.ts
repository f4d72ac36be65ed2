import { handleInPage, isLeftBehind, sendToBackground } from '../messages.ts';
import { createPageReader } from '../reader/page-reader.ts';
import { loadSettings, onSettingsChange, saveSettings } from '../settings.ts';
import { saveFailureText } from '../ui/failure-text.ts';
import { reprintDesk } from '../ui/reprint/reprint-desk.ts';

/** Injected on demand, and perhaps twice at the same time: the first one stays. The background looks for this mark. */
const mark = Symbol.for('jingdu.reader');

if (window.top === window && !Object.hasOwn(globalThis, mark)) {
  Object.defineProperty(globalThis, mark, { value: true });
  saveFailureText('left-behind'); // said now: when it is needed, no message can be had any more
  const page = createPageReader(document, {
    loadSettings,
    announce: () => void sendToBackground('pageDetected', { readerable: true }).catch((error: unknown) => console.info('the reader opens by itself no more', error)),
    host: {
      isSaved: (url) => sendToBackground('isSaved', { url }),
      save: async (article) => (isLeftBehind() ? { kind: 'failed', reason: 'left-behind' } : sendToBackground('saveArticle', { article })),
      keepPictures: ({ url }) => sendToBackground('keepPictures', { url }),
      ...reprintDesk,
      annotations: (url) => sendToBackground('annotationsAt', { url }),
      keepAnnotation: (url, annotation) => sendToBackground('keepAnnotation', { url, annotation }),
      dropAnnotation: (url, id) => sendToBackground('dropAnnotation', { url, id }),
      keptKinds: (site) => sendToBackground('keptKinds', { site }),
      keepKind: (choice) => sendToBackground('keepKind', choice),
      readingPlace: (url) => sendToBackground('readingPlace', { url }),
      keepReadingPlace: (url, place) => sendToBackground('keepReadingPlace', { url, ...place }),
      saveSettings,
      onSettingsChange,
    },
  });
  handleInPage(page);
}
