import type { CalendarSpec } from '../agreement/types.ts';
import type { Instant } from '../lead.ts';

export type ClockState =
    'not_started' | 'waiting' | 'due_soon' | 'overdue' | 'answered_in_time' | 'answered_late';

/** Everything a clock needs to be redrawn at another instant, without the lead. */
export interface Clock {
    readonly state: 'not_started' | 'running' | 'answered';
    /** Why it has not started, as a message code. */
    readonly waitingFor: 'mql' | 'assignment' | null;
    readonly windowLabel: string | null;
    readonly clock: 'open' | 'elapsed';
    readonly calendar: CalendarSpec;
    readonly startedAt: Instant | null;
    readonly dueAt: Instant | null;
    readonly warnAt: Instant | null;
    readonly stoppedAt: Instant | null;
    readonly stopsBy: 'attempt' | 'contact';
    /** Length of the window on its own clock, in milliseconds. */
    readonly length: number | null;
    /** The window as agreed, when that is in business days; 0: the same one. */
    readonly businessDays: number | null;
    /** Time used on the window's own clock when it stopped; null while it runs. */
    readonly used: number | null;
    readonly ladder: readonly { readonly at: Instant; readonly label: string }[];
    readonly routing: {
        readonly from: Instant;
        /** Null: still not routed to a person. */
        readonly to: Instant | null;
        readonly within: number;
        readonly clock: 'open' | 'elapsed';
        readonly calendar: CalendarSpec;
    } | null;
    /** With `split`: what each owner used so far, by name. */
    readonly shares: readonly {
        readonly name: string;
        readonly from: Instant;
        readonly to: Instant | null;
    }[];
}
