// What is told of users and databases. A file of rules is one line here.
export * from './inventory.js';
