import heading from '@salesforce/label/c.Handoff_Decision';
import HandoffRecord from 'c/handoffRecord';

/** The decision, alone on a record page. */
export default class HandoffRejectionPicker extends HandoffRecord {
    heading = heading;
}
