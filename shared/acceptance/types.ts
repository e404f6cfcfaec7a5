/** A metric over some leads, with its denominator and how sure one can be (Q32, Q60–Q65). */
export interface AcceptanceRate {
    /** The metric's id in the agreement. */
    readonly metric: string;
    readonly numerator: number;
    readonly denominator: number;
    /**
     * Delivered, but nobody has decided yet; part of the denominator only when the metric says `delivered`.
     * Of answers: those who may still be answered in time, or whom nobody has to answer.
     */
    readonly undecided: number;
    /** 0..1; null when the denominator is 0. */
    readonly rate: number | null;
    /** Wilson's 95% interval, 0..1; null when the denominator is 0. */
    readonly low: number | null;
    readonly high: number | null;
    /** The denominator reaches the agreement's smallest sample. */
    readonly enough: boolean;
    /** Only when `enough`; an alarm over several months cannot be judged from one count and is never raised here. */
    readonly alarm: { readonly action: string; readonly owner: string } | null;
    /** Null: no target agreed, or too few to say. */
    readonly metTarget: boolean | null;
}
