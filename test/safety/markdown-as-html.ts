const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const asText = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);

/**
 * What a program makes of a Markdown file that lets raw HTML through and knows neither formulas nor a head of
 * properties, the most trusting kind there is. Only what decides between text and markup is read: fences, code,
 * escapes, autolinks, links, cells, and the blocks that a tag alone on its line begins.
 */
export function asTrustingHtml(markdown: string): string {
  const fence = /^( {0,3}|.*?[-.>] )(`{3,})[^`\n]*\n[\s\S]*?\n\s*(?:> )*\2`*[ \t]*$/gm;
  const prose = markdown.replace(fence, (block) => `\n\n\u0000${asText(block).replaceAll('\n', '\u0001')}\u0000\n\n`);
  return prose.split(/\n[ \t>]*\n/).map(block).join('\n').replaceAll('\u0001', '\n').replaceAll('\u0000', '');
}

function block(lines: string): string {
  if (lines.includes('\u0000')) return lines;
  const all = lines.split('\n').flatMap((line) => (/^[\s>]*\|.*\|\s*$/.test(line) ? cells(line) : [line]));
  const rawFrom = all.findIndex((line) => /^(?:[\s>]|[-+*] |\d+[.)] |\[\^[^\]]*\]: )*<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>\s*$/i.test(line));
  const end = rawFrom < 0 ? all.length : rawFrom;
  return `<p>${inline(all.slice(0, end).join('\n'))}</p>${all.slice(end).join('\n')}`;
}

/** A pipe ends a cell, also in code; a pipe behind a backslash does not. */
function cells(row: string): string[] {
  return (row.match(/(?:\\.|[^|\\])+/g) ?? []).map((cell) => cell.replaceAll('\\|', '|'));
}

function inline(text: string): string {
  let html = '';
  let rest = text;
  while (rest !== '') {
    const [taken, made] = token(rest);
    html += made;
    rest = rest.slice(taken.length);
  }
  return html;
}

/** The next piece, and what stands for it in HTML; all that is neither escaped nor code nor a link goes through as it is. */
function token(rest: string): [string, string] {
  const [escaped] = /^\\[!-/:-@[-`{-~]/.exec(rest) ?? [];
  if (escaped !== undefined) return [escaped, asText(escaped.slice(1))];
  const [code, , inside = ''] = /^(`+)(?!`)([\s\S]*?[^`])\1(?!`)/.exec(rest) ?? [];
  if (code !== undefined) return [code, `<code>${asText(inside)}</code>`];
  const [run] = /^`+/.exec(rest) ?? [];
  if (run !== undefined) return [run, run];
  const [auto, address = ''] = /^<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*)>/i.exec(rest) ?? [];
  if (auto !== undefined) return [auto, `<a href="${asText(address)}">${asText(address)}</a>`];
  const [end, angled, bare = ''] = /^\]\(\s*(?:<([^<>\n]*)>|([^\s)]*))[^)\n]*\)/.exec(rest) ?? [];
  if (end !== undefined) return [end, `<a href="${asText(angled ?? bare)}">]</a>`];
  return [rest.slice(0, 1), rest.slice(0, 1)];
}
