import { expect, test } from 'vitest';
import { countTests, withRunFailure } from '../../scripts/test/vitest-run.mjs';

const passed = { status: 'passed', fullName: 'one that holds' };
const failed = { status: 'failed', fullName: 'one that does not' };
const skipped = { status: 'skipped', fullName: 'one without its browser' };

test('tests are added up over the files, and the skipped ones are named', () => {
  const testResults = [
    { status: 'passed', assertionResults: [passed, passed, skipped] },
    { status: 'failed', assertionResults: [passed, failed] },
  ];
  expect(countTests({ testResults })).toEqual({ passed: 3, failed: 1, skipped: ['one without its browser'] });
});

test('a file that could not be loaded is a failure', () => {
  expect(countTests({ testResults: [{ status: 'failed', assertionResults: [] }] })).toEqual({ passed: 0, failed: 1, skipped: [] });
});

test('a run without a test is a failure, but not one that skipped all it has', () => {
  expect(withRunFailure({ passed: 0, failed: 0, skipped: [] }, 0).failed).toBe(1);
  expect(withRunFailure({ passed: 0, failed: 0, skipped: ['one'] }, 0).failed).toBe(0);
});

test('a run that breaks beside its tests is a failure', () => {
  expect(withRunFailure({ passed: 5, failed: 0, skipped: [] }, 1).failed).toBe(1);
  expect(withRunFailure({ passed: 5, failed: 2, skipped: [] }, 1).failed).toBe(2);
  expect(withRunFailure({ passed: 5, failed: 0, skipped: [] }, 0).failed).toBe(0);
});
