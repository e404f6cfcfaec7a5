trigger HandoffLead on Lead(before insert, before update, after insert) {
    if (Trigger.isBefore) {
        HandoffStamps.beforeSave(Trigger.new, Trigger.oldMap);
    } else {
        HandoffAssignment.lookAgainAt(Trigger.new);
    }
}
