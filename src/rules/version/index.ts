// Mappings of PostgreSQL versions. A file of rules is one line here.
export * from './version.js';
