"""What an article says where it cannot answer: nobody knows yet, there was none, it was not done."""
