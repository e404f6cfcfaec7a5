/** What a CRM's user interface imports: the core, and the agreement this build was made with. */
export * from '../../shared/browser.ts';
export { agreement } from 'handoff:agreement';
