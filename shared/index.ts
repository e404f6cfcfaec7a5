/** The public API of Handoff's core. */
export { parseAgreement } from './agreement/parse.ts';
export type { ParsedAgreement } from './agreement/parse.ts';
export * from './browser.ts';
export { addBusinessDays, checkCalendar } from './calendar/index.ts';
export { countAttempts } from './response/attempts.ts';
export type { Attempts } from './response/attempts.ts';
export { handoffStamps } from './response/stamps.ts';
export type { Stamps } from './response/stamps.ts';
export type { Score } from './score/types.ts';
