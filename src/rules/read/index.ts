// Mappings of clusters, as answers of v2 hold them. A file of rules is one line here.
export * from './metadata.js';
export * from './silent.js';
