import type { JSX } from 'preact';
import { Icon } from '../../ui/icons.tsx';

/** Two sheets: copy. */
export const CopyIcon = (): JSX.Element => <Icon size={16}><path d="M7 7V3.5h9.5V13H13M3.5 7H13v9.5H3.5z" /></Icon>;

/** Two arrows that part: see it large. */
export const ZoomIcon = (): JSX.Element => <Icon size={16}><path d="M11.5 3.5h5v5M16.5 3.5l-5.5 5.5M8.5 16.5h-5v-5M3.5 16.5L9 11" /></Icon>;

/** A sign to play: a video. */
export const VideoIcon = (): JSX.Element => <Icon size={24}><circle cx="10" cy="10" r="7.5" /><path d="M8.3 7v6l5-3z" /></Icon>;

/** Three dots: more tools. */
export const MoreIcon = (): JSX.Element => <Icon><path d="M4.5 10h.01M10 10h.01M15.5 10h.01" stroke-width={2.5} /></Icon>;

/** An angle to the left: the one before. */
export const BeforeIcon = (): JSX.Element => <Icon><path d="M12.5 4l-6 6 6 6" /></Icon>;

/** An angle to the right: the one after. */
export const AfterIcon = (): JSX.Element => <Icon><path d="M7.5 4l6 6-6 6" /></Icon>;

/** Four tiles: all pictures at once. */
export const GalleryIcon = (): JSX.Element => <Icon><path d="M3.5 3.5h5.5v5.5H3.5zM11 3.5h5.5v5.5H11zM3.5 11h5.5v5.5H3.5zM11 11h5.5v5.5H11z" /></Icon>;

/** A sheet with an arrow down: as Markdown. */
export const MarkdownIcon = (): JSX.Element => <Icon><path d="M2.5 5h15v10h-15zM5.5 12V8l2 2.4 2-2.4v4M13.5 8v4M11.9 10.4l1.6 1.6 1.6-1.6" /></Icon>;

/** A loudspeaker: read aloud. */
export const SpeakIcon = (): JSX.Element => <Icon><path d="M3.5 8v4h3l4 3.5v-11L6.5 8zM13.5 7.5a3.5 3.5 0 0 1 0 5M15.5 5a7 7 0 0 1 0 10" /></Icon>;

/** A pen over a line: highlights and notes. */
export const PenIcon = (): JSX.Element => <Icon><path d="M6 12.5l7.5-8.5 2.5 2.200-7.5 8.5-3 .8zM3.5 17.5h13" /></Icon>;

/** A printer: on paper. */
export const PrintIcon = (): JSX.Element => <Icon><path d="M5.5 7.5v-4h9v4M5.5 14.5h-2v-7h13v7h-2M5.5 12h9v4.5h-9z" /></Icon>;

/** A magnifying glass over a page: find in the article. */
export const FindIcon = (): JSX.Element => <Icon><circle cx="8.75" cy="8.75" r="5.25" /><path d="M12.8 12.8l4 4" /></Icon>;

/** Two bars: pause. */
export const PauseIcon = (): JSX.Element => <Icon><path d="M7 4.5v11M13 4.5v11" /></Icon>;
