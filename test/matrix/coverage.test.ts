/** An org refuses a deployment whose tests fail or reach too little, and counts its own code with neither. */
import { expect, it } from 'vitest';
import { testRunner } from '../../scripts/sandbox/salesforce/server/testRun.ts';

const CLASS = `public class Doubler {
    public static Integer twice(Integer n) {
        Integer sum = n + n;
        return sum;
    }
    public static Integer thrice(Integer n) {
        Integer sum = n + n;
        sum += n;
        return sum;
    }
}`;
const TESTS = `@IsTest
private class DoublerTest {
    @IsTest
    static void doubles() {
        Assert.areEqual(4, Doubler.twice(2));
    }
    @IsTest
    static void fails() {
        Assert.areEqual(5, Doubler.twice(2));
    }
}`;
const META = `<?xml version="1.0" encoding="UTF-8"?>
<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>67.0</apiVersion><status>Active</status></ApexClass>`;

it(
    'tells failing tests and classes below 75 % of what is deployed',
    { timeout: 60_000 },
    async () => {
        const files = new Map([
            ['classes/Doubler.cls', CLASS],
            ['classes/Doubler.cls-meta.xml', META],
            ['classes/DoublerTest.cls', TESTS],
            ['classes/DoublerTest.cls-meta.xml', META]
        ]);
        const run = testRunner({
            metadata: new Map(),
            traits: [],
            now: () => Date.UTC(2026, 10, 20),
            language: 'de'
        });
        const named = ['ApexClass:Doubler', 'ApexClass:DoublerTest'];
        const { failures, warnings, coverage } = await run(files, named, ['DoublerTest']);
        expect(failures).toMatchObject([{ name: 'DoublerTest', methodName: 'fails' }]);
        expect(coverage).toEqual([{ name: 'Doubler', numLocations: 5, numLocationsNotCovered: 3 }]);
        expect(warnings).toMatchObject([
            { name: 'Doubler', message: expect.stringContaining('beträgt 40 %') as string }
        ]);
    }
);
