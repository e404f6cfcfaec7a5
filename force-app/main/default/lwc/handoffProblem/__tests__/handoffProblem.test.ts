import { explain } from 'c/handoffProblem';

const said = (error: unknown) => explain(error, 'Not saved.', 'Mend it.');

describe('c/handoffProblem', () => {
    it('says the rule that refused, not the sentence around it', () => {
        const problem = said({
            status: 400,
            body: {
                message: 'An error occurred while trying to update the record.',
                output: {
                    errors: [
                        { errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'No reason.' }
                    ],
                    fieldErrors: { Handoff_Reason__c: [{ message: 'Choose one.' }] }
                }
            }
        });
        expect(problem).toEqual({
            what: 'Not saved.',
            details: ['No reason.', 'Choose one.'],
            mend: 'Mend it.'
        });
    });

    it('sends who lacks access to an administrator', () => {
        const refused = { errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY', message: 'No access.' };
        const byCode = said({ status: 400, body: { output: { errors: [refused] } } });
        expect(byCode.mend).toBe('c.Handoff_No_Access_Mend');
        expect(byCode.details).toEqual(['No access.']);
        expect(said({ status: 403, body: [refused] }).mend).toBe('c.Handoff_No_Access_Mend');
    });

    it('says that nothing answered when there is no answer', () => {
        const problem = said(new TypeError('Failed to fetch'));
        expect(problem.details).toEqual(['Failed to fetch']);
        expect(problem.mend).toBe('c.Handoff_Unreachable_Mend');
        expect(said(undefined).mend).toBe('c.Handoff_Unreachable_Mend');
    });

    it('says each message once', () => {
        const twice = [{ message: 'Locked.' }, { message: 'Locked.' }];
        expect(said({ status: 400, body: twice }).details).toEqual(['Locked.']);
    });

    it('reads the message of an Apex method', () => {
        const problem = said({ status: 500, body: { message: 'No such record.' } });
        expect(problem.details).toEqual(['No such record.']);
        expect(problem.mend).toBe('Mend it.');
    });
});
