"""What a conversation is: questions, answers, the journal, the engine."""
