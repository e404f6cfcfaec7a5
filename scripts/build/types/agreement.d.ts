/** The agreement, parsed when the bundle is built, so that no CRM carries a YAML parser. */
declare module 'handoff:agreement' {
    export const agreement: import('../../../shared/agreement/types.ts').Agreement;
}
