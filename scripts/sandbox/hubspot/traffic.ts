/** What the functions asked of the portal, and which of their calls are made to fail. */
import { setTimeout } from 'node:timers/promises';
import type { Reply } from './errors.ts';

export interface Recorded {
    readonly method: string;
    readonly path: string;
    readonly query: URLSearchParams;
    /** What was sent, and what was answered; null: nothing. */
    readonly body: unknown;
    readonly answer: unknown;
    readonly status: number | null;
    /** 1-based; calls that were under way together are of one round. */
    readonly round: number;
}
/** How a call is made to fail. */
export interface Fault {
    readonly status?: number;
    readonly headers?: { readonly [name: string]: string };
    readonly body?: unknown;
    /** Never answers. */
    readonly hang?: boolean;
    /** Breaks the connection. */
    readonly drop?: boolean;
    /** Part of the path, or with the method before it ("PATCH /crm"); by default any call. */
    readonly on?: string;
    /** How many calls fail so; by default one. */
    readonly times?: number;
}

export class Traffic {
    private recorded: Recorded[] = [];
    private faults: { readonly fault: Fault; left: number }[] = [];
    private round = 0;
    private underWay = 0;
    private hanging = 0;
    private movedAt = 0;
    private gate: Promise<void> | null = null;

    /** The calls since the last `clear`, in the order of their arrival. */
    get calls(): readonly Recorded[] {
        return this.recorded;
    }

    get rounds(): number {
        return this.round;
    }

    clear(): void {
        this.recorded = [];
        this.faults = [];
        this.round = 0;
    }

    intercept(fault: Fault): void {
        this.faults.push({ fault, left: fault.times ?? 1 });
    }

    /** A call arrives; `leave` is for when it was answered (null: it never was). */
    arrive(
        method: string,
        { pathname: path, searchParams: query }: URL
    ): { fault: Fault | null; leave: (reply: Reply | null, body?: unknown) => void } {
        if (this.underWay === 0) this.round += 1;
        this.underWay += 1;
        this.movedAt = performance.now();
        const { round } = this;
        const call = { method, path, query, body: null, answer: null, status: null, round };
        const index = this.recorded.push(call) - 1;
        const { recorded } = this;
        const fault = this.faultFor(`${method} ${path}`);
        if (fault?.hang) this.hanging += 1;
        return {
            fault,
            leave: (reply, body = null) => {
                this.underWay -= 1;
                if (fault?.hang) this.hanging -= 1;
                this.movedAt = performance.now();
                const { status = null, body: answer = null } = reply ?? {};
                recorded[index] = { ...call, body, answer, status };
            }
        };
    }

    /** Resolves for every call that waits, at once, when those under way are all of their round. */
    whole(areAll: (underWay: number) => boolean): Promise<void> {
        this.gate ??= this.open(areAll);
        return this.gate;
    }

    private async open(areAll: (underWay: number) => boolean): Promise<void> {
        do await setTimeout(1);
        while (!areAll(this.underWay));
        this.gate = null;
    }

    /** How many calls hang, when for `ms` no other was under way; else null. */
    stuckFor(ms: number): number | null {
        const stuck = this.underWay === this.hanging && performance.now() - this.movedAt >= ms;
        return stuck ? this.hanging : null;
    }

    private faultFor(call: string): Fault | null {
        const found = this.faults.find(
            ({ fault, left }) => left > 0 && call.includes(fault.on ?? '')
        );
        if (!found) return null;
        found.left -= 1;
        return found.fault;
    }
}
