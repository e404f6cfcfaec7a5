/** The owner's field history -> who had the record from when. */
import type { Assignment, Instant, Person, Unreadable } from '../../lead.ts';
import { readInstant, readRows } from '../read.ts';
import { assignmentsFrom } from '../replay.ts';
import type { Version } from '../replay.ts';
import type { Change } from './history.ts';
import { HANDOFF } from './names.ts';
import type { SalesforceRecords } from './records.ts';
import { kindOf, personOf, sameId, valueAt } from './row.ts';

const OWNER_ID = /^(005|00G)[a-zA-Z0-9]{12}([a-zA-Z0-9]{3})?$/;

/** Who has the record now. */
export function ownerOf(person: unknown): Person | null {
    return personOf(valueAt(person, 'OwnerId'), valueAt(person, 'Owner'));
}

/**
 * Who had the record from when, oldest first. Without a history, the owner of now has it since
 * Handoff noted the assignment, else since the record was made.
 */
export function assignmentsOf(
    records: SalesforceRecords,
    changes: readonly Change[],
    complete: boolean,
    notes: Unreadable[]
): Assignment[] {
    const { person } = records;
    const owner = ownerOf(person);
    const createdAt = readInstant('facts', 'creation date', valueAt(person, 'CreatedDate'), []);
    const assignedAt = readInstant(
        'assignments',
        'assignment date',
        valueAt(person, HANDOFF.assignedAt),
        notes
    );
    const named = namesOf(records, owner, notes);
    const owners = ownerChanges(changes).map((change) => ({
        at: change.at,
        from: personNamed(change.from, named),
        to: personNamed(change.to, named)
    }));
    const [earliest] = owners;
    const versions: Version<Person>[] = owners.map(({ at, to }) => ({ at, value: to }));
    // Where older rows were left out, nobody knows since when that owner had it.
    if (earliest && complete && createdAt !== null) {
        versions.unshift({ at: Math.min(createdAt, earliest.at), value: earliest.from });
    }
    return withOwnerOfNow(assignmentsFrom(versions), owner, assignedAt, createdAt);
}

/** The last assignment is to the owner of now, as far as it is known since when. */
function withOwnerOfNow(
    assignments: Assignment[],
    owner: Person | null,
    assignedAt: Instant | null,
    createdAt: Instant | null
): Assignment[] {
    const last = assignments[assignments.length - 1];
    if (owner === null || (last && sameId(last.to.id, owner.id))) return assignments;
    const at = assignedAt ?? createdAt;
    return at === null || (last && at < last.at)
        ? assignments
        : [...assignments, { at, to: owner }];
}

/** One row each for ids and for names: the ids count, the names are theirs. */
interface OwnerChange {
    readonly at: Instant;
    readonly from: Named;
    readonly to: Named;
}
interface Named {
    readonly id: string | null;
    readonly name: string | null;
}

function ownerChanges(changes: readonly Change[]): OwnerChange[] {
    const rows = changes.filter(({ field }) => field === 'Owner' || field === 'OwnerId');
    const ids = rows.filter(({ oldValue, newValue }) => isId(oldValue) || isId(newValue));
    const names = rows.filter((row) => !ids.includes(row));
    const paired = ids.map((row) => {
        const index = names.findIndex(({ at }) => at === row.at);
        const [name] = index < 0 ? [] : names.splice(index, 1);
        return {
            at: row.at,
            from: { id: textOf(row.oldValue), name: textOf(name?.oldValue) },
            to: { id: textOf(row.newValue), name: textOf(name?.newValue) }
        };
    });
    const nameless = names.map(({ at, oldValue, newValue }) => ({
        at,
        from: { id: null, name: textOf(oldValue) },
        to: { id: null, name: textOf(newValue) }
    }));
    return [...paired, ...nameless].sort((a, b) => a.at - b.at);
}

function personNamed({ id, name }: Named, known: readonly Person[]): Person | null {
    const found = known.find((one) => (id === null ? one.name === name : sameId(one.id, id)));
    const key = id ?? found?.id ?? name;
    if (key === null) return null;
    return { id: key, name: found?.name ?? name, kind: found?.kind ?? kindOf(key) };
}

function namesOf(records: SalesforceRecords, owner: Person | null, notes: Unreadable[]): Person[] {
    const rows = readRows('owners', 'owner', records.owners, notes);
    const people = rows.map((row) => personOf(valueAt(row, 'Id'), row));
    return [...people, owner].filter((one): one is Person => one !== null && one.name !== null);
}

function isId(value: unknown): boolean {
    return typeof value === 'string' && OWNER_ID.test(value);
}

function textOf(value: unknown): string | null {
    return typeof value === 'string' && value !== '' ? value : null;
}
