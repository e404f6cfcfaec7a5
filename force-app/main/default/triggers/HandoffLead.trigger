trigger HandoffLead on Lead(before insert, before update, after insert, after update) {
    if (Trigger.isBefore) {
        HandoffStamps.beforeSave(Trigger.new, Trigger.oldMap);
    } else if (Trigger.isInsert) {
        HandoffAssignment.lookAgainAt(Trigger.new);
    } else {
        HandoffConversion.afterUpdate(Trigger.new, Trigger.oldMap);
    }
}
