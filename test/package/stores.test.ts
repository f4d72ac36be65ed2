import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtExtension, builtFor } from '../../scripts/build-extension.mjs';

interface Manifest {
  default_locale: string;
  icons: Record<string, string>;
  action: { default_icon: Record<string, string> };
  permissions: string[];
  optional_host_permissions: string[];
  content_scripts: { matches: string[] }[];
  commands: Record<string, unknown>;
}

const builds = [
  ['chrome', process.env['JINGDU_EXTENSION'] ?? builtExtension],
  ['firefox', process.env['JINGDU_FIREFOX_EXTENSION'] ?? builtFor('firefox')],
] as const;
const locales = ['en', 'zh_CN', 'zh_TW'] as const;

/** The tightest limit that any of the three stores sets, in UTF-16 units as they count. */
const limits = { extensionName: 45, extensionDescription: 132 } as const;
const pngSignature = '89504e470d0a1a0a';

describe.each(builds)('the build for %s', (_browser, folder) => {
  const manifest = readJson<Manifest & Record<string, unknown>>(folder, 'manifest.json');

  test('has icons of 16 to 128 pixels, each a picture of the size that it says', () => {
    expect(Object.keys(manifest.icons)).toEqual(['16', '32', '48', '128']);
    const icons = [...Object.entries(manifest.icons), ...Object.entries(manifest.action.default_icon)];
    expect(icons.map(([, file]) => pngSize(join(folder, file)))).toEqual(icons.map(([size]) => [Number(size), Number(size)]));
  });

  test.each(locales)('has a name and a description within the limits in %s', (locale) => {
    const messages = readJson<Record<string, { message: string }>>(folder, `_locales/${locale}/messages.json`);
    for (const [key, limit] of Object.entries(limits)) {
      const { message } = messages[key] ?? { message: '' };
      expect(message, key).not.toBe('');
      expect(message.length, `${key}: ${message}`).toBeLessThanOrEqual(limit);
    }
  });

  test('asks for these permissions, and for hosts only once a person wants their pictures', () => {
    expect([...manifest.permissions].sort()).toEqual(['activeTab', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage']);
    expect(manifest.optional_host_permissions).toEqual(['http://*/*', 'https://*/*']);
    const more = ['host_permissions', 'optional_permissions', 'externally_connectable', 'web_accessible_resources', 'update_url', 'key'];
    expect(more.filter((key) => key in manifest)).toEqual([]);
    expect(new Set(manifest.content_scripts.flatMap(({ matches }) => matches))).toEqual(new Set(['http://*/*', 'https://*/*']));
  });

  test('has a reason in the listing for each permission', () => {
    const listing = readFileSync(join(import.meta.dirname, '../../store/listing.md'), 'utf8');
    expect(manifest.permissions.filter((permission) => !listing.includes(`- \`${permission}\`: `))).toEqual([]);
  });

  test('suggests at most the four shortcuts that Chrome takes', () => {
    expect(Object.keys(manifest.commands).length).toBeLessThanOrEqual(4);
  });
});

test('each browser gets the keys that it knows and no others', () => {
  const [chrome, firefox] = builds.map(([, folder]) => readJson<Record<string, unknown>>(folder, 'manifest.json'));
  expect(chrome).not.toHaveProperty('browser_specific_settings');
  expect(chrome?.['background']).toEqual({ service_worker: 'service-worker-loader.js', type: 'module' });
  expect(firefox).not.toHaveProperty('minimum_chrome_version');
  expect(firefox?.['background']).toEqual({ scripts: ['service-worker-loader.js'], type: 'module' });
  expect(firefox?.['browser_specific_settings']).toEqual({
    gecko: { id: 'reader@jingdu', strict_min_version: '142.0', data_collection_permissions: { required: ['none'] } },
  });
});

function readJson<T>(folder: string, file: string): T {
  return JSON.parse(readFileSync(join(folder, file), 'utf8')) as T;
}

function pngSize(file: string): [number, number] | undefined {
  const bytes = readFileSync(file);
  const isPng = statSync(file).size > 24 && bytes.toString('hex', 0, 8) === pngSignature;
  return isPng ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : undefined;
}
