import load from '@salesforce/apex/HandoffLeadContext.lod';
import title from '@salesforce/label/c.Handoff_Nowhere';
import REASON from '@salesforce/schema/Lead.Handoff_Reson__c';
import maySync from '@salesforce/customPermission/Handoff_Nowhere';

export { load, maySync, REASON, title };
