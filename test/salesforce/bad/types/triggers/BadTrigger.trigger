trigger BadTrigger on Leed(before insert) {
    BadHandler.run(Trigger.new);
}
