"""What only a reader can judge, asked of the configured language model: is the answer right, is it supported?"""
