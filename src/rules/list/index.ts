// Mappings of what surrounds the items of a list. A file of rules is one line here.
export * from './list.js';
export * from './version-details.js';
