import { describe, expect, test } from 'vitest';
import { judgeConstraints, raiseConstraints } from '../../../../src/forms/terraform/facts/versions.js';

describe('constraints on the provider', () => {
  test.each([
    ['>= 6.7.30', 'new', ''],
    ['= 6.7.34', 'new', ''],
    ['6.7.30', 'new', ''],
    ['>= 6.8', 'new', ''],
    ['~> 6.7.31', 'new', ''],
    ['> 6.7.29', 'new', ''],
    ['>= 6.5.2', 'older', '>= 6.7.30'],
    ['>=6.5.2', 'older', '>= 6.7.30'],
    ['~> 6.4', 'older', '>= 6.7.30, < 7.0.0'],
    ['~> 6.7', 'older', '>= 6.7.30, < 7.0.0'],
    ['~> 6.7.10', 'older', '~> 6.7.30'],
    ['>= 6.4.0, < 7.0.0', 'older', '>= 6.7.30, < 7.0.0'],
    ['< 8, != 6.7.1, >= 6', 'older', '>= 6.7.30, < 8, != 6.7.1'],
    ['!= 6.7.30', 'older', '>= 6.7.30, != 6.7.30'],
    ['> 6.7.28', 'older', '>= 6.7.30'],
    ['= 6.4.14', 'excluded', '>= 6.7.30'],
    ['6.4.9', 'excluded', '>= 6.7.30'],
    ['>= 6.4.10, < 6.7.27', 'excluded', '>= 6.7.30'],
    ['~> 6.6.0', 'excluded', '>= 6.7.30'],
    ['~> 5', 'excluded', '>= 6.7.30'],
    ['<= 6.7.29', 'excluded', '>= 6.7.30'],
    ['<= 6.7.30', 'older', '>= 6.7.30, <= 6.7.30'],
    ['latest', undefined, ''],
    ['>= 6.8.0-beta1', undefined, ''],
  ])('%s: %s', (text, verdict, raised) => {
    expect(judgeConstraints(text, '6.7.30')).toBe(verdict);
    if (raised !== '') expect(raiseConstraints(text, '6.7.30')).toBe(raised);
  });

  test('what was raised asks for no more', () => {
    for (const text of ['~> 6.4', '>= 6.4.0, < 7.0.0', '~> 6.7.10', '= 6.4.14', '< 8, != 6.7.1'])
      expect(judgeConstraints(raiseConstraints(text, '6.7.30'), '6.7.30')).toBe('new');
  });
});

test.each([
  ['>= 1.5', 'older'],
  ['~> 1.5', 'older'],
  ['>= 1.11', 'new'],
  ['>= 1.12.0, < 2.0.0', 'new'],
  ['~> 1.10.0', 'excluded'],
  ['>= 1.2, < 1.11', 'excluded'],
])('required_version %s: %s', (text, verdict) => {
  expect(judgeConstraints(text, '1.11.0')).toBe(verdict);
});
