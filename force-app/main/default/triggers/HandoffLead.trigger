trigger HandoffLead on Lead(
    before insert,
    before update,
    after insert,
    after update,
    after delete,
    after undelete
) {
    if (Trigger.isBefore) {
        HandoffStamps.beforeSave(Trigger.new, Trigger.oldMap);
    } else if (Trigger.isInsert) {
        HandoffAssignment.lookAgainAt(Trigger.new);
    } else if (Trigger.isUpdate) {
        HandoffConversion.afterUpdate(Trigger.new, Trigger.oldMap);
    } else if (Trigger.isDelete) {
        HandoffMerge.afterDelete(Trigger.old);
    } else {
        HandoffEscalationPass.resume(Trigger.new);
    }
}
