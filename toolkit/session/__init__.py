"""Pure state machines: what a learner's run or a hall session is, and how it goes on."""
