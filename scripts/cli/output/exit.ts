/** What the command's exit code says; a script may rely on these. */
export const EXIT = {
    ok: 0,
    /** It ran, and what it looked at is not as it should be: drift, findings. */
    findings: 1,
    /** Options, files or answers that cannot be used. */
    usage: 2,
    /** No way into an org or a portal, or not enough rights there. */
    access: 3,
    /** An org or a portal could not do what it was asked, or was not reached. */
    remote: 4,
    /** Somebody said no, or pressed Ctrl+C. */
    cancelled: 5,
    /** A mistake of ours. */
    internal: 70
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** For --help. */
export const EXIT_WORDS: readonly (readonly [ExitCode, string])[] = [
    [EXIT.ok, 'done, nothing wrong'],
    [EXIT.findings, 'done, and something is not as agreed'],
    [EXIT.usage, 'an option, a file or an answer cannot be used'],
    [EXIT.access, 'no way into the org or portal, or too few rights there'],
    [EXIT.remote, 'the org or portal refused, failed or was not reached'],
    [EXIT.cancelled, 'cancelled'],
    [EXIT.internal, 'a mistake in handoff itself']
];
