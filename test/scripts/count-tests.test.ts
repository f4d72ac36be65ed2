import { expect, test } from 'vitest';
import { countTests, withRunFailure } from '../../scripts/test/vitest-run.mjs';

const passed = { status: 'passed', fullName: 'one that holds' };
const failed = { status: 'failed', fullName: 'one that does not', failureMessages: ['Error: it broke\n    at a place'] };
const skipped = { status: 'skipped', fullName: 'one without its browser' };

test('tests are added up over the files; those that failed are named with the reason, and the skipped ones too', () => {
  const testResults = [
    { name: 'a.test.ts', status: 'passed', assertionResults: [passed, passed, skipped] },
    { name: 'b.test.ts', status: 'failed', assertionResults: [passed, failed] },
  ];
  expect(countTests({ testResults })).toEqual({ passed: 3, failures: ['one that does not: Error: it broke'], skipped: ['one without its browser'] });
});

test('a file that could not be loaded is a failure', () => {
  const testResults = [{ name: 'a.test.ts', status: 'failed', assertionResults: [] }];
  expect(countTests({ testResults })).toEqual({ passed: 0, failures: ['a.test.ts could not be run'], skipped: [] });
});

test('a run without a test is a failure, but not one that skipped all it has', () => {
  expect(withRunFailure({ passed: 0, failures: [], skipped: [] }, 0).failures).toEqual(['the run ended with 0 and had no test']);
  expect(withRunFailure({ passed: 0, failures: [], skipped: ['one'] }, 0).failures).toEqual([]);
});

test('a run that breaks beside its tests is a failure', () => {
  expect(withRunFailure({ passed: 5, failures: [], skipped: [] }, 1).failures).toEqual(['the run ended with 1, though every test passed']);
  expect(withRunFailure({ passed: 5, failures: ['a', 'b'], skipped: [] }, 1).failures).toEqual(['a', 'b']);
  expect(withRunFailure({ passed: 5, failures: [], skipped: [] }, 0).failures).toEqual([]);
});
