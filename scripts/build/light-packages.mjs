// @ts-check

const readability = '@mozilla/readability';
const polyfill = 'webextension-polyfill';
/** How Readability's script ends: with its export for whatever has no modules. */
const commonExport = /if \(typeof module === "object"\) \{[^{}]*\}\s*$/;
/** What it would tell of its work: how it is told, and each telling, for which it writes whole articles out as text though nobody listens. */
const logging = /  \/\/ Control whether log messages[^]*?this\.log = function \(\) \{\};\n {2}\}\n|^ *this\.log\([^;]*\);\n/gm;
/** What we ask it not to do: to read the page's structured data, which we do ourselves, and to take the classes away. */
const unasked = /^ {2}_(?:getJSONLD\(doc|cleanClasses\(node)\) \{[^]*?\n {2}\},\n/gm;

/**
 * Takes of a package what is at work in the extension. Of Readability's two scripts that is one, and it becomes a module
 * that keeps no log and has no more than it is asked for.
 * Of the polyfill it is nothing: it makes other browsers' functions return promises as Firefox's do, hands on Firefox's
 * own as they are, and Chrome's do so by themselves now, but for listeners to messages, and ours ask for none there.
 *
 * @param {import('../build-extension.mjs').BrowserName} browser
 * @returns {import('vite').Plugin}
 */
export function lightPackages(browser) {
  return {
    name: 'jingdu:light-packages',
    enforce: 'pre',
    apply: 'build',
    resolveId(source, importer) {
      if (source === readability) return this.resolve(`${readability}/Readability.js`, importer);
      return source === polyfill ? `\0${polyfill}` : undefined;
    },
    load: (id) => (id === `\0${polyfill}` ? `export default ${browser === 'chrome' ? 'chrome' : 'browser'};` : undefined),
    transform(code, id) {
      if (!id.endsWith(`/${readability}/Readability.js`)) return undefined;
      if (!commonExport.test(code)) throw new Error('Readability exports itself in another way than it did');
      const quiet = code.replace(logging, '').replace(unasked, '');
      if (/this\.log|\n {2}_(?:getJSONLD|cleanClasses)\b/.test(quiet)) throw new Error('Readability is written in another way than it was');
      return { code: quiet.replace(commonExport, 'export { Readability };'), map: null };
    },
  };
}
