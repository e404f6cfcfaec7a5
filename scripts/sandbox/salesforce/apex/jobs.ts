/** What a transaction leaves to be done after it. */
import type { SandboxUser } from '../access.ts';
import type { MethodDefinition } from './source.ts';
import type { ApexObject } from './values.ts';

/** As whose part a transaction runs: some jobs may not start others. */
export type JobKind = 'queueable' | 'batchPage' | 'batchFinish' | 'schedulable' | 'future';

interface Queued {
    /** Of its AsyncApexJob, or of its CronTrigger. */
    readonly id: string;
    readonly user: SandboxUser;
}

export type Job =
    | (Queued & { readonly kind: 'queueable' | 'schedulable'; readonly self: ApexObject })
    | (Queued & { readonly kind: 'batch'; readonly self: ApexObject; readonly pageSize: number })
    | (Queued & {
          readonly kind: 'future';
          readonly method: MethodDefinition;
          readonly args: readonly unknown[];
      });

export class Jobs {
    /** The kind of the job whose transaction this is; null for a request of a person. */
    readonly kind: JobKind | null;
    queued: Job[] = [];

    constructor(kind: JobKind | null) {
        this.kind = kind;
    }

    add(job: Job): void {
        this.queued.push(job);
    }

    /** Takes a job back before it has run. */
    abort(id: string): void {
        this.queued = this.queued.filter((job) => job.id !== id);
    }
}
