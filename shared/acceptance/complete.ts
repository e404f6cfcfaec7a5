import type { Facts } from '../lead.ts';
import { isKnown } from '../score/factTest.ts';

/** Whether the record has all that a lead must have: name, email, company, title, and company size or revenue (Q11). */
export function isComplete(facts: Facts): boolean {
    const { name, email, company, title, employees, revenue } = facts;
    return [name, email, company, title].every(isKnown) && (isKnown(employees) || isKnown(revenue));
}
