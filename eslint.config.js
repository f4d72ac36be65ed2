// @ts-check
import tseslint from 'typescript-eslint';
import { packages, sanitizer, zones } from './test/laws/zones.js';

const rawHtml = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'dangerouslySetInnerHTML', 'srcdoc'];
const message = 'Only src/article/sanitize.ts makes markup of text.';

const noRawHtml = [
  ...rawHtml.map((name) => ({ selector: `MemberExpression[property.name='${name}']`, message })),
  { selector: `JSXAttribute[name.name=/^(${rawHtml.join('|')})$/]`, message },
  { selector: "MemberExpression[object.name='document'][property.name=/^write/]", message },
];

export default tseslint.config(
  { ignores: ['dist', 'artifacts', 'node_modules', 'test/fixtures', 'scripts/bench/in-page'] },
  {
    files: ['**/*.{ts,tsx,js,mjs}'],
    extends: [tseslint.configs.strict],
    linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/unified-signatures': 'off',
      'eqeqeq': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      'max-params': ['error', 3],
      'no-empty': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: [sanitizer],
    rules: { 'no-restricted-syntax': ['error', ...noRawHtml] },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    // A test's story is as long as it is, and a stand-in takes what the real one takes.
    files: ['test/**'],
    rules: { 'max-lines-per-function': 'off', 'max-params': 'off' },
  },
  {
    // A table of rules is as long as its evidence.
    files: ['src/rules/*-rules.ts'],
    rules: { 'max-lines': 'off' },
  },
  ...Object.keys(zones).map(zoneRule),
);

/**
 * The editor's view of the zones; `test/laws` has the exact one, by resolved paths.
 *
 * @param {string} zone
 */
function zoneRule(zone) {
  const others = Object.keys(zones).filter((name) => name !== zone && !(zones[zone] ?? []).some((allowed) => allowed.split('/')[0] === name));
  const patterns = [{ regex: `^\\.\\.?/(${others.join('|')})(/|\\.tsx?$)(?!.*\\?scripts$)`, message: `${zone} stands below what it imports here.` }];
  const foreign = Object.entries(packages).find(([name]) => name === zone)?.[1];
  if (foreign) patterns.push({ regex: `^(?!\\.)(?!(${foreign.join('|') || 'none'})$)`, message: `${zone} takes only its own packages.` });
  return {
    files: [`src/${zone}/**/*.{ts,tsx}`, `src/${zone}.ts`],
    rules: /** @type {import('eslint').Linter.RulesRecord} */ ({ 'no-restricted-imports': ['error', { patterns }] }),
  };
}
