import { directiveTo } from './tools/annotations/quoted.ts';

/** The address of the original without the place on it; a hash that is a route names the page itself. */
export function pageAddress(url: string): string {
  return url.replace(/#(?![!/]).*$/s, '');
}

/** The address of the original with a text directive: a browser that opens it goes to the words. */
export function addressAt(url: string, directive: string): string {
  const page = pageAddress(url);
  return `${page}${page.includes('#') ? '' : '#'}:~:text=${directive}`;
}

/** The address of a section, by its heading. */
export function sectionLink(url: string, heading: string): string {
  return addressAt(url, directiveTo({ quote: heading, before: '', after: '' }));
}
