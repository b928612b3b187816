// What is said of expressions, which stand in some forms where others have a value.
import { documentRule, error, warning } from '../define.js';

/** A copied expression that gives a word of v1. */
export const documentExpressionDiffers = documentRule({
  id: 'document/expression-differs',
  kind: 'flag',
  summary: 'An expression is copied; what it gives must be what v2 takes.',
  evidence: 'Inferred: a copied expression gives in v2 what it gave in v1.',
  messages: {
    differs: error(
      'The expression gives {value}, which v2 has to be told as {made} for {path}; a copy of it would give {value} again.',
      'Change what it gives to {made}, or write the value in its place: --override {path}={made}.',
    ),
  },
  examples: [],
});

/** Expressions of which nothing tells what they give. */
export const documentExpressionUnchecked = documentRule({
  id: 'document/expression-unchecked',
  kind: 'flag',
  summary: 'What nothing tells of cannot be checked.',
  evidence: 'Inferred: only known values are compared with what v2 takes.',
  messages: {
    unchecked: warning(
      'Nothing tells what these expressions give, so that they could not be checked: {paths}.',
      'Compare what they give with what v2 takes; a state tells what they gave.',
    ),
  },
  examples: [],
});
