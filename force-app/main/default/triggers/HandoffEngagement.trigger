trigger HandoffEngagement on Handoff_Engagement__c(before insert, before update) {
    HandoffEngagements.beforeSave(Trigger.new);
}
