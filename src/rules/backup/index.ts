// Mappings of backups. A file of rules is one line here.
export * from './dates.js';
export * from './envelope.js';
export * from './properties.js';
