import { readFileSync } from 'node:fs';
import type { Agreement } from '../../../shared/agreement/types.ts';
import { agreementFiles } from '../../build/agreement-files.ts';
import { SOURCE } from '../../build/read-agreement.ts';
import type { Step } from '../steps.ts';
import { checkAgreementText } from './agreement.ts';
import { checkGenerated, generatedFiles } from './generated.ts';
import {
    AGREEMENT,
    GENERATED,
    HUBSPOT,
    SALESFORCE,
    findingIn,
    type CheckedPart,
    type Part
} from './types.ts';

interface Checking {
    readonly steps: readonly Step[];
    /** Filled by the steps. */
    readonly parts: readonly CheckedPart[];
}

/** The steps that check what a deployment would take: the agreement in force, and both packages. */
export function checkProject(source = SOURCE): Checking {
    const parts: CheckedPart[] = [];
    let agreement: Agreement | null = null;
    const step = (part: Part, check: () => Promise<CheckedPart>): Step => ({
        title: part.title,
        run: async () => void parts.push(await check().catch((error) => unchecked(part, error)))
    });
    const steps = [
        step(AGREEMENT, async () => {
            const checked = checkAgreementText(readFileSync(source, 'utf8'), source);
            ({ agreement } = checked);
            return checked.part;
        }),
        step(GENERATED, async () =>
            agreement === null ? UNREAD : checkGenerated(await generatedFiles(agreement))
        ),
        // They bring Salesforce's and HubSpot's libraries, which take their time to load.
        step(SALESFORCE, async () =>
            (await import('./salesforce.ts')).checkSalesforce('force-app')
        ),
        step(HUBSPOT, async () => (await import('./hubspot.ts')).checkHubSpot('hubspot-project'))
    ];
    return { steps, parts };
}

/** The steps that say whether another agreement could be put in the place of the one in force. */
export function checkDraft(text: string, name: string): Checking {
    const parts: CheckedPart[] = [];
    const run = async (): Promise<void> => {
        const { agreement, part } = checkAgreementText(text, name);
        parts.push(part, agreement === null ? UNREAD : fits(agreement));
    };
    return { steps: [{ title: AGREEMENT.title, run }], parts };
}

const UNREAD: CheckedPart = {
    ...GENERATED,
    seen: '',
    findings: [],
    skipped: 'not before the agreement is right'
};

/** What a check stumbles over, a file that is no XML for one, is a finding and not the end. */
function unchecked(part: Part, error: unknown): CheckedPart {
    const message = error instanceof Error ? error.message : String(error);
    return { ...part, seen: '', findings: [findingIn(null, message)], skipped: null };
}

/** An org takes formulas and messages up to a length only. */
function fits(agreement: Agreement): CheckedPart {
    try {
        const { length } = agreementFiles(agreement);
        const seen = `${length} files can be generated from it`;
        return { ...GENERATED, seen, findings: [], skipped: null };
    } catch (error) {
        return unchecked(GENERATED, error);
    }
}
