// What is said of Terraform modules beside their clusters. A file of rules is one line here.
export * from './addresses.js';
export * from './cluster.js';
export * from './inventory.js';
export * from './references.js';
export * from './units.js';
export * from './versions.js';
