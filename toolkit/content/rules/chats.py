"""What makes chats playable, and what makes them teach."""

from __future__ import annotations

from toolkit.content.rules.rule import Rule
from toolkit.language import said

RULES: dict[str, Rule] = {
    "chat-end": Rule(
        why=said("The chat would stop there without a word."),
        more=said(
            "A turn either goes on, with  replies:,  or ends with a debrief that tells what has happened. It never has both and "
            "never neither."
        ),
        wrong="- id: bye\n  says: [{id: Nanti saja., en: Later.}]",
        right="- id: bye\n  says: [{id: Nanti saja., en: Later.}]\n  debrief: {id: Ia menghindar., en: He dodged.}",
    ),
    "chat-circle": Rule(
        why=said("Whoever comes here never gets out again, and never hears the debrief."),
        more=said(
            "From every turn some way of answering must lead to a turn with a debrief. Change  next:  of one of the replies in "
            "the circle."
        ),
        wrong="- id: ask\n  replies: [{id: again, text: {…}, next: ask}]",
        right="- id: ask\n  replies: [{id: again, text: {…}, next: bye}]",
    ),
    "chat-back": Rule(
        why=said("The learner reads the same words again and thinks that the key did nothing."),
        more=said(
            "A reply leads to another turn. Write the id of the turn that follows after  next:"
        ),
        wrong="- id: ask\n  replies: [{id: again, text: {…}, next: ask}]",
        right="- id: ask\n  replies: [{id: again, text: {…}, next: bye}]",
    ),
    "chat-unreached": Rule(
        why=said("Its words have been written for nobody."),
        more=said(
            "A chat begins with its first turn; each other one needs a reply that leads to it with  next:.  Add such a reply, or "
            "take the turn out."
        ),
        wrong="- {id: why, text: {…}, next: bye}      # and who leads to  money?",
        right="- {id: why, text: {…}, next: money}",
    ),
    "chat-technique": Rule(
        why=said("Who can name what was done to them notices it the next time."),
        more=said(
            "A turn that ends a chat tells with  debrief:  what happened, and names with  technique:  what the other one was "
            "doing: hurrying, flattering, asking for silence, making debts, or telling openly what can be checked."
        ),
        wrong="- id: bye\n  debrief: {id: Ia menghindar., en: He dodged.}",
        right="- id: bye\n  debrief: {id: Ia menghindar., en: He dodged.}\n  technique: {id: Desakan, en: Urgency}",
    ),
    "chat-sealed": Rule(
        why=said(
            "One wrong word is not a fate. Whoever sees no way back learns fear and not how to stop."
        ),
        more=said(
            "Follow each reply of the first turn to its end: as long as the chat goes on, more than one ending must still be in "
            "reach, so that people can stop half-way or go wrong later. A reply that ends the chat at once may do so."
        ),
        wrong="- id: hello\n  replies: [{id: yes, text: {…}, next: pay}]      # and  pay  only leads to  lost",
        right="- id: hello\n  replies: [{id: yes, text: {…}, next: pay}]      # and  pay  leads to  lost  or to  stopped",
    ),
    "chat-too-full": Rule(
        why=said("On a small screen the message would be out of sight while one has to answer it."),
        more=said(
            "The messages of a turn and its replies stand on one screen, which is 60 wide and 18 high on the smallest laptop. "
            "Write shorter messages, or make two turns of one."
        ),
    ),
}
