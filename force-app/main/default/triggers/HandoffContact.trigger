trigger HandoffContact on Contact(before insert, before update, after delete, after undelete) {
    if (Trigger.isBefore) {
        HandoffStamps.beforeSave(Trigger.new, Trigger.oldMap);
    } else if (Trigger.isDelete) {
        HandoffMerge.afterDelete(Trigger.old);
    } else {
        HandoffEscalationPass.resume(Trigger.new);
    }
}
