/** `Test`: what only tests may call. */
import { PackageError, SandboxRefusal } from '../../errors.ts';
import { Timestamp } from '../../values.ts';
import type { Frame, Transaction } from '../program.ts';
import { nullPointer } from '../values.ts';
import type { StaticMethods } from './methods.ts';

export const testStatics: StaticMethods = {
    'test.isrunningtest/0': ['boolean', (_, { transaction }) => transaction.isTest],
    'test.starttest/0': [
        'void',
        (_, frame) => {
            testOf(frame).test.start(frame.transaction);
            return null;
        }
    ],
    'test.stoptest/0': [
        'void',
        (_, frame) => {
            testOf(frame).test.stop(frame.transaction);
            return null;
        }
    ],
    'test.setcreateddate/2': [
        'void',
        ([id, instant], frame) => setCreatedDate(id, instant, testOf(frame))
    ],
    'test.getstandardpricebookid/0': [
        'id',
        () => {
            throw new SandboxRefusal('Test.getStandardPricebookId');
        }
    ]
};

function testOf({ transaction }: Frame): Transaction & { test: NonNullable<Transaction['test']> } {
    if (transaction.test === null) throw new PackageError('a method of Test outside a test');
    return transaction as Transaction & { test: NonNullable<Transaction['test']> };
}

function setCreatedDate(id: unknown, instant: unknown, { store }: Transaction): null {
    if (typeof id !== 'string' || !(instant instanceof Timestamp)) throw nullPointer();
    const found = store.byId(id);
    if (found === null) throw new PackageError(`Test.setCreatedDate: there is no record ${id}`);
    store.replace(found.object, { ...found.row, CreatedDate: instant.iso });
    return null;
}
