// What is said of documents as a whole, of patches, requests and comparisons. A file of rules is one line here.
export * from './comment.js';
export * from './document.js';
export * from './expression.js';
export * from './fleet.js';
export * from './ionosctl.js';
export * from './patch.js';
export * from './request.js';
export * from './verify.js';
export * from './verify-plan.js';
