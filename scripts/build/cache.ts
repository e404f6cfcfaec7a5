/** What is built for this machine only; npm ci empties it. */
export const CACHE = 'node_modules/.cache/handoff';
