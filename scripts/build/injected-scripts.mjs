// @ts-check
import { shareScripts } from './share-scripts.mjs';

const query = '?scripts';
const placeholder = '__injected_scripts__';

/**
 * `import files from './entry.ts?scripts'` builds the entry for injection into web pages, and gives the files to
 * inject, in their order. One entry can be imported so.
 *
 * @returns {import('vite').Plugin}
 */
export function injectedScripts() {
  const prefix = '\0injected-scripts:';
  return {
    name: 'jingdu:injected-scripts',
    enforce: 'post',
    apply: 'build',
    resolveId: {
      order: 'pre',
      async handler(source, importer) {
        if (!source.endsWith(query)) return undefined;
        const entry = await this.resolve(source.slice(0, -query.length), importer);
        return entry && prefix + entry.id;
      },
    },
    load(id) {
      if (!id.startsWith(prefix)) return undefined;
      this.emitFile({ type: 'chunk', id: id.slice(prefix.length), name: 'reader-in-page' });
      return `export default ${placeholder}`;
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const entry = chunks.find(({ name }) => name === 'reader-in-page');
        if (entry === undefined) return;
        const files = JSON.stringify(shareScripts(chunks, entry.fileName));
        for (const chunk of chunks) chunk.code = chunk.code.replace(placeholder, () => files);
      },
    },
  };
}
