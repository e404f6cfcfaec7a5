trigger HandoffContact on Contact(before insert, before update) {
    HandoffStamps.beforeSave(Trigger.new, Trigger.oldMap);
}
