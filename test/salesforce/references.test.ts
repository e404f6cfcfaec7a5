import { beforeAll, describe, expect, it } from 'vitest';
import { bad, FORCE_APP, linesIn, type Finding } from './package.ts';
import { checkAccess } from './references/access.ts';
import { checkCode } from './references/code.ts';
import { checkFields } from './references/fields.ts';
import { checkPages } from './references/pages.ts';
import { readProject } from './references/project.ts';
import { checkReports } from './references/reports.ts';

const CHECKS = [checkAccess, checkCode, checkFields, checkPages, checkReports];

const BAD = bad('names');

describe('what one file of the package calls by its name in another', () => {
    let own: Finding[] = [];
    let wrong: Finding[] = [];
    beforeAll(async () => {
        const alone = await readProject([FORCE_APP]);
        const both = await readProject([FORCE_APP, BAD]);
        own = CHECKS.flatMap((check) => check(alone));
        wrong = CHECKS.flatMap((check) => check(both));
    });

    it('is there', () => {
        expect(linesIn(FORCE_APP, own)).toEqual([]);
    });

    it('is found where it is not', () => {
        expect(linesIn(BAD, wrong)).toEqual([
            'classes/BadNames.cls no -meta.xml beside it',
            'classes/BadNames.cls:4 nothing is called Handoff_Nowhere',
            'classes/BadNames.cls:5 no label Handoff_Nowhere',
            "customMetadata/Handoff_Agreement.Bad.md-meta.xml no field 'Handoff_Nowhere__c' on Handoff_Agreement__mdt",
            'dashboards/Bad/Bad_Board.dashboard-meta.xml Bad/Bad_Report does not show Lead$Handoff_Attempts__c',
            'dashboards/Bad/Bad_Board.dashboard-meta.xml its folder has no metadata file',
            'dashboards/Bad/Bad_Board.dashboard-meta.xml no report Handoff/Handoff_Nowhere',
            'flexipages/Bad_Page.flexipage-meta.xml handoffBadge is not exposed',
            'flexipages/Bad_Page.flexipage-meta.xml handoffBadge is not for a RecordPage',
            'flexipages/Bad_Page.flexipage-meta.xml handoffLeadContext has no property compct',
            'flexipages/Bad_Page.flexipage-meta.xml handoffLeadContext is not for Opportunity',
            'flexipages/Bad_Page.flexipage-meta.xml no component handoffNowhere',
            'flexipages/Bad_Page.flexipage-meta.xml no component shows the region unseen',
            "flexipages/Bad_Page.flexipage-meta.xml no field 'Handoff_Nowhere__c' on Opportunity",
            'flexipages/Bad_Page.flexipage-meta.xml no region nowhere',
            'flexipages/Bad_Page.flexipage-meta.xml two instances are called context',
            'lwc/badCode/badCode.js no @AuraEnabled method HandoffLeadContext.lod',
            "lwc/badCode/badCode.js no field 'Handoff_Reson__c' on Lead",
            'lwc/badCode/badCode.js no label Handoff_Nowhere',
            'lwc/badCode/badCode.js no permission Handoff_Nowhere',
            "objects/Lead/fields/Bad_Formula__c.field-meta.xml no field 'Emial' on User",
            "objects/Lead/fields/Bad_Formula__c.field-meta.xml no field 'Handoff_Due__c' on Lead",
            'objects/Lead/fields/Bad_Lookup__c.field-meta.xml no object Handoff_Visit__c to look up',
            'objects/Lead/fields/Bad_Lookup__c.field-meta.xml no permission set grants it',
            'objects/Lead/fields/Bad_Picklist__c.field-meta.xml no global value set Handoff_Nowhere',
            'objects/Lead/fields/Bad_Picklist__c.field-meta.xml no permission set grants it',
            "objects/Lead/listViews/Bad_List.listView-meta.xml no field 'Handoff_Due__c' on Lead",
            "objects/Lead/listViews/Bad_List.listView-meta.xml no field 'Handoff_Nowhere__c' on Lead",
            'objects/Lead/listViews/Bad_List.listView-meta.xml no filter 2',
            'objects/Lead/validationRules/Bad_Rule.validationRule-meta.xml no custom permission Handoff_Nowhere',
            "objects/Lead/validationRules/Bad_Rule.validationRule-meta.xml no field 'Handoff_Nowhere__c' on Lead",
            "objects/Lead/validationRules/Bad_Rule.validationRule-meta.xml no field 'Handoff_Nowhere__c' on User",
            "objects/Lead/validationRules/Bad_Rule.validationRule-meta.xml no field 'Handoff_Reson__c' on Lead",
            'permissionsets/Bad_Access.permissionset-meta.xml <classAccesses>: there is no HandoffNowhere',
            'permissionsets/Bad_Access.permissionset-meta.xml <customPermissions>: there is no Handoff_Nowhere',
            'permissionsets/Bad_Access.permissionset-meta.xml <tabSettings>: there is no Handoff_Visit__c',
            'permissionsets/Bad_Access.permissionset-meta.xml Lead.Bad_Formula__c is computed: nobody can edit it',
            'permissionsets/Bad_Access.permissionset-meta.xml Lead.Bad_Required__c is required: an org refuses permissions on it',
            'permissionsets/Bad_Access.permissionset-meta.xml no field Lead.Handoff_Reson__c',
            'permissionsets/Bad_Access.permissionset-meta.xml no object Handoff_Visit__c',
            'reportTypes/Bad_Type.reportType-meta.xml no table Lead.Handoff_Visits__r',
            "reportTypes/Bad_Type.reportType-meta.xml table Lead: no field 'Handoff_Nowhere__c' on Lead",
            'reports/Bad/Bad_Report.report-meta.xml Handoff_Leads__c has no column Lead$Handoff_Nowhere__c',
            'reports/Bad/Bad_Report.report-meta.xml Lead$Owner is a grouping and a column: an org refuses that',
            'reports/Bad/Bad_Report.report-meta.xml a name of 51 characters',
            'reports/Bad/Bad_Report.report-meta.xml its folder has no metadata file',
            'reports/Bad/Bad_Report_Type.report-meta.xml its folder has no metadata file',
            'reports/Bad/Bad_Report_Type.report-meta.xml no report type Handoff_Nowhere__c'
        ]);
    });
});
