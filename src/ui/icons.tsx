import type { ComponentChildren, JSX } from 'preact';

/** How thick a line is on the screen, in px, whatever the size of the icon. */
const stroke = 1.5;
const grid = 20;

/** How an icon is drawn: on a grid of 20, one stroke weight, in the colour of the text. */
export function Icon({ size = 20, filled = false, children }: { size?: number; filled?: boolean; children: ComponentChildren }): JSX.Element {
  return (
    <svg
      class="icon" aria-hidden="true" focusable="false" width={size} height={size} viewBox="0 0 20 20"
      fill={filled ? 'currentColor' : 'none'} stroke="currentColor" stroke-width={(stroke * grid) / size} stroke-linecap="round" stroke-linejoin="round"
    >
      {children}
    </svg>
  );
}

/** A cross: leave. */
export const CloseIcon = (): JSX.Element => <Icon><path d="M5 5l10 10M15 5L5 15" /></Icon>;

/** A bookmark, filled once the article is kept. */
export const BookmarkIcon = ({ filled, size = 20 }: { filled: boolean; size?: number }): JSX.Element => (
  <Icon filled={filled} size={size}><path d="M5.5 3.5h9v13L10 13l-4.5 3.5z" /></Icon>
);

/** A list with its hierarchy: the outline. */
export const OutlineIcon = (): JSX.Element => <Icon><path d="M3.5 5h13M6.5 10h10M6.5 15h7M3.5 10h.01M3.5 15h.01" /></Icon>;

/** A circle half in shade: follow the system. */
export const SystemThemeIcon = (): JSX.Element => (
  <Icon><circle cx="10" cy="10" r="6.5" /><path d="M10 3.5v13a6.5 6.5 0 0 0 0-13z" fill="currentColor" /></Icon>
);

/** A sun: the light theme. */
export const SunIcon = (): JSX.Element => (
  <Icon><circle cx="10" cy="10" r="3.25" /><path d="M10 2.5v1.5M10 16v1.5M2.5 10H4M16 10h1.5M4.7 4.7l1 1M14.3 14.3l1 1M15.3 4.7l-1 1M5.7 14.3l-1 1" /></Icon>
);

/** A crescent: the dark theme. */
export const MoonIcon = (): JSX.Element => <Icon><path d="M16.5 11.7A6.8 6.8 0 0 1 8.3 3.5a6.8 6.8 0 1 0 8.2 8.2z" /></Icon>;

/** A magnifying glass: search. */
export const SearchIcon = ({ size = 16 }: { size?: number }): JSX.Element => <Icon size={size}><circle cx="8.75" cy="8.75" r="5.25" /><path d="M12.8 12.8l4 4" /></Icon>;

/** A bin: delete. */
export const DeleteIcon = (): JSX.Element => (
  <Icon size={16}><path d="M3.5 5.5h13M8 5.5v-2h4v2M5.5 5.5l.7 11h7.6l.7-11M8.5 8.5v5M11.5 8.5v5" /></Icon>
);

/** A page with folded corner: something that is no article. */
export const PageIcon = ({ size = 20 }: { size?: number }): JSX.Element => (
  <Icon size={size}><path d="M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5M8 10h4.5M8 13h3" /></Icon>
);

/** A closed padlock: a page that extensions may not read. */
export const LockIcon = ({ size = 20 }: { size?: number }): JSX.Element => (
  <Icon size={size}><path d="M4.5 9h11v8h-11zM7 9V6.5a3 3 0 0 1 6 0V9M10 12.5v1.5" /></Icon>
);

/** A picture frame with a stroke through it: a picture that did not load. */
export const PictureMissingIcon = (): JSX.Element => <Icon><path d="M3.5 4.5h13v11h-13zM3.5 13l3.5-3.5 3 3 2-2 4.5 4M3 2.5l14 15" /></Icon>;

/** A small angle that turns when its list is open. */
export const DisclosureIcon = (): JSX.Element => <Icon size={12}><path d="M7 4l6 6-6 6" /></Icon>;

/** A star, filled once the article is marked with it. */
export const StarIcon = ({ filled, size = 16 }: { filled: boolean; size?: number }): JSX.Element => (
  <Icon filled={filled} size={size}><path d="M10 3l2.2 4.5 4.9.7-3.6 3.5.9 4.9-4.4-2.3-4.4 2.3.9-4.9-3.6-3.5 4.9-.7z" /></Icon>
);

/** An arrow that turns back: out of the bin again. */
export const RestoreIcon = (): JSX.Element => <Icon size={16}><path d="M4 8h8.5a4 4 0 0 1 0 8H8M4 8l3.5-3.5M4 8l3.5 3.5" /></Icon>;
