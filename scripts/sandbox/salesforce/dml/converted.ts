/** What a converted lead hands over: its fields, its activities and its campaigns. */
import type { Transaction } from '../apex/program.ts';
import type { Row } from '../store.ts';
import { rowsOf } from './rows.ts';

/** Lead fields that every org maps, by the created object's. */
export const ACCOUNT_FIELDS: { readonly [field: string]: string } = {
    Name: 'Company',
    Phone: 'Phone',
    Website: 'Website',
    Industry: 'Industry',
    AnnualRevenue: 'AnnualRevenue',
    NumberOfEmployees: 'NumberOfEmployees',
    BillingStreet: 'Street',
    BillingCity: 'City',
    BillingState: 'State',
    BillingPostalCode: 'PostalCode',
    BillingCountry: 'Country'
};
/** What a person account takes over besides, of a lead without a company. */
export const PERSON_FIELDS: { readonly [field: string]: string } = {
    FirstName: 'FirstName',
    LastName: 'LastName',
    PersonEmail: 'Email',
    PersonMobilePhone: 'MobilePhone',
    PersonTitle: 'Title',
    PersonLeadSource: 'LeadSource'
};
export const CONTACT_FIELDS: { readonly [field: string]: string } = {
    FirstName: 'FirstName',
    LastName: 'LastName',
    Salutation: 'Salutation',
    Title: 'Title',
    Email: 'Email',
    Phone: 'Phone',
    MobilePhone: 'MobilePhone',
    Fax: 'Fax',
    LeadSource: 'LeadSource',
    Description: 'Description',
    DoNotCall: 'DoNotCall',
    HasOptedOutOfEmail: 'HasOptedOutOfEmail',
    MailingStreet: 'Street',
    MailingCity: 'City',
    MailingState: 'State',
    MailingPostalCode: 'PostalCode',
    MailingCountry: 'Country'
};

/** The records that a lead became. */
export interface Converted {
    readonly accountId: string | null;
    readonly contactId: string | null;
    readonly opportunityId: string | null;
}

/** Activities and campaigns belong to the contact from now on. */
export function follow(
    leadId: string,
    { contactId, accountId, opportunityId }: Converted,
    transaction: Transaction
): void {
    const { store, program } = transaction;
    const move = (name: string, field: string, values: Row): void => {
        const object = program.schema.get(name.toLowerCase());
        if (object === undefined) return;
        for (const row of rowsOf(name, transaction)) {
            if (row[field] === leadId) store.replace(object, { ...row, ...values });
        }
    };
    for (const name of ['Task', 'Event']) {
        move(name, 'WhoId', {
            WhoId: contactId,
            WhatId: opportunityId ?? accountId,
            AccountId: accountId
        });
    }
    move('TaskRelation', 'RelationId', { RelationId: contactId });
    move('EventRelation', 'RelationId', { RelationId: contactId });
    move('CampaignMember', 'LeadId', { ContactId: contactId });
}
