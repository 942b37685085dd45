"""Question and passages -> Answer: extractive or generative, with citations and abstention."""
