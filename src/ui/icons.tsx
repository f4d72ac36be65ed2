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

/** A large and a small letter: typography. */
export const TypographyIcon = (): JSX.Element => <Icon><path d="M2.5 15.5l4.5-11 4.5 11M4 12h6M17.5 10v5.5M17.5 12.8a2.4 2.7 0 1 1-4.8 0 2.4 2.7 0 0 1 4.8 0z" /></Icon>;

/** A keyboard: the list of keys. */
export const KeysIcon = (): JSX.Element => <Icon><path d="M2.5 5.5h15v9h-15zM5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01M6.5 11.5h7" /></Icon>;

/** Two links of a chain: the address of a section. */
export const LinkIcon = (): JSX.Element => <Icon size={16}><path d="M8.5 11.5a3.2 3.2 0 0 0 4.6.2l3-3a3.2 3.2 0 0 0-4.6-4.6L10.2 5.4M11.5 8.5a3.2 3.2 0 0 0-4.6-.2l-3 3a3.2 3.2 0 0 0 4.6 4.6l1.3-1.3" /></Icon>;

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

/** A box with a lid: out of the list, but kept. */
export const ArchiveIcon = (): JSX.Element => <Icon size={16}><path d="M3 4h14v3.5H3zM4.2 7.5h11.6v8.5H4.2zM8 11h4" /></Icon>;

/** Books on a shelf: the library's own page. */
export const BooksIcon = (): JSX.Element => <Icon><path d="M3.5 3.5h3.5v13H3.5zM7 3.5h3.5v13H7zM11.3 5l3.2-.9 3 11.6-3.2.9z" /></Icon>;

/** Two arrows, one up and one down: out and in. */
export const TransferIcon = (): JSX.Element => <Icon size={18}><path d="M6.5 16V4M3 7.5L6.5 4 10 7.5M13.5 4v12M10 12.5l3.5 3.5 3.5-3.5" /></Icon>;
