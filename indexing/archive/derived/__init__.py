"""What is made from the catalog: vectors in Chroma, keywords in tantivy, by generation; healed and verified."""
