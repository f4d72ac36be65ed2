import { fileURLToPath } from 'node:url';
import { crx } from '@crxjs/vite-plugin';
import type { ManifestV3Export } from '@crxjs/vite-plugin';
import type { Plugin } from 'vite';
import { defineConfig } from 'vite';
import { compactPublic } from './scripts/build/compact-public.mjs';
import { injectedScripts } from './scripts/build/injected-scripts.mjs';
import { withLicenses } from './scripts/build/licenses.mjs';
import { lightPackages } from './scripts/build/light-packages.mjs';
import { withPackedPairs } from './scripts/build/packed-pairs.mjs';
import { withoutEvidence } from './scripts/build/without-evidence.mjs';
import manifest from './manifest.json' with { type: 'json' };

/** Keys of the one manifest that only the other browser knows, and would warn about. */
const foreignKeys = { chrome: ['browser_specific_settings'], firefox: ['minimum_chrome_version'] };

/** In Firefox for Linux and Windows, Alt+Shift+S opens the history menu, in Chinese as in English; K is for "keep". */
const firefoxShortcuts = { 'save-article': 'Alt+Shift+K' };

/** Takes out of the manifest what is for the other browser. */
function finishManifest(browser: keyof typeof foreignKeys): Plugin {
  return {
    name: 'jingdu:finish-manifest',
    enforce: 'post',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const asset = bundle['manifest.json'];
        if (asset?.type !== 'asset') return;
        const built = JSON.parse(String(asset.source)) as Record<string, unknown>;
        for (const key of foreignKeys[browser]) delete built[key];
        asset.source = JSON.stringify(built);
      },
    },
  };
}

/** Leaves out of the package what the rules say of themselves for people and tests: a tenth of the reader. */
function leaveOutEvidence(): Plugin {
  return {
    name: 'jingdu:leave-out-evidence',
    enforce: 'post',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const [name, file] of Object.entries(bundle)) {
          if (file.type === 'chunk') file.code = withoutEvidence(file.code);
          else if (name.endsWith('.js')) file.source = withoutEvidence(String(file.source));
        }
      },
    },
  };
}

/** Keeps the table of variants readable in the source and small in the package. */
function packVariants(): Plugin {
  return {
    name: 'jingdu:pack-variants',
    enforce: 'post',
    apply: 'build',
    transform: (code, id) => (id.endsWith('/han-variants.ts') ? { code: withPackedPairs(code), map: null } : undefined),
  };
}

/** What our pages and the worker share, and what the pages alone do: two files where there would be two dozen, each packed by itself. */
const sharedChunks = [
  { name: 'core', test: /\/src\/(?:library(?!\/(?:export|import)\/)|messages|settings|shape|i18n)\b|webextension-polyfill/, minShareCount: 2, priority: 2 },
  { name: 'pages', test: /\/src\/ui\/|\/preact\//, minShareCount: 2, priority: 1 },
];

/** One source for all browsers: `--mode firefox` builds for Firefox, anything else for Chrome and Edge. */
export default defineConfig(({ mode }) => {
  const browser = mode === 'firefox' ? 'firefox' : 'chrome';
  const commands = browser === 'firefox' ? withShortcuts(firefoxShortcuts) : manifest.commands;
  return {
    plugins: [crx({ manifest: { ...manifest, commands } as ManifestV3Export, browser }), injectedScripts(), lightPackages(browser), finishManifest(browser), leaveOutEvidence(), packVariants(), compactPublic(fileURLToPath(new URL('public', import.meta.url))), withLicenses()],
    build: {
      target: 'es2022',
      cssTarget: ['chrome120', 'firefox142'],
      outDir: `dist/${browser}`,
      emptyOutDir: true,
      modulePreload: false,
      rolldownOptions: {
        // How long each plugin took is nothing to a person who only starts it.
        checks: { pluginTimings: false },
        input: {
          library: fileURLToPath(new URL('src/library-page/index.html', import.meta.url)),
          saved: fileURLToPath(new URL('src/reader/index.html', import.meta.url)),
          transfer: fileURLToPath(new URL('src/transfer/index.html', import.meta.url)),
        },
        // Nothing of a package is cached under its name, and a hash would hold the path of the folder it was built in.
        output: { entryFileNames: 'assets/[name].js', chunkFileNames: 'assets/[name].js', assetFileNames: 'assets/[name][extname]', codeSplitting: { groups: sharedChunks } },
      },
    },
  };
});

function withShortcuts(shortcuts: Partial<Record<keyof typeof manifest.commands, string>>): typeof manifest.commands {
  const commands = structuredClone(manifest.commands);
  for (const [name, shortcut] of Object.entries(shortcuts)) commands[name as keyof typeof commands].suggested_key.default = shortcut;
  return commands;
}
