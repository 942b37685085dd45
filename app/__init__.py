"""From a question to a cited answer: settings, retrieval, answering, conversation, the web page and the commands."""
