// The pure JavaScript build of recheck, which comes without types of its own.
declare module 'recheck/lib/browser.js' {
  export { checkSync } from 'recheck';
}
