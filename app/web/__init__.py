"""The web page: Gradio draws, everything else is decided elsewhere."""
