import { overlay, rowOf } from '../rows';

const record = {
    id: '00Q1',
    apiName: 'Lead',
    fields: {
        Status: { value: 'Working', displayValue: null },
        Owner: {
            value: {
                id: '005',
                apiName: 'User',
                fields: { Name: { value: 'Kim', displayValue: null } }
            },
            displayValue: 'Kim'
        },
        Company: { value: null, displayValue: null }
    }
};

describe('rows of a record', () => {
    it('have the shape that SOQL gives', () => {
        expect(rowOf(record)).toEqual({ Status: 'Working', Owner: { Name: 'Kim' }, Company: null });
    });

    it('lie over the loaded ones without changing them', () => {
        const row = Object.freeze({
            Id: '1',
            Status: 'Open',
            Company: 'Acme',
            Owner: { Id: '005', Name: 'Al' }
        });
        expect(overlay(row, rowOf(record))).toEqual({
            Id: '1',
            Status: 'Working',
            Company: null,
            Owner: { Id: '005', Name: 'Kim' }
        });
        expect(row.Status).toBe('Open');
    });
});
